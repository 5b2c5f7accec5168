"""One pure function per layer: from a Resource to a class."""
