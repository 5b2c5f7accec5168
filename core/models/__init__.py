"""Models of the `core` app."""

from core.models.changes import ObjectChange
from core.models.config import ConfigRevision
from core.models.data import AutoSyncRecord, DataFile, DataSource
from core.models.files import ManagedFile
from core.models.jobs import Job
from core.models.object_types import ObjectType

__all__ = [
    "AutoSyncRecord",
    "ConfigRevision",
    "DataFile",
    "DataSource",
    "Job",
    "ManagedFile",
    "ObjectChange",
    "ObjectType",
]
