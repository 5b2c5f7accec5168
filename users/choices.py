"""Choice sets of the `users` app."""

from __future__ import annotations

from netsot.models.choices import ChoiceSet


class TokenVersionChoices(ChoiceSet):
    """The two forms of an API token."""

    V1 = 1
    V2 = 2

    CHOICES = [(V1, "v1"), (V2, "v2")]
