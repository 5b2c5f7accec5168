"""`field__anyof=ids`: one of many values, sent as one array.

`__in` makes a parameter of every value, and a page of a thousand rows asks thirty such questions: preparing the
parameters then costs more than everything else. Only for plain numbers and texts of the column's own type.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Lookup


class AnyOf(Lookup):
    """`column = ANY(array)`; an empty list finds nothing."""

    lookup_name = "anyof"
    prepare_rhs = False

    def get_db_prep_lookup(self, value: Any, connection: Any) -> tuple[str, list[Any]]:
        return "%s", [list(value)]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        left, left_parameters = self.process_lhs(compiler, connection)
        right, right_parameters = self.process_rhs(compiler, connection)
        return f"{left} = ANY({right})", [*left_parameters, *right_parameters]
