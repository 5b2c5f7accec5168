"""A Python shell with the models of all apps imported."""

from django.core.management.commands.shell import Command as ShellCommand


class Command(ShellCommand):
    """Django's shell imports every model by itself since 5.2; this is its usual name."""

    help = "A Python shell with all models imported."
