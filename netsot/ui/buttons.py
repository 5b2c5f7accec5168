"""Buttons of single resources: on an object's page and in the rows of its list. A Resource names them in `buttons`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from netsot.kernel.representation import Context
from netsot.kernel.resource import Resource


@dataclass(frozen=True)
class Link:
    """A button as it is drawn."""

    label: Any
    icon: str
    url: str


class Button:
    """Where one can go from an object, if it makes sense for this object and this reader."""

    fields: ClassVar[tuple[str, ...]] = ()
    """The fields of the API it looks at."""

    def link(self, resource: Resource, row: Mapping[str, Any], context: Context) -> Link | None:
        """The button for an object as the API shows it, or None."""
        raise NotImplementedError(type(self).__name__)


def declared(resource: Resource) -> Sequence[Button]:
    """The buttons of a resource."""
    return resource.buttons


def fields(resource: Resource) -> tuple[str, ...]:
    """The fields its buttons need."""
    return tuple(name for button in declared(resource) for name in button.fields)


def links(resource: Resource, row: Mapping[str, Any], context: Context) -> list[Link]:
    """The buttons of one object."""
    found = [button.link(resource, row, context) for button in declared(resource)]
    return [link for link in found if link is not None]
