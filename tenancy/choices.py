"""Choice sets of the `tenancy` app."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from netsot.models.choices import ChoiceSet


class ContactPriorityChoices(ChoiceSet):
    """In which order contacts are called."""

    PRIORITY_PRIMARY = "primary"
    PRIORITY_SECONDARY = "secondary"
    PRIORITY_TERTIARY = "tertiary"
    PRIORITY_INACTIVE = "inactive"

    CHOICES = [
        (PRIORITY_PRIMARY, _("Primary")),
        (PRIORITY_SECONDARY, _("Secondary")),
        (PRIORITY_TERTIARY, _("Tertiary")),
        (PRIORITY_INACTIVE, _("Inactive")),
    ]
