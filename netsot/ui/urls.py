"""Routes of the pages, made from the registry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import include, path

from netsot.kernel import registry
from netsot.kernel.introspection import has_feature
from netsot.kernel.resource import Resource
from netsot.ui.views import bulk, changes, delete, detail, edit, site
from netsot.ui.views import list as lists


def routes(resource: Resource) -> list[Any]:
    """The pages of one resource: `<app>:<model>` is the object, `<app>:<model>_list` the list, and so on.

    A resource replaces single ones by its attribute `views`: {suffix of the URL name: view}.
    """
    model, endpoint = resource.model._meta.model_name, resource.path.partition("/")[2]
    methods = resource.methods
    wanted: list[tuple[str, str, Any, bool]] = [
        ("_list", "", lists.ListView, "list" in methods),
        ("_add", "add/", edit.AddView, "create" in methods),
        ("_bulk_edit", "edit/", bulk.BulkEditView, "update" in methods),
        ("_bulk_delete", "delete/", delete.BulkDeleteView, "delete" in methods),
        ("", "<int:pk>/", detail.DetailView, "retrieve" in methods),
        ("_edit", "<int:pk>/edit/", edit.EditView, "update" in methods),
        ("_delete", "<int:pk>/delete/", delete.DeleteView, "delete" in methods),
        ("_changelog", "<int:pk>/changelog/", changes.ChangelogView, has_feature(resource.model, "change_logging")),
        ("_journal", "<int:pk>/journal/", changes.JournalView, has_feature(resource.model, "journaling")),
    ]
    special: Mapping[str, Any] = resource.views
    return [
        path(f"{endpoint}/{tail}", special.get(suffix, view).as_view(resource=resource), name=f"{model}{suffix}")
        for suffix, tail, view, offered in wanted
        if offered
    ]


def pages() -> list[Any]:
    """The routes of every resource, one namespace per app."""
    by_app: dict[str, list[Any]] = {}
    for resource in registry.all_resources():
        by_app.setdefault(resource.app_label, []).extend(routes(resource))
    return [path(f"{label}/", include((found, label))) for label, found in by_app.items()]


account = [
    path("", site.ProfileView.as_view(), name="profile"),
    path("preferences/", site.PreferencesView.as_view(), name="preferences"),
    path("password/", site.PasswordView.as_view(), name="password"),
    path("api-tokens/", site.TokensView.as_view(), name="tokens"),
    path("columns/<str:label>/", site.ColumnsView.as_view(), name="columns"),
]

urlpatterns = [
    path("", site.HomeView.as_view(), name="home"),
    path("login/", site.LoginView.as_view(), name="login"),
    path("logout/", site.LogoutView.as_view(), name="logout"),
    path("user/", include((account, "account"))),
    *pages(),
]
