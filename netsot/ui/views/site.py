"""The pages that belong to no resource: home, logging in and out, the reader's own account."""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass
from typing import Any

from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from netsot.kernel import access, registry
from netsot.ui import differences, inputs, navigation, preferences
from netsot.ui.related import count_all
from netsot.ui.safe import safe_next
from netsot.ui.views.base import PageView

RECENT = 10


@dataclass
class Tile:
    """One menu on the home page: what it lists and how many."""

    text: str
    icon: str
    lines: list[tuple[str, str, int]]


class HomeView(PageView):
    """`/`: how much there is, and what happened last."""

    template = "home.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Counts of what the reader may see, in one query, and the latest changes."""
        return self.page(tiles=self.tiles(), changes=self.changes(), changelog_url=self.changelog_url())

    def tiles(self) -> list[Tile]:
        """The menus whose objects people count: no components, no logs."""
        shown = [
            r for r in navigation.listed() if r.menu[0] in TILES and access.can(self.request.user, r.model, "view")
        ]
        counts = count_all([self.context.restrict(resource.queryset()) for resource in shown])
        found: dict[str, list[tuple[str, str, int]]] = {name: [] for name in TILES}
        for resource, count in zip(shown, counts, strict=True):
            if resource.menu[-1] not in LEFT_OUT:
                url = f"{self.context.base_url}/{resource.path}/"
                found[resource.menu[0]].append((navigation.plural(resource), url, count))
        return [Tile(_(name), navigation.icon(name), lines) for name, lines in found.items() if lines]

    def changes(self) -> list[tuple[Any, str, str]]:
        """(entry, address, colour)."""
        resource = registry.get("core.objectchange")
        if resource is None or not access.can(self.request.user, resource.model, "view"):
            return []
        rows = self.context.restrict(resource.queryset().select_related("changed_object_type"))[:RECENT]
        base = f"{self.context.base_url}/{resource.path}/"
        shown = differences.as_shown(rows, self.context)
        return [(row, f"{base}{row.pk}/", differences.COLORS.get(row.action, "gray")) for row in shown]

    def changelog_url(self) -> str:
        """The whole change log."""
        resource = registry.get("core.objectchange")
        return f"{self.context.base_url}/{resource.path}/" if resource else ""


TILES = (
    "Organization",
    "Racks",
    "Devices",
    "Connections",
    "IPAM",
    "Circuits",
    "Virtualization",
    "Wireless",
    "VPN",
    "Power",
)
LEFT_OUT = ("Device Components", "Addressing")


class LoginForm(AuthenticationForm):
    """Name and password."""

    error_messages = {
        "invalid_login": gettext_lazy(
            "This name and password don't match, or the account can't be used now. Try again."
        ),
        "inactive": gettext_lazy("This name and password don't match, or the account can't be used now. Try again."),
    }


@method_decorator([never_cache, sensitive_post_parameters("password")], name="dispatch")
class LoginView(View):
    """`/login/`."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The form; who is logged in already goes on."""
        if request.user.is_authenticated:
            return HttpResponseRedirect(safe_next(request))
        return self.page(LoginForm(request))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Log in and go on; the backend slows down guessing."""
        form = LoginForm(request, data=request.POST)
        if not form.is_valid():
            return self.page(form, status=422)
        user = form.get_user()
        login(request, user)
        return HttpResponseRedirect(safe_next(request))

    def page(self, form: LoginForm, status: int = 200) -> HttpResponseBase:
        """The page."""
        from django.shortcuts import render

        inputs.decorate(form)
        form.fields["password"].widget.attrs["autocomplete"] = "current-password"
        values = {"form": form, "next": safe_next(self.request)}
        return render(self.request, "login.html", values, status=status)


class LogoutView(View):
    """`/logout/`: ends the session; only by a form, so that no other site can do it."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Ask first: an address alone ends nothing."""
        from django.shortcuts import render

        return render(request, "logout.html") if request.user.is_authenticated else self.gone()

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """End the session."""
        logout(request)
        return self.gone()

    def gone(self) -> HttpResponseBase:
        """Where to go afterwards."""
        return HttpResponseRedirect(resolve_url(settings.LOGOUT_REDIRECT_URL or "home"))


class AccountView(PageView):
    """A page about the reader's own account."""

    login_always = True
    tab = ""

    def page(self, template: str = "", status: int = 200, **values: Any) -> HttpResponseBase:
        token = registry.get("users.token")
        return super().page(
            template,
            status,
            tab=self.tab,
            tokens_url=f"{self.context.base_url}/{token.path}/" if token else "",
            **values,
        )


