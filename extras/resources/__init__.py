"""Resources of the `extras` app."""
