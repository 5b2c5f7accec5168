"""Who may call a view at all."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from rest_framework.exceptions import PermissionDenied

from netsot.api.permissions import ResourcePermission
from netsot.kernel import access


def user(**kwargs):
    return SimpleNamespace(is_authenticated=True, is_active=True, is_superuser=False, pk=1, **kwargs)


@pytest.fixture(autouse=True)
def grants(monkeypatch):
    """The granted (model, action) pairs."""
    granted: dict[tuple[str, str], list[None]] = {}
    monkeypatch.setattr(access, "_read_grants", lambda _user: granted)
    return granted


def allowed(method, who=None, auth=None, **view):
    request = SimpleNamespace(method=method, user=who or user(), auth=auth)
    view = SimpleNamespace(**{"model": ContentType, **view})
    return ResourcePermission().has_permission(request, view)


@pytest.mark.parametrize(
    ("method", "action"),
    [("GET", "view"), ("HEAD", "view"), ("POST", "add"), ("PUT", "change"), ("PATCH", "change"), ("DELETE", "delete")],
)
def test_a_method_needs_its_action(grants, method, action):
    assert not allowed(method)
    grants["contenttypes.contenttype", action] = [None]
    assert allowed(method)
    assert not allowed("TRACE")


def test_a_view_may_name_its_action(grants):
    grants["contenttypes.contenttype", "view"] = [None]
    assert allowed("POST", required_permission="view")


def test_options_need_any_permission(grants):
    assert not allowed("OPTIONS")
    grants["contenttypes.contenttype", "delete"] = [None]
    assert allowed("OPTIONS")


def test_a_read_only_token_writes_nothing(grants):
    grants["contenttypes.contenttype", "add"] = grants["contenttypes.contenttype", "view"] = [None]
    token = SimpleNamespace(write_enabled=False)
    assert allowed("GET", auth=token)
    with pytest.raises(PermissionDenied):
        allowed("POST", auth=token)


def test_strangers_read_exempt_models_where_login_is_not_required(settings):
    nobody = AnonymousUser()
    settings.EXEMPT_VIEW_PERMISSIONS = ["contenttypes.contenttype"]
    assert not allowed("GET", nobody)
    settings.LOGIN_REQUIRED = False
    assert allowed("GET", nobody)
    assert not allowed("POST", nobody)
    settings.EXEMPT_VIEW_PERMISSIONS = []
    assert not allowed("GET", nobody)


def test_an_operation_on_one_object_is_decided_by_looking_the_object_up(grants):
    operation = SimpleNamespace(detail=True, permission="render_config")
    resource = SimpleNamespace(model=ContentType, actions={"render": operation})
    assert allowed("POST", resource=resource, action="render")
    assert not allowed("POST", AnonymousUser(), resource=resource, action="render")
    operation.detail = False
    assert not allowed("POST", resource=resource, action="render")
    grants["contenttypes.contenttype", "render_config"] = [None]
    assert allowed("POST", resource=resource, action="render")
