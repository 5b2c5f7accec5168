"""The kernel stays small enough to be read: at most 4,000 lines, no file over 400, and no file of ours over 500."""

from __future__ import annotations

import subprocess
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_the_kernel_keeps_its_budget() -> None:
    sizes = {file.name: lines(file) for file in (ROOT / "netsot" / "kernel").rglob("*.py")}
    assert {name: size for name, size in sizes.items() if size > 400} == {}
    assert sum(sizes.values()) <= 4000


def test_no_file_has_two_subjects() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    files = [ROOT / name for name in tracked if "/migrations/" not in name and "/choices" not in name]
    long = {str(file.relative_to(ROOT)): lines(file) for file in files if file.exists() and lines(file) > 500}
    assert long == {}
