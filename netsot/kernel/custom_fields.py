"""The kernel's view of custom fields. The `extras` app provides them; without it there are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from django.db import models

from netsot.kernel.errors import Errors

if TYPE_CHECKING:
    from netsot.kernel.representation import Page


class Provider(Protocol):
    """What the kernel asks of custom fields."""

    def fields(self, model: type[models.Model]) -> Sequence[Any]:
        """The definitions for `model`, in order."""

    def choices(self, definition: Any) -> Sequence[tuple[str, str]]:
        """(value, label) of what a selection offers, in order."""

    def parse(
        self, model: type[models.Model], objs: Sequence[Any], sent: Sequence[dict[str, Any] | None], errors: Errors
    ) -> None:
        """Merge what was sent into `custom_field_data` of each object, with defaults for new ones, and check it."""

    def render(self, page: Page, stored: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
        """The stored values of a page as the API shows them."""


class NoCustomFields:
    """The provider until one is registered."""

    def fields(self, model: type[models.Model]) -> Sequence[Any]:
        return ()

    def choices(self, definition: Any) -> Sequence[tuple[str, str]]:
        return ()

    def parse(
        self, model: type[models.Model], objs: Sequence[Any], sent: Sequence[dict[str, Any] | None], errors: Errors
    ) -> None:
        """Nothing to merge."""

    def render(self, page: Page, stored: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
        return [{} for _ in stored]


_provider: Provider = NoCustomFields()


def register(provider: Provider) -> None:
    """Name the provider; the `extras` app does when it is ready."""
    global _provider
    _provider = provider


def provider() -> Provider:
    """The registered provider."""
    return _provider
