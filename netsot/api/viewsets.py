"""The viewset behind every resource: reads go out through the Representation, writes in through `kernel.writes`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponseNotModified
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from netsot.api.context import actor_for, context_for, is_true
from netsot.api.filters import FilterBackend, OrderingBackend
from netsot.kernel import access, writes
from netsot.kernel.errors import BatchInvalid
from netsot.kernel.versions import parse_tags, version_of

if TYPE_CHECKING:
    from netsot.kernel.representation import Context, Representation
    from netsot.kernel.resource import Resource

ACTIONS = {"POST": "add", "PUT": "change", "PATCH": "change", "DELETE": "delete"}


class ResourceViewSet(GenericViewSet):
    """Lists, shows, creates, changes and deletes the objects of one resource, one or many at a time."""

    resource: Resource
    lookup_value_regex = r"[0-9]+"
    filter_backends = [FilterBackend, OrderingBackend]

    def get_queryset(self) -> Any:
        """What the user may act on with this method."""
        action = getattr(self, "permission", None) or ACTIONS.get(self.request.method or "", "view")
        return access.restrict(self.resource.queryset(), self.request.user, action)

    def get_serializer_class(self) -> Any:
        return self.resource.serializer_class

    # Reading

    def selection(self) -> Representation:
        """The representation the query string asks for: `brief`, `fields`, `omit`, `exclude`."""
        parameters = self.request.query_params
        form = "brief" if is_true(parameters.get("brief")) else "full"
        fields = _names(parameters.getlist("fields"))
        omit = _names(parameters.getlist("omit")) + _names(parameters.getlist("exclude"))
        return self.resource.representation(form, fields or None, tuple(omit))

    def list(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """A page of objects."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        results = self.selection().render(page, context_for(request))
        return self.get_paginated_response(results)

    def retrieve(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """One object, with the version of its row as `ETag`."""
        obj = self._stored()
        tag = version_of(obj)
        if tag in parse_tags(request.headers.get("If-None-Match", "")):
            answer = HttpResponseNotModified()
            answer["ETag"] = tag
            return answer
        found = self.selection().render(self.resource.model._default_manager.filter(pk=obj.pk), context_for(request))
        if not found:
            raise Http404
        return Response(found[0], headers={"ETag": tag})

    def _stored(self) -> Any:
        obj = self.get_queryset().filter(pk=self._id()).first()
        if obj is None:
            raise Http404(_("No %s matches the given query.") % self.resource.model._meta.object_name)
        return obj

    def _id(self) -> int:
        number = int(self.kwargs["pk"])
        if number >= 2**63:
            raise Http404(_("No %s matches the given query.") % self.resource.model._meta.object_name)
        return number

    # Writing

    def create(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Create one object, or a list of them: all or none."""
        rows, many = self._rows()
        result = self._write(lambda render, dry: writes.create(
            self.resource, rows, self._actor(rows), dry_run=dry, render=render), many)  # fmt: skip
        if self._is_dry():
            return self._dry_answer(result)
        body = self.created(result.objs, result.rendered)
        if many:
            return Response(body, status=status.HTTP_201_CREATED)
        tag = {"ETag": version_of(result.objs[0]), "Location": body[0].get("url", "")}
        return Response(body[0], status=status.HTTP_201_CREATED, headers=tag)

    def created(self, objs: Sequence[Any], rendered: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Hook: what a creation answers (a token shows itself once)."""
        return rendered

    def update(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Replace one object: required fields must be sent."""
        return self._change(partial=False)

    def partial_update(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Change some fields of one object."""
        return self._change(partial=True)

    def _change(self, *, partial: bool) -> Response:
        pk, row = self._id(), self.request.data
        result = self._write(lambda render, dry: writes.update(
            self.resource, [(pk, row)], self._actor([row]), partial=partial,
            versions=self._versions(pk), dry_run=dry, render=render), many=False)  # fmt: skip
        if self._is_dry():
            return self._dry_answer(result)
        return Response(result.rendered[0], headers={"ETag": version_of(result.objs[0])})

    def destroy(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Delete one object and what depends on it."""
        pk = self._id()
        row = request.data if isinstance(request.data, dict) else {}
        result = writes.delete(
            self.resource, [pk], self._actor([row]), versions=self._versions(pk), dry_run=self._is_dry()
        )
        return self._dry_answer(result) if self._is_dry() else Response(status=status.HTTP_204_NO_CONTENT)

    def bulk_update(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Replace many objects, each named by its `id`: all or none."""
        return self._change_many(partial=False)

    def bulk_partial_update(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Change many objects, each named by its `id`: all or none."""
        return self._change_many(partial=True)

    def _change_many(self, *, partial: bool) -> Response:
        rows = self._many()
        pairs = list(zip(self._ids(rows), rows, strict=True))
        actor = self._actor(rows)
        try:
            result = self._write(lambda render, dry: writes.update(
                self.resource, pairs, actor, partial=partial, dry_run=dry, render=render), many=True)  # fmt: skip
        except Http404 as error:
            raise self._missing([pk for pk, _row in pairs]) from error
        return self._dry_answer(result) if self._is_dry() else Response(result.rendered)

    def bulk_destroy(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Delete many objects, each named by its `id`: all or none."""
        rows = self._many()
        ids = self._ids(rows)
        try:
            result = writes.delete(self.resource, ids, self._actor(rows), dry_run=self._is_dry())
        except Http404 as error:
            raise self._missing(ids) from error
        return self._dry_answer(result) if self._is_dry() else Response(status=status.HTTP_204_NO_CONTENT)

    def _rows(self) -> tuple[list[Any], bool]:
        data = self.request.data
        if isinstance(data, list):
            return data, True
        return [data], False

    def _many(self) -> list[Any]:
        data = self.request.data
        if not isinstance(data, list):
            raise ValidationError({"detail": _("Expected a list of objects, each with its id.")})
        return data

    def _ids(self, rows: Sequence[Any]) -> list[int]:
        details: list[dict[str, Any]] = [{} for _row in rows]
        ids: list[int] = []
        for position, row in enumerate(rows):
            value = row.get("id") if isinstance(row, dict) else row
            if isinstance(value, str) and value.isdecimal() and len(value) < 19:
                value = int(value)
            if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**63:
                details[position] = {"id": [_("Give the numeric id of the object.")]}
            elif value in ids:
                details[position] = {"id": [_("The object %s stands twice in this request.") % value]}
            ids.append(value)  # type: ignore[arg-type]
        if any(details):
            raise _many_invalid(details)
        return ids

    def _missing(self, ids: Sequence[int]) -> BatchInvalid:
        visible = set(access.restrict(
            self.resource.model._default_manager.filter(pk__in=ids), self.request.user, "view"
        ).values_list("pk", flat=True))  # fmt: skip
        text = _("Object %s not found.")
        return _many_invalid([{} if pk in visible else {"id": [text % pk]} for pk in ids])

    def _write(self, work: Callable[[Any, bool], writes.Result], many: bool) -> writes.Result:
        context = context_for(self.request)
        representation = self.selection()
        try:
            return work(lambda objs: self._render(representation, objs, context), self._is_dry())
        except BatchInvalid as error:
            error.many = many  # type: ignore[attr-defined]
            raise

    def _render(self, representation: Representation, objs: Sequence[Any], context: Context) -> list[dict[str, Any]]:
        return representation.of([obj.pk for obj in objs], context)

    def _is_dry(self) -> bool:
        return is_true(self.request.query_params.get("dry_run"))

    def _dry_answer(self, result: writes.Result) -> Response:
        """What would be, and what would change; nothing was written."""
        changed = [
            {
                "action": entry.action,
                "object_type": entry.model._meta.label_lower,
                "object_id": entry.pk,
                "display": entry.label,
                "before": _different(entry.before, entry.after),
                "after": _different(entry.after, entry.before),
            }
            for entry in result.entries
        ]
        return Response({"dry_run": True, "objects": result.rendered or [], "changes": changed})

    def _versions(self, pk: int) -> dict[int, list[str]]:
        header = self.request.headers.get("If-Match")
        return {pk: parse_tags(header)} if header is not None else {}

    def _actor(self, rows: Sequence[Any]) -> writes.Actor:
        messages = (str(row.get("changelog_message") or "") for row in rows if isinstance(row, dict))
        return actor_for(self.request, next((text for text in messages if text), "")[:200])


def _names(values: Sequence[str]) -> list[str]:
    return [name for value in values for name in value.split(",") if name]


def _many_invalid(details: list[dict[str, Any]]) -> BatchInvalid:
    error = BatchInvalid(details)
    error.many = True  # type: ignore[attr-defined]
    return error


def _different(state: dict[str, Any] | None, other: dict[str, Any] | None) -> dict[str, Any] | None:
    if state is None or other is None:
        return state
    return {name: value for name, value in state.items() if other.get(name) != value}
