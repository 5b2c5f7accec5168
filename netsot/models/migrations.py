"""Migration operations for large schemas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations.base import Operation

from netsot.kernel.locks import lock_number


class Together(Operation):
    """Operations that don't build on each other, as one step.

    Django renders every related model anew after each operation. Here everything is related, so that an initial
    migration would take a minute; this renders them once per step. As all operations see the state after the last one,
    a field must not be added to a model that the same step creates.
    """

    serialization_expand_args = ("operations",)

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: Any) -> None:
        # Not rendered, the state is only a dictionary and costs nothing to change.
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "; ".join(operation.describe() for operation in self.operations)


class GuardTree(Operation):
    """No move in the tree of a model closes a circle, whoever makes it: a trigger looks (`netsot.0002_trees`)."""

    reduces_to_sql = True
    reversible = True
    serialization_expand_args = ()

    def __init__(self, model: str) -> None:
        self.model = model

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [], {"model": self.model}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The models stay as they are."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = f"{app_label}_{self.model}"
        number = lock_number((f"tree:{app_label}.{self.model}", 0))
        schema_editor.execute(
            f'CREATE TRIGGER {table}_no_circle AFTER INSERT OR UPDATE OF parent_id ON "{table}" FOR EACH ROW '
            f"WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_circle('{number}')",
            params=None,
        )

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = f"{app_label}_{self.model}"
        schema_editor.execute(f'DROP TRIGGER {table}_no_circle ON "{table}"', params=None)

    def describe(self) -> str:
        return f"Guard the tree of {self.model}"
