"""The state of this server, for clients that check versions and for monitoring."""

from __future__ import annotations

import functools
import logging
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from drf_spectacular.utils import extend_schema
from redis.exceptions import RedisError
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

logger = logging.getLogger(__name__)

SCHEMA = {
    "type": "object",
    "properties": {
        "django-version": {"type": "string"},
        "hostname": {"type": "string"},
        "installed-apps": {"type": "object", "additionalProperties": {"type": "string"}},
        "netbox-version": {"type": "string", "description": "The level of the REST contract."},
        "netbox-full-version": {"type": "string"},
        "netsot-version": {"type": "string", "description": "The version of this software."},
        "plugins": {"type": "object", "additionalProperties": {"type": "string"}},
        "python-version": {"type": "string"},
        "rq-workers-running": {"type": "integer"},
    },
    "required": ["netbox-version", "netsot-version"],
}


class StatusView(APIView):
    """Versions and workers. Public, but strangers learn the versions of the contract and the server only."""

    permission_classes = [AllowAny]

    @extend_schema(operation_id="status_retrieve", responses={200: SCHEMA})
    def get(self, request: Any) -> Response:
        """The state of this server."""
        answer: dict[str, Any] = {
            "netbox-version": settings.NETBOX_VERSION,
            "netsot-version": settings.VERSION,
        }
        if request.user.is_authenticated:
            answer |= {
                "django-version": django.get_version(),
                "hostname": platform.node(),
                "installed-apps": dict(installed_apps()),
                "netbox-full-version": settings.NETBOX_VERSION,
                "plugins": {name.rpartition(".")[2]: _version_of(name) for name in settings.PLUGINS},
                "python-version": platform.python_version(),
                "rq-workers-running": workers_running(),
            }
        return Response({name: answer[name] for name in sorted(answer)})


@functools.cache
def installed_apps() -> tuple[tuple[str, str], ...]:
    """The Django apps of others that this server runs, with their versions."""
    names = {config.name.partition(".")[0] for config in apps.get_app_configs()} - {"django"}
    found = {name: _version_of(name) for name in names}
    return tuple(sorted((name, text) for name, text in found.items() if text))


def _version_of(name: str) -> str:
    package = sys.modules.get(name)
    text = getattr(package, "__version__", None) or getattr(package, "VERSION", None)
    if isinstance(text, str):
        return text
    try:
        return version(name.partition(".")[0].replace("_", "-"))
    except PackageNotFoundError:
        return ""


def workers_running() -> int:
    """How many workers have reported lately; 0 when Redis can't tell."""
    import django_rq
    from rq import Worker

    try:
        return int(Worker.count(connection=django_rq.get_connection("default")))
    except (RedisError, OSError) as error:
        logger.warning("The workers can't be counted: %s", error)
        return 0
