"""Where uploaded pictures are stored."""

from __future__ import annotations

import uuid
from pathlib import PurePath
from typing import Any

IMAGE_EXTENSIONS = frozenset({"avif", "bmp", "gif", "jpeg", "jpg", "png", "webp"})


def image_path(instance: Any, filename: str) -> str:
    """A path made from the kind and number of the object, never from what the client calls the file.

    The random part keeps two pictures apart and makes addresses impossible to guess.
    """
    extension = PurePath(filename).suffix.lstrip(".").lower()
    if extension not in IMAGE_EXTENSIONS:
        extension = "bin"
    kind = instance.object_type
    return f"image-attachments/{kind.app_label}_{kind.model}_{instance.object_id}_{uuid.uuid4().hex}.{extension}"
