"""Do once, before the web workers are forked, what the first request to each of them would otherwise do."""

from __future__ import annotations

import logging

logger = logging.getLogger("netsot.server")


def warm() -> None:
    """Load the URLs, the views behind them, the templates' engine and the renderers, without touching a database."""
    from django.db import connections
    from django.template import engines
    from django.urls import get_resolver
    from rest_framework.settings import api_settings

    try:
        resolver = get_resolver()
        _walk(resolver)
        # Fills the tables that reverse() looks things up in.
        resolver._populate()
    except Exception:
        # The same error is about to be answered to a visitor; here it must not keep the site down.
        logger.exception("loading the URLs failed")
    for engine in engines.all():
        engine.engine  # noqa: B018 - a cached property
    for name in ("DEFAULT_RENDERER_CLASSES", "DEFAULT_PARSER_CLASSES", "DEFAULT_AUTHENTICATION_CLASSES"):
        getattr(api_settings, name)
    # A connection must not be shared by forked processes.
    connections.close_all()


def _walk(resolver: object) -> None:
    for pattern in resolver.url_patterns:  # type: ignore[attr-defined]
        if hasattr(pattern, "url_patterns"):
            _walk(pattern)
