"""Fixtures shared by all tests. The database itself is prepared in ``conftest.py`` at the root."""
