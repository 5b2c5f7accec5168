"""Which units of a rack are taken, and which are free."""
