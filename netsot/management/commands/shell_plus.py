"""Another usual name of ``nbshell``."""

from netsot.management.commands.nbshell import Command

__all__ = ["Command"]
