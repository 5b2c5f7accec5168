"""Resources of the `dcim` app."""
