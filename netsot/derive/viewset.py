"""The viewset of a Resource: the methods it offers, its filters, and its custom actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework.decorators import action as drf_action

if TYPE_CHECKING:
    from netsot.kernel.resource import Action, Resource

COLLECTION = {
    "list": ("get", "list"),
    "create": ("post", "create"),
    "update": ("put", "bulk_update"),
    "delete": ("delete", "bulk_destroy"),
}
MEMBER = {"retrieve": ("get", "retrieve"), "update": ("put", "update"), "delete": ("delete", "destroy")}


def derive(resource: Resource, base: type[Any] | None = None) -> type[Any]:
    """The viewset class. A nested `class ViewSet` of the Resource is mixed in before the base."""
    if base is None:
        from importlib import import_module

        # The API stands above the kernel; it is named, not imported, at module level.
        base = import_module("netsot.api.viewsets").ResourceViewSet
    own = getattr(type(resource), "ViewSet", None)
    bases = (own,) if own and issubclass(own, base) else (own, base) if own else (base,)
    attributes: dict[str, Any] = {
        "resource": resource,
        "queryset": resource.model._default_manager.all(),
        "serializer_class": resource.serializer_class,
        "__module__": type(resource).__module__,
        "__doc__": type(resource).__doc__,
    }
    for name, item in resource.actions.items():
        if not hasattr(own, name):
            attributes[name] = _view(resource, name, item)
    return type(f"{resource.model.__name__}ViewSet", bases, attributes)


def routes(resource: Resource) -> tuple[dict[str, str], dict[str, str]]:
    """HTTP method → handler, for the collection and for one object."""
    collection = dict(COLLECTION[name] for name in resource.methods if name in COLLECTION)
    member = dict(MEMBER[name] for name in resource.methods if name in MEMBER)
    if "update" in resource.methods:
        collection["patch"], member["patch"] = "bulk_partial_update", "partial_update"
    return collection, member


def _view(resource: Resource, name: str, item: Action) -> Any:
    def handler(self: Any, request: Any, *args: Any, **kwargs: Any) -> Any:
        self.permission = item.permission
        target = self._stored() if item.detail else self.filter_queryset(self.get_queryset())
        return item.function(self.resource, request, target)

    handler.__name__ = name
    handler.__qualname__ = f"{type(resource).__qualname__}.{name}"
    handler.__doc__ = item.function.__doc__
    view = drf_action(detail=item.detail, methods=list(item.methods), url_path=item.path)(handler)
    if item.schema:
        from drf_spectacular.utils import extend_schema

        # After: the decorator above begins with an empty set of attributes.
        view = extend_schema(**item.schema)(view)
    return view
