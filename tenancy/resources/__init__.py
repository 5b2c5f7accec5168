"""Resources of the `tenancy` app."""
