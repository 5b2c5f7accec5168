"""Read the configuration: defaults, over them the file, over that the environment."""

from __future__ import annotations

import copy
import difflib
import json
import os
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netsot.conf.defaults import PARAMETERS

FILE_NAME = "nsot.conf.py"
TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


class ConfigurationError(Exception):
    """The configuration can't be used; the message says what to change."""


class ConfigurationWarning(UserWarning):
    """A part of the configuration has no effect."""


def config_file(home: Path) -> Path | None:
    """The file to read: ``NETSOT_CONFIG``, else the one in the home folder when there is one."""
    if value := os.environ.get("NETSOT_CONFIG"):
        path = Path(value).expanduser().resolve()
        if not path.is_file():
            raise ConfigurationError(f"the configuration file {path} (NETSOT_CONFIG) does not exist")
        return path
    path = home / FILE_NAME
    return path if path.is_file() else None


def load(home: Path, environ: Mapping[str, str] | None = None) -> tuple[dict[str, Any], set[str]]:
    """All parameters with their values, and the names of those that were set rather than left to their default."""
    values = {name: copy.deepcopy(item.default) for name, item in PARAMETERS.items()}
    given: dict[str, Any] = {}
    if path := config_file(home):
        given.update(read_file(path))
    given.update(read_environment(os.environ if environ is None else environ))
    return values | given, set(given)


def read_file(path: Path) -> dict[str, Any]:
    """The parameters a Python file assigns; an unknown name gives a warning with the nearest valid one."""
    names: dict[str, Any] = {"__file__": str(path), "__name__": "netsot_configuration"}
    try:
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)  # noqa: S102 - it is the operator's
    except Exception as error:
        raise ConfigurationError(f"{path}: {type(error).__name__}: {error}") from error
    result = {}
    for name, value in names.items():
        if not name.isupper():
            continue
        if name in PARAMETERS:
            result[name] = value
            continue
        nearest = difflib.get_close_matches(name, PARAMETERS, n=1, cutoff=0.6)
        hint = f"; did you mean {nearest[0]}?" if nearest else ""
        warnings.warn(f"{path}: unknown parameter {name} is ignored{hint}", ConfigurationWarning, stacklevel=2)
    return result


def read_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    """The parameters that environment variables set."""
    result = {}
    for name, item in PARAMETERS.items():
        for variable in (f"NETSOT_{name}", *item.env):
            if variable in environ:
                result[name] = _parse(variable, environ[variable], item.default)
                break
    # The names that the container images of NetBox use.
    if environ.get("DB_HOST") or environ.get("DB_NAME"):
        result["DATABASE"] = _without_empty(
            {
                "HOST": environ.get("DB_HOST", "localhost"),
                "PORT": environ.get("DB_PORT"),
                "NAME": environ.get("DB_NAME", "netbox"),
                "USER": environ.get("DB_USER"),
                "PASSWORD": _secret(environ, "DB_PASSWORD"),
                "OPTIONS": {"sslmode": environ["DB_SSLMODE"]} if environ.get("DB_SSLMODE") else None,
            }
        )
    if environ.get("REDIS_HOST"):
        tasks = _redis(environ, "REDIS_")
        cache = tasks | {"DATABASE": "1"} | _redis(environ, "REDIS_CACHE_")
        result["REDIS"] = {"tasks": tasks, "caching": cache}
    peppers = {
        int(variable.rpartition("_")[2]): value
        for variable, value in environ.items()
        if variable.startswith("API_TOKEN_PEPPER_") and variable.rpartition("_")[2].isdecimal() and value
    }
    if peppers:
        result["API_TOKEN_PEPPERS"] = peppers
    return result


def _redis(environ: Mapping[str, str], prefix: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        key: environ.get(f"{prefix}{key}") for key in ("HOST", "PORT", "USERNAME", "DATABASE", "UNIX_SOCKET_PATH")
    }
    found["PASSWORD"] = _secret(environ, f"{prefix}PASSWORD")
    if environ.get(f"{prefix}SSL"):
        found["SSL"] = environ[f"{prefix}SSL"].lower() in TRUE
    return _without_empty(found)


def _secret(environ: Mapping[str, str], name: str) -> str | None:
    """A secret from its variable or from the file that ``<name>_FILE`` names."""
    if path := environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return environ.get(name)


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "")}


def _parse(variable: str, text: str, default: Any) -> Any:
    """The value of an environment variable, of the same type as the default."""
    try:
        if isinstance(default, bool):
            if text.lower() not in TRUE | FALSE:
                raise ValueError("expected true or false")
            return text.lower() in TRUE
        if isinstance(default, int):
            return int(text)
        if isinstance(default, dict) or text.startswith("["):
            return json.loads(text) if text else copy.deepcopy(default)
        if isinstance(default, list):
            return [part for part in text.replace(",", " ").split() if part]
    except ValueError as error:
        raise ConfigurationError(f"the environment variable {variable}: {error}") from error
    return text
