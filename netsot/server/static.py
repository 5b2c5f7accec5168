"""Static files under names that carry a hash of their content, so that browsers may keep them for ever."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """A file that is missing is a broken picture, not a broken page."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The name with the hash; the plain one when there is no such file."""
        try:
            return super().stored_name(name)
        except ValueError:
            return name
