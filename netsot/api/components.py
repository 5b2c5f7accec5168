"""The schema components of a resource: what is read, what is sent, and the short forms other objects show of it.

`Site` is read, `SiteRequest` sent (`PatchedSiteRequest` when every field is optional), `BriefSite` and `NestedSite` are
what others show of it, `BriefSiteRequest` is how others name it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from drf_spectacular.plumbing import ResolvedComponent
from rest_framework import serializers

from netsot.kernel import inputs, registry
from netsot.kernel.introspection import FieldInfo, Kind

if TYPE_CHECKING:
    from drf_spectacular.openapi import AutoSchema

    from netsot.kernel.resource import Resource

Schema = dict[str, Any]

HEAD: dict[str, Schema] = {
    "id": {"type": "integer", "format": "int64", "readOnly": True},
    "url": {"type": "string", "format": "uri", "readOnly": True},
    "display_url": {"type": "string", "format": "uri", "readOnly": True},
    "display": {"type": "string", "readOnly": True},
}
ID: Schema = {"type": "integer", "format": "int64", "minimum": 0}
ANY: Schema = {"nullable": True}
CUSTOM_FIELDS: Schema = {"type": "object", "additionalProperties": {}}


class Components:
    """Makes the components of resources and registers them with the document under construction."""

    def __init__(self, inspector: AutoSchema) -> None:
        self.inspector = inspector

    # What is read

    def read(self, resource: Resource, form: str = "full") -> Schema:
        """A reference to what is shown of an object in `form`."""
        prefix = {"full": "", "brief": "Brief", "nested": "Nested", "link": "Link"}[form]
        if form == "nested" and not resource.nested:
            return self.read(resource, "brief")
        return self._component(f"{prefix}{name_of(resource)}", lambda: self._read(resource, resource.form_names(form)))

    def _read(self, resource: Resource, names: Iterable[str]) -> Schema:
        fields = resource.serializer_class().fields
        properties = {name: self._read_field(resource, name, fields.get(name)) for name in names}
        return {"type": "object", "properties": properties, "required": list(properties)}

    def _read_field(self, resource: Resource, name: str, field: Any) -> Schema:
        if name in HEAD:
            return HEAD[name]
        info = resource.infos.get(name)
        if info is None:
            return ANY
        found = self._read_kind(resource, info, field)
        # Of a computed field only its own declaration says whether it can be null.
        if info.nullable if info.kind is not Kind.COMPUTED else getattr(field, "allow_null", False):
            found = nullable(found)
        if not info.writable:
            found = {**(found if "$ref" not in found else {"allOf": [found]}), "readOnly": True}
        return found

    def _read_kind(self, resource: Resource, info: FieldInfo, field: Any) -> Schema:
        match info.kind:
            case Kind.CHOICE:
                return _choice_read(resource, info)
            case Kind.REFERENCE:
                return self._related(info)
            case Kind.REFERENCES:
                return array(self._related(info))
            case Kind.OBJECT_TYPE:
                return {"type": "string", "description": "app_label.model"}
            case Kind.OBJECT_TYPES:
                return array({"type": "string"})
            case Kind.GENERIC:
                return {"type": "object", "additionalProperties": {}}
            case Kind.TAGS:
                return array(self._tag())
            case Kind.CUSTOM_FIELDS:
                return CUSTOM_FIELDS
            case Kind.COUNT | Kind.DEPTH:
                return {"type": "integer"}
        if field is None:
            return ANY
        if info.kind is Kind.COMPUTED and isinstance(field, serializers.ChoiceField):
            return _option(list(field.choice_strings_to_values.values()))
        return self.value(field, "response")

    def _related(self, info: FieldInfo) -> Schema:
        target = registry.get(info.target) if info.target is not None else None
        if info.form == "id":
            return ID
        if target is None:
            return {"type": "object", "additionalProperties": {}}
        return self.read(target, info.form)

    def _tag(self) -> Schema:
        tag = registry.get("extras.tag")
        return self.read(tag, "nested") if tag else {"type": "object", "additionalProperties": {}}

    # What is sent

    def write(self, resource: Resource, *, partial: bool = False) -> Schema:
        """A reference to what may be sent for an object."""
        name = f"{'Patched' if partial else ''}{name_of(resource)}Request"
        return self._component(name, lambda: self._write(resource, partial))

    def _write(self, resource: Resource, partial: bool) -> Schema:
        fields = resource.serializer_class().fields
        properties = {
            name: self._write_field(resource, name, field) for name, field in fields.items() if not field.read_only
        }
        found: Schema = {"type": "object", "properties": properties}
        required = [name for name in properties if fields[name].required]
        if required and not partial:
            found["required"] = required
        return found

    def _write_field(self, resource: Resource, name: str, field: Any) -> Schema:
        found = self.value(field, "request")
        if field.allow_null:
            found = nullable(found)
        if name in resource.secret:
            found = {**found, "writeOnly": True}
        return found

    def named(self, model: Any) -> Schema:
        """How a related object is named in a body: by id, or by attributes that only it has."""
        resource = registry.get(model)
        if resource is None:
            return ID
        return {"oneOf": [ID, self._component(f"Brief{name_of(resource)}Request", lambda: self._names(resource))]}

    def _names(self, resource: Resource) -> Schema:
        fields = resource.serializer_class().fields
        properties: dict[str, Schema] = {"id": ID}
        for name in resource.brief:
            field = fields.get(name)
            if field is None or field.read_only:
                continue
            if isinstance(field, inputs.Reference):
                properties[name] = ID
            elif not isinstance(field, inputs.References | inputs.Tags):
                properties[name] = self.value(field, "request")
        return {"type": "object", "properties": properties, "minProperties": 1}

    # Single values

    def value(self, field: Any, direction: str) -> Schema:
        """The schema of one DRF field: our own kinds here, the standard ones by drf-spectacular."""
        own = self.own(field, direction)
        if own is not None:
            return own
        if isinstance(field, serializers.JSONField):
            return CUSTOM_FIELDS if field.field_name == "custom_fields" else dict(ANY)
        found: Schema = dict(self.inspector._map_serializer_field(field, direction))
        if field.help_text:
            found["description"] = str(field.help_text)
        if direction == "response" and getattr(field, "allow_blank", False):
            # Empty text is no address.
            found.pop("format", None)
        return found

    def own(self, field: Any, direction: str) -> Schema | None:
        """The schema of a field of one of our own kinds, else None."""
        match field:
            case inputs.Reference():
                return self.named(field.model) if direction == "request" else ID
            case inputs.References():
                return array(self.named(field.model) if direction == "request" else ID)
            case inputs.Tags():
                return array(_tag_request())
            case inputs.ObjectType():
                return {"type": "string", "description": "app_label.model", "pattern": r"^[a-z_]+\.[a-z_0-9]+$"}
            case inputs.Choice():
                values = list(field.choice_strings_to_values.values())
                return _enum(values, blank=bool(field.allow_blank))
            case inputs.ModelValue() | inputs.TimeZone():
                return {"type": "string"}
            case inputs.IntegerRanges():
                pair = {**array({"type": "integer"}), "minItems": 2, "maxItems": 2}
                return array(pair)
        return None

    def _component(self, name: str, make: Any) -> Schema:
        component = ResolvedComponent(name=name, type=ResolvedComponent.SCHEMA, object=name)
        if component not in self.inspector.registry:
            # Registered before it is made: objects refer to each other in circles.
            self.inspector.registry.register(component)
            component.schema = {"type": "object"}
            component.schema = make()
        reference: Schema = component.ref
        return reference


def name_of(resource: Resource) -> str:
    """The component's name: the model's, with the app's before it where two apps have the same."""
    name = str(resource.model._meta.object_name)
    same = [other for other in registry.all_resources() if other.model._meta.object_name == name]
    if len(same) > 1 and same[0] is not resource:
        return f"{resource.app_label.title().replace('_', '')}{name}"
    return name


