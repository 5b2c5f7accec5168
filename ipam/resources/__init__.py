"""Resources of the `ipam` app."""
