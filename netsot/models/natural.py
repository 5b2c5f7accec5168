"""Names that sort like people do, numbers by their value: eth2 before eth10."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.utils import names_digest


class NaturalKey(models.Func):
    """What to order by for a text to come in natural order. The migration `netsot.0001` has the function."""

    function = "natural_key"
    arity = 1
    template = '%(function)s(%(expressions)s) COLLATE "C"'
    output_field = models.TextField()

    @property
    def path(self) -> str:
        """The field this is the key of, which `netsot.kernel.ordering` turns into the key again."""
        return str(self.get_source_expressions()[0].name)


class NameField(models.CharField):
    """A name in natural order. It brings along the index for it.

    `order_by("name")` is plain order all the same: `Meta.ordering` says `NaturalKey("name")`, what people ask for goes
    through `netsot.kernel.ordering`. A model that keeps a sort key of its own in a column says which: `key="_name"`.
    """

    def __init__(self, *args: Any, key: str = "", **kwargs: Any) -> None:
        self.key = key
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls: type[models.Model], name: str, **kwargs: Any) -> None:
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:
            table = cls._meta.db_table
            index = f"{table[:17]}_nat_{names_digest(table, name, length=8)}"
            cls._meta.indexes = [*cls._meta.indexes, models.Index(self.sort_key(name), models.F("id"), name=index)]
            cls._meta.original_attrs["indexes"] = cls._meta.indexes

    def sort_key(self, path: str) -> Any:
        """What to order by instead of `path`, which leads to this field."""
        return models.F(path[: len(path) - len(self.name)] + self.key) if self.key else NaturalKey(path)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        # Migrations name the index themselves.
        return name, "django.db.models.CharField", args, kwargs
