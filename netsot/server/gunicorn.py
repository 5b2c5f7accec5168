"""Configuration of gunicorn, read by ``gunicorn -c``; the values come from the environment the supervisor sets."""

import os
from pathlib import Path

bind = os.environ.get("NETSOT_BIND", "127.0.0.1:8990")
workers = int(os.environ.get("NETSOT_WEB_WORKERS", "2"))
threads = int(os.environ.get("NETSOT_WEB_THREADS", "4"))
worker_class = "gthread"
wsgi_app = "netsot.wsgi:application"
# One import for all workers: quicker to start, and the memory of the code is shared.
preload_app = True
timeout = 120
graceful_timeout = 10
keepalive = 5
control_socket_disable = True
limit_request_line = 8190
accesslog = os.environ.get("NETSOT_ACCESS_LOG") or None
errorlog = "-"
loglevel = "warning"
# The heartbeat files must not wait for a disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
# Forwarding headers are judged by our own middleware (TRUSTED_PROXIES).
forwarded_allow_ips = "*" if bind.startswith("unix:") else "127.0.0.1,::1"


def when_ready(server: object) -> None:
    """Load what the first request would load, before the workers are forked."""
    from netsot.server.warm import warm

    warm()
