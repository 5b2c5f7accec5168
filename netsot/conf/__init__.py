"""Configuration: one file of plain assignments, environment variables over it, and parameters edited in the UI.

* ``defaults``: every parameter with its default and its meaning;
* ``loader``: reads the file and the environment;
* ``services``: turns them into Django's ``DATABASES``, ``CACHES`` and the queues;
* ``secrets``: the generated keys;
* ``dynamic``: ``get_config()``, the values in force right now.
"""

from netsot.conf.dynamic import get_config, register_source

__all__ = ["get_config", "register_source"]
