"""Resource → the columns a list page can show, and how each is sorted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from netsot.kernel import custom_fields, ordering
from netsot.kernel.introspection import FieldInfo, Kind

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource


@dataclass(frozen=True)
class TableColumn:
    """One column. `cell` names how a value is drawn (`netsot.ui.cells`), `order` what the database sorts by."""

    name: str
    label: Any
    cell: str
    order: tuple[str, ...] = ()
    info: FieldInfo | None = None
    custom_field: Any = None

    @property
    def field(self) -> str:
        """The field of the representation it reads."""
        return "custom_fields" if self.custom_field is not None else self.name


class Table:
    """What the list page of one resource can show."""

    resource: ClassVar[Resource]
    columns: ClassVar[dict[str, TableColumn]]
    """Every column that follows from the declaration, in order."""
    anchor: ClassVar[str]
    """The column that links to the object's page; always shown."""
    default: ClassVar[tuple[str, ...]]
    """The columns people see before they choose their own."""

    @classmethod
    def available(cls) -> dict[str, TableColumn]:
        """Every column, those of custom fields included."""
        found = dict(cls.columns)
        if "custom_fields" in cls.resource.infos:
            for definition in custom_fields.provider().fields(cls.resource.model):
                if getattr(definition, "ui_visible", "") == "hidden":
                    continue
                name = f"cf_{definition.name}"
                found[name] = TableColumn(
                    name, getattr(definition, "label", "") or definition.name, "custom", custom_field=definition
                )
        return found

    @classmethod
    def chosen(cls, names: Iterable[str] | None) -> list[TableColumn]:
        """The columns `names`, as far as they exist; the default ones when none do. The anchor is always there."""
        available = cls.available()
        wanted = [name for name in dict.fromkeys(names or ()) if name in available]
        wanted = wanted or [name for name in cls.default if name in available]
        if cls.anchor not in wanted:
            wanted.insert(0, cls.anchor)
        return [available[name] for name in wanted]

    @classmethod
    def fields(cls, columns: Iterable[TableColumn]) -> tuple[str, ...]:
        """The fields the representation has to render for these columns."""
        needed = ["id", "display", "display_url", *(column.field for column in columns)]
        if "_depth" in cls.resource.infos:
            needed.append("_depth")
        return tuple(dict.fromkeys(needed))

    @classmethod
    def sorting(cls, names: Iterable[str]) -> list[Any]:
        """What to order by for `["-site", "name"]`; unknown and unsortable names are left out."""
        out: list[Any] = []
        for name in names:
            column = cls.columns.get(name.removeprefix("-"))
            if column is not None:
                terms = [ordering.term(cls.resource.model, path) for path in column.order]
                out += [ordering.opposite(item) for item in terms] if name.startswith("-") else terms
        return out


def derive(resource: Resource) -> type[Table]:
    """The table of a resource. What a nested `class Table` says (`columns`, `anchor`, `default`) replaces what is
    derived.
    """
    own = getattr(type(resource), "Table", None)
    base = own if own and issubclass(own, Table) else type("Table", (own, Table), {}) if own else Table
    said: dict[str, Any] = {name: getattr(own, name) for name in ("columns", "anchor", "default") if hasattr(own, name)}
    columns = {name: column_of(resource, info) for name, info in resource.infos.items() if _is_shown(resource, info)}
    anchor = _anchor(resource, columns)
    if anchor == "display":
        label = capfirst(str(resource.model._meta.verbose_name))
        columns = {"display": TableColumn("display", label, "text", _natural_order(resource)), **columns}
    default = tuple(name for name in resource.columns if name in columns) or _first(columns)
    if "columns" in said:
        infos = {name: column.info for name, column in columns.items()}
        said["columns"] = {name: replace(column, info=infos.get(name)) for name, column in said["columns"].items()}
    # A column of the model may be called otherwise in the declaration: `ip_addresses` for `addresses`.
    name = f"{type(resource).__name__.removesuffix('Resource')}Table"
    return type(
        name,
        (base,),
        {
            "resource": resource,
            "columns": columns,
            "anchor": anchor,
            "default": default,
            "__module__": type(resource).__module__,
            "__doc__": f"The columns of {resource.label}.",
        }
        | said,
    )


