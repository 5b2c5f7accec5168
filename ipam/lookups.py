"""Expressions over addresses: what PostgreSQL can compute and index."""

from __future__ import annotations

from typing import Any

from django.db.models import Func, IntegerField, Lookup, Transform

from netsot.models import IPAddressField, IPNetworkField


class Host(Func):
    """The address without its mask, as `inet`: comparable and sortable across masks, and what indexes are built on."""

    function = "HOST"
    template = "(%(function)s(%(expressions)s))::inet"
    output_field = IPAddressField()

    def __init__(self, expression: Any, **extra: Any) -> None:
        super().__init__(expression, **extra)


class Family(Transform):
    """`prefix__family`: 4 or 6."""

    lookup_name = "family"
    function = "FAMILY"
    output_field = IntegerField()


class MaskLength(Transform):
    """`prefix__mask_length`: the number of network bits."""

    lookup_name = "mask_length"
    function = "MASKLEN"
    output_field = IntegerField()


class _Containment(Lookup):
    """Compares two networks by an operator that a GiST index answers."""

    operator = ""
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        left, left_params = self.process_lhs(compiler, connection)
        return f"{left} {self.operator} %s::inet", (*left_params, str(self.rhs))


class Within(_Containment):
    """`prefix__within=network`: smaller than the network and inside it."""

    lookup_name = "within"
    operator = "<<"


class WithinOrEqual(_Containment):
    """`prefix__within_or_equal=network`: inside the network, or the network itself."""

    lookup_name = "within_or_equal"
    operator = "<<="


class Around(_Containment):
    """`prefix__around=network`: the network lies inside it, or is the same."""

    lookup_name = "around"
    operator = ">>="


for _field in (IPNetworkField, IPAddressField):
    for _lookup in (Family, MaskLength, Within, WithinOrEqual, Around):
        _field.register_lookup(_lookup)
