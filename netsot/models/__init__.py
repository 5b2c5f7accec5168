"""Base classes, feature mixins, fields and querysets of every model. Import from here."""

from netsot.models.base import (
    AdminModel,
    BaseModel,
    ChangeLoggedModel,
    NestedGroupModel,
    NetSoTModel,
    OrganizationalModel,
    PrimaryModel,
)
from netsot.models.choices import ChoiceSet
from netsot.models.features import (
    CachedScopeMixin,
    ContactsMixin,
    DistanceMixin,
    ImageAttachmentsMixin,
    JobsMixin,
    SyncedDataMixin,
    WeightMixin,
)
from netsot.models.fields import (
    ASNField,
    ChoiceField,
    ColorField,
    CounterCacheField,
    IntegerChoiceField,
    IPAddressField,
    IPNetworkField,
    MACAddressField,
    TimeZoneField,
    WWNField,
)
from netsot.models.natural import NameField, NaturalKey
from netsot.models.querysets import RestrictedManager, RestrictedQuerySet

__all__ = [
    "ASNField",
    "AdminModel",
    "BaseModel",
    "CachedScopeMixin",
    "ChangeLoggedModel",
    "ChoiceField",
    "ChoiceSet",
    "ColorField",
    "ContactsMixin",
    "CounterCacheField",
    "DistanceMixin",
    "IPAddressField",
    "IPNetworkField",
    "ImageAttachmentsMixin",
    "IntegerChoiceField",
    "JobsMixin",
    "MACAddressField",
    "NameField",
    "NaturalKey",
    "NestedGroupModel",
    "NetSoTModel",
    "OrganizationalModel",
    "PrimaryModel",
    "RestrictedManager",
    "RestrictedQuerySet",
    "SyncedDataMixin",
    "TimeZoneField",
    "WWNField",
    "WeightMixin",
]