class ProfileView(AccountView):
    """`/user/`: who one is and what one may do."""

    template = "user/profile.html"
    tab = "profile"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The account, its groups and permissions."""
        user: Any = request.user
        return self.page(groups=list(user.groups.all()), permissions=permissions_of(user))


def permissions_of(user: Any) -> list[tuple[str, list[tuple[str, bool]]]]:
    """(kind of objects, (action, whether it is limited to some of them)) for everything `user` may do."""
    out = []
    for resource in sorted(registry.all_resources(), key=lambda item: item.label):
        actions = []
        for action in ("view", "add", "change", "delete"):
            if access.can(user, resource.model, action):
                actions.append((action, not access.is_unlimited(user, resource.model, action)))
        if actions:
            out.append((capfirst(str(resource.model._meta.verbose_name_plural)), actions))
    return out


class TokensView(AccountView):
    """`/user/api-tokens/`: the reader's own tokens."""

    template = "user/tokens.html"
    tab = "tokens"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Every token, without its secret."""
        model = apps.get_model("users", "Token")
        tokens = access.restrict(model.objects.filter(user=request.user), request.user)
        return self.page(tokens=list(tokens), may_add=access.can(request.user, model, "add"))


class PreferencesForm(forms.Form):
    """What the reader likes."""

    per_page = forms.TypedChoiceField(label=gettext_lazy("Rows per page"), coerce=int, required=False, empty_value=None)
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)
    timezone = forms.ChoiceField(
        label=gettext_lazy("Time zone"), required=False, help_text=gettext_lazy("Of the dates and times on pages.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standard = [("", _("As configured"))]
        self.fields["per_page"].choices = [*standard, *((size, str(size)) for size in preferences.page_sizes())]
        self.fields["language"].choices = [*standard, *settings.LANGUAGES]
        zones = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone or zone == "UTC")
        self.fields["timezone"].choices = [*standard, *((zone, zone) for zone in zones)]


PATHS = {"per_page": "pagination.per_page", "language": "locale.language", "timezone": "locale.timezone"}


class PreferencesView(AccountView):
    """`/user/preferences/`."""

    template = "user/preferences.html"
    tab = "preferences"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The form, and the lists with columns of their own."""
        held = preferences.of_request(request)
        return self.show(PreferencesForm(initial={name: held.get(path) for name, path in PATHS.items()}))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Keep them; or forget the columns of one list."""
        held = preferences.of_request(request)
        form = PreferencesForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        for name, path in PATHS.items():
            value = form.cleaned_data[name]
            if value in (None, ""):
                held.clear(path)
            else:
                held.set(path, value)
        held.save()
        answer = HttpResponseRedirect(request.path)
        remember_language(request, answer, form.cleaned_data["language"])
        messages.success(request, _("Your preferences were saved."))
        return answer

    def show(self, form: PreferencesForm, status: int = 200) -> HttpResponseBase:
        """The page."""
        inputs.decorate(form)
        held = preferences.of_request(self.request)
        tables = [
            (navigation.plural(resource), resource.label)
            for resource in registry.all_resources()
            if isinstance(held.get(preferences.columns_path(resource.label)), list)
        ]
        return self.page(status=status, form=form, tables=tables)


def remember_language(request: HttpRequest, answer: Any, language: str) -> None:
    """The locale middleware reads the language from a cookie."""
    name = settings.LANGUAGE_COOKIE_NAME
    if language:
        answer.set_cookie(
            name, language, max_age=365 * 24 * 3600, path=settings.LANGUAGE_COOKIE_PATH, samesite="Lax",
            secure=request.is_secure(), httponly=True,
        )  # fmt: skip
    else:
        answer.delete_cookie(name, path=settings.LANGUAGE_COOKIE_PATH)


class ColumnsView(AccountView):
    """`/user/columns/<label>/`: which columns a list shows to the reader."""

    def post(self, request: HttpRequest, label: str) -> HttpResponseBase:
        """Keep the choice; without one, the usual columns come back."""
        resource = registry.get(label)
        names: list[str] = []
        if resource is not None:
            if "_reset" not in request.POST:
                available = resource.table.available()
                names = [name for name in request.POST.getlist("column") if name in available]
            preferences.change(request, preferences.columns_path(resource.label), names or None)
        return HttpResponseRedirect(safe_next(request))


@method_decorator(sensitive_post_parameters(), name="dispatch")
class PasswordView(AccountView):
    """`/user/password/`: a new password for the reader."""

    template = "user/password.html"
    tab = "password"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The form."""
        return self.show(PasswordChangeForm(request.user))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Change it; other sessions of the account end."""
        form = PasswordChangeForm(request.user, request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        form.save()
        update_session_auth_hash(request, form.user)
        messages.success(request, _("Your password was changed. Other sessions have ended."))
        return HttpResponseRedirect(resolve_url("account:profile"))

    def show(self, form: PasswordChangeForm, status: int = 200) -> HttpResponseBase:
        """The page."""
        inputs.decorate(form)
        form.fields["old_password"].widget.attrs["autocomplete"] = "current-password"
        return self.page(status=status, form=form)
