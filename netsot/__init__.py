"""NetSoT: a network source of truth."""

__version__ = "1.0.0"
