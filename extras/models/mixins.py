"""What several models of `extras` share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.kernel.errors import Errors
from netsot.kernel.introspection import has_feature


def require_feature(objs: Sequence[Any], errors: Errors, field: str, feature: str) -> None:
    """Refuse objects whose `field`, a content type, is of a model without the feature."""
    for obj in objs:
        pk = getattr(obj, f"{field}_id")
        if pk is None:
            continue
        kind = ContentType.objects.get_for_id(pk)
        if not has_feature(kind.model_class(), feature):
            errors.add(
                obj,
                field,
                _("Objects of type %(kind)s don't have this feature: %(feature)s.")
                % {"kind": f"{kind.app_label}.{kind.model}", "feature": feature.replace("_", " ")},
            )


class RenderTemplateMixin(models.Model):
    """Holds a Jinja template and how its result is delivered."""

    template_code = models.TextField(_("template code"), help_text=_("Jinja template code."))
    environment_params = models.JSONField(
        _("environment parameters"),
        null=True,
        blank=True,
        default=dict,
        help_text=_("Options of the Jinja environment: trim_blocks, lstrip_blocks …"),
    )
    mime_type = models.CharField(_("MIME type"), max_length=50, blank=True, help_text=_("text/plain when empty."))
    file_name = models.CharField(_("file name"), max_length=200, blank=True)
    file_extension = models.CharField(_("file extension"), max_length=15, blank=True)
    as_attachment = models.BooleanField(_("as attachment"), default=True, help_text=_("Download the file."))

    class Meta:
        abstract = True
