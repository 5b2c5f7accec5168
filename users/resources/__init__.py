"""Resources of the `users` app."""
