"""Resources of the `core` app."""
