"""Filters of this app that the models can't tell: parts of the `filters` of its resources."""
