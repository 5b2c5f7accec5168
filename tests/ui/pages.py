"""What the tests of pages share: a logged-in browser without scripts, and forms read from HTML."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

from django.test import Client

from netsot.derive import objectlists
from netsot.derive.formfields import DataField, ListField, RangesField
from netsot.derive.objectlists import ObjectsField
from netsot.kernel import registry
from netsot.kernel.resource import Resource

ALL = list(registry.all_resources())


def browser(user: Any = None) -> Client:
    """A browser, logged in as `user`."""
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


class Page(HTMLParser):
    """The forms of a page as a browser would send them, and what must not be in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[dict[str, list[str]]] = []
        self.inline: list[str] = []
        self.labels: set[str] = set()
        self.inputs: list[dict[str, str]] = []
        self._select: tuple[str, bool, list[str], list[str]] | None = None
        self._text: str | None = None
        self._inert = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        for name in found:
            if name == "style" or name.startswith("on"):
                self.inline.append(f"<{tag} {name}={found[name]!r}>")
        if tag == "style" or (tag == "script" and "src" not in found):
            self.inline.append(f"<{tag}>")
        if tag == "a" and found.get("href", "").lower().startswith("javascript:"):
            self.inline.append(found["href"])
        if tag == "label" and "for" in found:
            self.labels.add(found["for"])
        if tag in ("input", "select", "textarea"):
            self.inputs.append({**found, "tag": tag})
        if tag == "form":
            self.forms.append({})
        if tag == "template":
            self._inert = True
        if not self.forms or "disabled" in found or self._inert:
            return
        form, name = self.forms[-1], found.get("name", "")
        if tag == "input" and name:
            kind = found.get("type", "text")
            if kind in ("checkbox", "radio"):
                if "checked" in found:
                    form.setdefault(name, []).append(found.get("value", "on"))
            elif kind != "file":
                form.setdefault(name, []).append(found.get("value", ""))
        elif tag == "select":
            self._select = (name, "multiple" in found, [], [])
        elif tag == "option" and self._select:
            self._select[3].append(found.get("value", ""))
            if "selected" in found:
                self._select[2].append(found.get("value", ""))
        elif tag == "textarea" and name:
            form.setdefault(name, []).append("")
            self._text = name

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self._select:
            name, multiple, chosen, offered = self._select
            # A browser sends the first option of a single select when none is marked.
            self.forms[-1].setdefault(name, []).extend(chosen if multiple else (chosen or offered)[:1])
            self._select = None
        elif tag == "textarea":
            self._text = None
        elif tag == "template":
            self._inert = False

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self.forms[-1][self._text][-1] += data.removeprefix("\n").replace("\n", "\r\n")


def read(answer: Any) -> Page:
    """The answer's HTML, parsed."""
    return Page(answer.content.decode())


def main_form(answer: Any) -> dict[str, list[str]]:
    """The form a page is about: the one with the reason for the change."""
    return next(form for form in read(answer).forms if "changelog_message" in form)


def sent(resource: Resource, payload: dict[str, Any]) -> dict[str, Any]:
    """A payload of the API as somebody would enter it into the form."""
    out: dict[str, Any] = {}
    for name, value in payload.items():
        field = resource.form_class.base_fields.get(name)
        if field is None or value is None or value is False:
            continue
        if isinstance(field, ObjectsField):
            out[field.type_field], out[name] = objectlists.start(value)
        elif isinstance(field, DataField):
            out[name] = json.dumps(value)
        elif isinstance(field, RangesField | ListField):
            out[name] = field.prepare_value(value)
        else:
            out[name] = value
    return out
