"""Choice sets: the values, labels and colours a field may take."""

from __future__ import annotations

from typing import Any, ClassVar


class ChoiceSet:
    """A closed list of values. Subclasses give `CHOICES`: `(value, label)`, `(value, label, colour)`, or
    `(group label, [choices])` for grouped lists.

    `key` names the set in settings (`FIELD_CHOICES = {"dcim.Device.status+": [("pilot", "Pilot", "teal")]}`).
    """

    key: ClassVar[str] = ""
    CHOICES: ClassVar[list[Any]] = []

    pairs: ClassVar[list[Any]]
    labels: ClassVar[dict[Any, Any]]
    colors: ClassVar[dict[Any, str]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.pairs, cls.labels, cls.colors = [], {}, {}
        for item in cls.CHOICES:
            if isinstance(item[1], list | tuple):
                cls.pairs.append((item[0], [cls._note(choice) for choice in item[1]]))
            else:
                cls.pairs.append(cls._note(item))

    @classmethod
    def _note(cls, choice: tuple[Any, ...]) -> tuple[Any, Any]:
        value, label = choice[0], choice[1]
        cls.labels[value] = label
        if len(choice) > 2 and choice[2]:
            cls.colors[value] = choice[2]
        return value, label

    @classmethod
    def values(cls) -> list[Any]:
        """Every value, in order."""
        return list(cls.labels)
