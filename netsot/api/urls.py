"""The routes of the REST API, made from the registry."""

from __future__ import annotations

from typing import Any

from django.urls import path

from netsot.api import docs, root, schema, status
from netsot.derive.viewset import routes
from netsot.kernel import registry
from netsot.kernel.resource import Resource


def resource_routes(resource: Resource) -> list[Any]:
    """Collection, member and action routes of one resource."""
    viewset = resource.viewset_class
    collection, member = routes(resource)
    name = f"{resource.app_label}-{resource.model._meta.model_name}"
    found = [
        path(
            f"{resource.path}/{_route(item)}",
            viewset.as_view(dict(item.mapping), **item.kwargs),
            name=f"{name}-{item.url_name}",
        )
        for item in viewset.get_extra_actions()
    ]
    found.append(path(f"{resource.path}/", viewset.as_view(collection, detail=False), name=f"{name}-list"))
    if member:
        found.append(path(f"{resource.path}/<int:pk>/", viewset.as_view(member, detail=True), name=f"{name}-detail"))
    return found


def _route(item: Any) -> str:
    return f"<int:pk>/{item.url_path}/" if item.detail else f"{item.url_path}/"


def extra_routes() -> list[Any]:
    """Routes that belong to no resource; apps name them in `<app>/api_urls.py`."""
    from importlib import import_module
    from importlib.util import find_spec

    from django.apps import apps

    found: list[Any] = []
    for config in apps.get_app_configs():
        if not config.name.startswith("django") and find_spec(config.name) and find_spec(f"{config.name}.api_urls"):
            found += import_module(f"{config.name}.api_urls").urlpatterns
    return found


urlpatterns = [
    path("", root.APIRootView.as_view(), name="api-root"),
    path("status/", status.StatusView.as_view(), name="api-status"),
    path("authentication-check/", root.AuthenticationCheckView.as_view(), name="api-authentication-check"),
    path("schema/", schema.SchemaView.as_view(), name="schema"),
    path("schema/swagger-ui/", docs.SwaggerView.as_view(), name="api_docs"),
    path("schema/redoc/", docs.RedocView.as_view(), name="api_redocs"),
    *extra_routes(),
    *(route for resource in registry.all_resources() for route in resource_routes(resource)),
    path("<str:app>/", root.AppRootView.as_view(), name="api-app-root"),
]
