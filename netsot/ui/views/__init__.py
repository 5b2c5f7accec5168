"""The generic pages of every resource, and those of the site itself."""
