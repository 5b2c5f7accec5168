"""Pages of lists: by limit and offset, or by cursor (`start`) for reading everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from netsot.conf import get_config

LARGEST = 2**63 - 1


class Pagination(LimitOffsetPagination):
    """`limit` and `offset`, or `limit` and `start`: then by id from `start` on, without a count, for any depth.

    `paginate_queryset` gives a queryset, as the Representation reads the columns itself.
    """

    def paginate_queryset(self, queryset: Any, request: Any, view: Any = None) -> Any:
        self.request = request
        self.limit = self.get_limit(request)
        self.start = _start(request)
        if self.start is not None:
            return self._from_start(queryset, self.start)
        self.offset = self.get_offset(request)
        self.count = self.get_count(queryset)
        self.display_page_controls = self.count > self.limit and self.template is not None
        if self.count == 0 or self.offset >= self.count:
            return queryset.none()
        return queryset[self.offset : self.offset + self.limit]

    def get_limit(self, request: Any) -> int:
        """How many; nonsense means the default, 0 and too many mean the most there may be."""
        config = get_config()
        limit = _integer(request.query_params.get("limit", ""))
        if limit is None or limit < 0:
            limit = config.PAGINATE_COUNT
        most = config.MAX_PAGE_SIZE or LARGEST
        return most if limit == 0 else min(limit, most)

    def get_offset(self, request: Any) -> int:
        """Where to begin; nonsense means at the beginning."""
        offset = _integer(request.query_params.get("offset", ""))
        return min(offset, LARGEST) if offset is not None and offset > 0 else 0

    def get_count(self, queryset: Any) -> int:
        """How many in all; order and annotations play no part in that."""
        return int(queryset.order_by().count())

    def _from_start(self, queryset: Any, start: int) -> Any:
        self.display_page_controls = False
        self.count = None
        limit = self.limit
        if start > LARGEST:
            self.following = None
            return queryset.none()
        # Only the ids, one more than asked for: tells whether there is more, and where it begins.
        ids = queryset.order_by("pk").filter(pk__gte=start).values_list("pk", flat=True)[: min(limit, LARGEST - 1) + 1]
        found = list(ids)
        self.following = found[limit - 1] + 1 if len(found) > limit else None
        return queryset.filter(pk__in=found[:limit]).order_by("pk") if found else queryset.none()

    def get_next_link(self) -> str | None:
        if self.start is None:
            if self.offset + self.limit >= self.count:
                return None
            return self._link(limit=self.limit, offset=self.offset + self.limit)
        return None if self.following is None else self._link(limit=self.limit, start=self.following)

    def get_previous_link(self) -> str | None:
        if self.start is not None or self.offset <= 0:
            return None
        if self.offset - self.limit <= 0:
            return remove_query_param(self._link(limit=self.limit), "offset")
        return self._link(limit=self.limit, offset=self.offset - self.limit)

    def _link(self, **values: int) -> str:
        url: str = self.request.build_absolute_uri()
        for name, value in values.items():
            url = replace_query_param(url, name, value)
        return url

    def envelope(self, results: Any) -> dict[str, Any]:
        """The answer's body around `results`."""
        return {
            "count": self.count,
            "next": self.get_next_link(),
            "previous": self.get_previous_link(),
            "results": results,
        }

    def get_paginated_response(self, data: Any) -> Response:
        return Response(self.envelope(data))

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": "string", "nullable": True, "format": "uri"}
        return {
            "type": "object",
            "required": ["count", "next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "nullable": True, "description": str(_("Null when read by `start`."))},
                "next": dict(link),
                "previous": dict(link),
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            _parameter("limit", _("Objects per page; 0 for as many as the server allows.")),
            _parameter("offset", _("How many objects to skip.")),
            _parameter("start", _("Read by id, from this one on, without a count. Not together with `offset`.")),
        ]


def page_of_list(request: Any, items: Sequence[Any]) -> Response:
    """A page, by `limit` and `offset`, of what was made up for this request."""
    page = Pagination()
    page.request, page.start, page.count = request, None, len(items)
    page.limit, page.offset = page.get_limit(request), page.get_offset(request)
    return page.get_paginated_response(items[page.offset : page.offset + page.limit])


def _parameter(name: str, description: Any) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": str(description),
        "schema": {"type": "integer", "minimum": 0},
    }


def _start(request: Any) -> int | None:
    text = request.query_params.get("start")
    if text is None:
        return None
    if "offset" in request.query_params:
        raise ValidationError({"start": [_("“start” and “offset” can't be used together.")]})
    start = _integer(text)
    if start is None or start < 0:
        raise ValidationError({"start": [_("Enter a whole number from 0 on.")]})
    return start


def _integer(text: str) -> int | None:
    # Longer ones are no page anybody has; Python refuses to read very long ones.
    if len(text) > 30:
        return LARGEST + 1 if text.isdecimal() else None
    try:
        return int(text)
    except ValueError:
        return None
