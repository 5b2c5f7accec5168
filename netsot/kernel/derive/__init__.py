"""The former place of `netsot.derive`: imports by the old names find the same modules."""

import sys
from importlib import import_module

for _name in ("values", "lookups", "filterset", "serializer", "viewset", "table", "form"):
    sys.modules[f"{__name__}.{_name}"] = import_module(f"netsot.derive.{_name}")
    globals()[_name] = sys.modules[f"{__name__}.{_name}"]
sys.modules["netsot.kernel.formfields"] = import_module("netsot.derive.formfields")
