"""The WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netsot.settings")
os.environ.setdefault("NETSOT_ROLE", "web")

application = get_wsgi_application()
