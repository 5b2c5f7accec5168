"""Running the product: embedded servers, the supervisor and the ``nsot-server`` command line.

Modules here import nothing but the standard library at module level, so that they also work before
the virtual environment has been filled and before Django is configured.
"""