def array(items: Schema) -> Schema:
    """A list of `items`."""
    return {"type": "array", "items": items}


def nullable(schema: Schema) -> Schema:
    """`schema` or null."""
    return {"allOf": [schema], "nullable": True} if "$ref" in schema else {**schema, "nullable": True}


def _choice_read(resource: Resource, info: FieldInfo) -> Schema:
    values = info.choice_set.values()
    if info.name in resource.raw:
        return _enum(values, blank=bool(info.column.blank))
    found = _option(values)
    return nullable(found) if info.column.blank or info.column.null else found


def _option(values: list[Any]) -> Schema:
    """A choice with its label. Not an enumeration: a stored value may have left the set."""
    return {
        "type": "object",
        "properties": {"value": _type(values), "label": {"type": "string"}},
        "required": ["value", "label"],
    }


def _enum(values: list[Any], *, blank: bool) -> Schema:
    return {**_type(values), "enum": [*values, ""] if blank and "" not in values else list(values)}


def _type(values: list[Any]) -> Schema:
    return {"type": "integer"} if values and all(isinstance(value, int) for value in values) else {"type": "string"}


def _tag_request() -> Schema:
    text: Schema = {"type": "string"}
    attributes = {"type": "object", "properties": {"id": ID, "name": text, "slug": text, "color": text}}
    return {"oneOf": [text, ID, attributes]}