def column_of(resource: Resource, info: FieldInfo) -> TableColumn:
    """One field as a column."""
    return TableColumn(info.name, label_of(resource, info), cell_of(info), _order(info), info)


def label_of(resource: Resource, info: FieldInfo) -> Any:
    """The heading: a count is called like what it counts."""
    if info.kind is Kind.COUNT:
        from django.apps import apps

        return capfirst(str(apps.get_model(resource.counts[info.name].model)._meta.verbose_name_plural))
    if type(info.column).__name__ == "CounterCacheField":
        return capfirst(info.name.removesuffix("_count").replace("_", " "))
    if info.name == "id":
        return _("ID")
    text = info.label.strip()
    # Django makes a name for people from the column's; that knows no abbreviations.
    return title_of(info.name) if text == info.source.strip("_").replace("_", " ") else capfirst(text)


def title_of(name: str) -> str:
    """`primary_ip4` as people write it."""
    return capfirst(" ".join(ACRONYMS.get(word, word) for word in name.strip("_").split("_")))


ACRONYMS = {word.lower(): word for word in ("ASN", "ID", "IP", "MAC", "OOB", "RIR", "SSID", "URL", "VLAN", "VM", "VRF")}
ACRONYMS |= {"ip4": "IPv4", "ip6": "IPv6", "asns": "ASNs", "vlans": "VLANs", "ips": "IPs"}


CELLS: dict[str, str] = {
    "BooleanField": "boolean",
    "DateTimeField": "datetime",
    "DateField": "date",
    "ColorField": "color",
    "TextField": "markdown",
    "JSONField": "json",
    "URLField": "url",
    "EmailField": "email",
    "IPAddressField": "mono",
    "IPNetworkField": "mono",
    "MACAddressField": "mono",
    "WWNField": "mono",
    "UUIDField": "mono",
    "CounterCacheField": "count",
    "ImageField": "file",
    "FileField": "file",
}


def cell_of(info: FieldInfo) -> str:
    """How a field's value is drawn."""
    match info.kind:
        case Kind.VALUE:
            if isinstance(info.column, ArrayField):
                return "list"
            for base in type(info.column).__mro__:
                if base.__name__ in CELLS:
                    return CELLS[base.__name__]
            if isinstance(info.column, models.IntegerField | models.DecimalField | models.FloatField):
                return "choice" if info.column.choices else "number"
            return "text"
        case Kind.GENERIC:
            return "reference"
        case Kind.CUSTOM_FIELDS:
            return "json"
        case Kind.DEPTH:
            return "number"
        case Kind.HEAD:
            return "text" if info.name == "display" else "mono"
        case _:
            return info.kind.value


def _is_shown(resource: Resource, info: FieldInfo) -> bool:
    if info.name in resource.secret or info.kind in (Kind.DEPTH, Kind.CUSTOM_FIELDS):
        return False
    return info.kind is not Kind.HEAD or info.name == "id"


def _order(info: FieldInfo) -> tuple[str, ...]:
    column = info.column
    if info.name == "id":
        return ("pk",)
    if info.kind is Kind.VALUE and not isinstance(column, models.JSONField | ArrayField | models.TextField):
        return (info.source,)
    if info.kind is Kind.CHOICE:
        return (info.source,)
    if info.kind is Kind.REFERENCE:
        return (info.source,)
    return ()


def _natural_order(resource: Resource) -> tuple[str, ...]:
    paths = tuple(ordering.path_of(item) for item in resource.ordering or resource.model._meta.ordering)
    return () if any(not path or path.startswith("-") for path in paths) else paths


def _anchor(resource: Resource, columns: dict[str, TableColumn]) -> str:
    """The column that names the object: what its display starts with, when that is a plain value."""
    for path in getattr(resource.model, "display_fields", ()):
        column = columns.get(path)
        if column is not None and column.cell in ("text", "mono", "number") and column.info.kind is Kind.VALUE:  # type: ignore[union-attr]
            return path
        break
    return "display"


def _first(columns: dict[str, TableColumn]) -> tuple[str, ...]:
    """Columns for a resource that names none: what tells objects apart, not what describes them at length."""
    wordy = {"markdown", "json", "references", "computed", "custom_fields"}
    late = {"id", "created", "last_updated", "owner", "tags"}
    picked = [name for name, column in columns.items() if column.cell not in wordy and name not in late]
    return tuple(picked[:7])
