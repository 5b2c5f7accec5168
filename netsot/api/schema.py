"""The OpenAPI document: resources describe themselves from their declaration, other views by drf-spectacular."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from drf_spectacular import generators, openapi
from drf_spectacular.plumbing import ResolvedComponent, force_instance
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from rest_framework.views import APIView

from netsot.api import schema_store
from netsot.api.components import ID, Components, Schema, array
from netsot.api.pagination import Pagination
from netsot.derive.serializer import ResourceSerializer

STANDARD = {
    "list",
    "retrieve",
    "create",
    "update",
    "partial_update",
    "destroy",
    "bulk_update",
    "bulk_partial_update",
    "bulk_destroy",
}
SECURITY: dict[str, Schema] = {
    "tokenAuth": {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "`Bearer nbt_<key>.<token>`, or `Token <token>` for a token of version 1.",
    },
    "cookieAuth": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
}


class AutoSchema(openapi.AutoSchema):
    """Describes one operation."""

    @property
    def resource(self) -> Any:
        """The resource whose standard operation this is; None for all other operations."""
        found = getattr(self.view, "resource", None)
        return found if getattr(self.view, "action", None) in STANDARD else None

    @property
    def components(self) -> Components:
        """Makes components in the document under construction."""
        return Components(self)

    def get_tags(self) -> list[str]:
        return [self._tokenize_path()[0]]

    @property
    def is_operation(self) -> bool:
        """Whether this is a custom operation of a resource."""
        return getattr(self.view, "resource", None) is not None and self.resource is None

    def get_operation_id(self) -> str:
        action = getattr(self.view, "action", "") or ""
        parts = [part.replace("-", "_") for part in self._tokenize_path()]
        if self.resource is not None and action.startswith("bulk_"):
            return "_".join([*parts, action])
        if self.is_operation and "{" not in self.path:
            # The same operation on one object has the same words in its path.
            return "_".join([*parts[:-1], "bulk", parts[-1], self.method_mapping[self.method.lower()]])
        return str(super().get_operation_id())

    def get_request_serializer(self) -> Any:
        # What an operation takes and answers isn't the object; it says so itself by its `schema`.
        return OpenApiTypes.OBJECT if self.is_operation else super().get_request_serializer()

    def get_response_serializers(self) -> Any:
        return OpenApiTypes.OBJECT if self.is_operation else super().get_response_serializers()

    def get_auth(self) -> list[Schema]:
        if not self.view.authentication_classes:
            return []
        return [{name: []} for name in SECURITY]

    def get_description(self) -> str:
        if self.resource is not None:
            return (getattr(type(self.view), self.view.action).__doc__ or "").strip()
        return str(super().get_description())

    def _get_pagination_parameters(self) -> list[Schema]:
        if self.resource is not None and self.view.action == "list":
            return Pagination().get_schema_operation_parameters(self.view)
        return list(super()._get_pagination_parameters())

    def _get_parameters(self) -> list[Schema]:
        found = list(super()._get_parameters())
        if self.resource is not None:
            known = {item["name"] for item in found}
            found += [item for item in _selection(self.view.action) if item["name"] not in known]
        return found

    def _get_format_parameters(self) -> list[Schema]:
        return []

    def map_renderers(self, attribute: str) -> list[Any]:
        if attribute == "media_type" and getattr(self.view, "resource", None) is not None:
            return ["application/json"]
        return list(super().map_renderers(attribute))

    def map_parsers(self) -> list[Any]:
        if getattr(self.view, "resource", None) is not None:
            return ["application/json"]
        return list(super().map_parsers())

    def _map_serializer_field(self, field: Any, direction: str, bypass_extensions: bool = False) -> Any:
        own = self.components.own(field, direction)
        return own if own is not None else super()._map_serializer_field(field, direction, bypass_extensions)

    def resolve_serializer(self, serializer: Any, direction: Any, bypass_extensions: bool = False) -> Any:
        found = force_instance(serializer)
        if not isinstance(found, ResourceSerializer):
            return super().resolve_serializer(serializer, direction, bypass_extensions)
        # An operation that takes or answers the objects of a resource: the resource's own components.
        make, resource = self.components, found.resource
        if direction == "response":
            reference = make.read(resource)
        else:
            reference = make.write(resource, partial=bool(found.partial))
        name = reference["$ref"].rpartition("/")[2]
        return self.registry[ResolvedComponent(name=name, type=ResolvedComponent.SCHEMA, object=name)]

    def _get_request_body(self, direction: Any = "request") -> Schema | None:
        if self.resource is None:
            found: Schema | None = super()._get_request_body(direction)
            return found
        schema = self._body(self.view.action)
        return {"content": {"application/json": {"schema": schema}}, "required": True} if schema else None

    def _body(self, action: str) -> Schema | None:
        make = self.components
        identified = {"type": "object", "properties": {"id": ID}, "required": ["id"]}
        match action:
            case "create":
                single = make.write(self.resource)
                return {"oneOf": [single, array(single)]}
            case "update":
                return make.write(self.resource)
            case "partial_update":
                return make.write(self.resource, partial=True)
            case "bulk_update":
                return array({"allOf": [identified, make.write(self.resource)]})
            case "bulk_partial_update":
                return array({"allOf": [identified, make.write(self.resource, partial=True)]})
            case "bulk_destroy":
                return array(identified)
        return None

    def _get_request_for_media_type(self, serializer: Any, direction: Any = "request") -> Any:
        return super()._get_request_for_media_type(self._described(serializer, direction), direction)

    def _get_response_for_code(
        self, serializer: Any, status_code: str, media_types: Any = None, direction: Any = "response"
    ) -> Any:
        return super()._get_response_for_code(
            self._described(serializer, direction), status_code, media_types, direction
        )

    def _described(self, what: Any, direction: str) -> Any:
        """A single field where a serializer is expected, as its schema."""
        if isinstance(what, serializers.Field) and not isinstance(what, serializers.BaseSerializer):
            return self.components.value(what, direction)
        return what

    def _get_response_bodies(self, direction: Any = "response") -> Schema:
        if self.resource is None:
            found: Schema = super()._get_response_bodies(direction)
            return found
        single = self.components.read(self.resource)
        match self.view.action:
            case "list":
                name = f"Paginated{single['$ref'].rpartition('/')[2]}List"
                page = self.components._component(
                    name, lambda: Pagination().get_paginated_response_schema(array(single))
                )
                return {"200": _answer(page)}
            case "create":
                return {"201": _answer({"oneOf": [single, array(single)]})}
            case "bulk_update" | "bulk_partial_update":
                return {"200": _answer(array(single))}
            case "destroy" | "bulk_destroy":
                return {"204": {"description": "No content"}}
        return {"200": _answer(single)}


def _answer(schema: Schema) -> Schema:
    return {"content": {"application/json": {"schema": schema}}, "description": ""}


def _selection(action: str) -> list[Schema]:
    """The parameters that choose what is shown, or whether anything is written."""

    def parameter(name: str, schema: Schema, description: str) -> Schema:
        return {"name": name, "in": "query", "schema": schema, "description": description}

    text, switch = {"type": "string"}, {"type": "boolean"}
    found = []
    if "destroy" not in action:
        found += [
            parameter("brief", switch, "Only the short form of each object."),
            parameter("fields", text, "Only these fields, separated by commas."),
            parameter("omit", text, "All but these fields, separated by commas."),
        ]
    if action not in ("list", "retrieve"):
        found.append(parameter("dry_run", switch, "Check everything and say what would change, but write nothing."))
    return found


class SchemaGenerator(generators.SchemaGenerator):
    """Builds the document."""

    def get_schema(self, request: Any = None, public: bool = False) -> Schema:
        """The document, with the ways to authenticate."""
        document: Schema = super().get_schema(request, public)
        components = document.setdefault("components", {})
        components["securitySchemes"] = {**SECURITY, **components.get("securitySchemes", {})}
        return document


class SchemaView(APIView):
    """The OpenAPI document, in JSON or YAML. Public: clients fetch it before they log in."""

    authentication_classes: list[Any] = []
    permission_classes = [AllowAny]

    def perform_content_negotiation(self, request: Any, force: bool = False) -> tuple[Any, str]:
        # The answer is stored bytes; no renderer takes part.
        return JSONRenderer(), "application/json"

    @extend_schema(
        operation_id="schema_retrieve",
        parameters=[
            OpenApiParameter("format", enum=["json", "yaml"], description="JSON unless YAML is asked for."),
            OpenApiParameter("lookups", bool, description="Off: without the lookups of each filter; JSON."),
        ],
        responses={200: {"type": "object", "additionalProperties": {}}},
    )
    def get(self, request: Any) -> HttpResponse:
        """The OpenAPI document."""
        if request.query_params.get("lookups") in ("0", "false"):
            return serve(request, schema_store.stored("short"))
        return serve(request, schema_store.stored("yaml" if _wants_yaml(request) else "json"))


def serve(request: HttpRequest, document: schema_store.Stored) -> HttpResponse:
    """A stored document, compressed as it is when the client takes that, and not at all when it has it."""
    tags = [tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")]
    response: HttpResponse
    if document.etag in tags or "*" in tags:
        response = HttpResponseNotModified()
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(document.compressed, content_type=document.content_type)
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(document.content(), content_type=document.content_type)
    response["ETag"] = document.etag
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ("Accept", "Accept-Encoding"))
    return response


def _wants_yaml(request: Any) -> bool:
    """JSON unless YAML is asked for: most clients read the body as JSON whatever they say they accept."""
    wanted = request.query_params.get("format", "").lower()
    if wanted:
        return bool(wanted in ("yaml", "yml", "openapi"))
    accepted = request.headers.get("Accept", "").lower()
    for part in accepted.split(","):
        kind = part.partition(";")[0].strip()
        if "json" in kind or kind in ("*/*", "text/html"):
            return False
        if "yaml" in kind or kind == "application/vnd.oai.openapi":
            return True
    return False
