"""schemathesis against the running server: requests made from the OpenAPI document, valid and not.

Nothing may be answered with a 5xx, and what is answered is as the document says. The short run takes about a minute;
`NETSOT_FUZZ_SECONDS=1800 pytest tests/fuzz/test_schemathesis.py` also tries boundary values and sequences of requests.
`NETSOT_FUZZ_SEED` chooses other requests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from netsot.server import paths
from tests.live import Live

pytestmark = pytest.mark.slow

SECONDS = int(os.environ.get("NETSOT_FUZZ_SECONDS", "75"))
SEED = os.environ.get("NETSOT_FUZZ_SEED", "1")
LONG = SECONDS > 300


@pytest.fixture
def seeded(live: Live) -> Live:
    """The server with a few objects of every kind."""
    subprocess.run([sys.executable, "-m", "tests.fuzz.seed"], cwd=paths.CHECKOUT, env=live.environment(), check=True)
    return live


def test_no_request_fails(seeded: Live, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "run", f"{seeded.url}/api/schema/"),
            *("--header", f"Authorization: Token {seeded.tokens[1]}"),
            *("--phases", "coverage,fuzzing,stateful" if LONG else "fuzzing"),
            *("--max-examples", "50" if LONG else "2"),
            *("--max-time", str(SECONDS)),
            *("--checks", "not_a_server_error,response_schema_conformance"),
            *("--seed", SEED),
            *(
                "--warnings",
                "off",
                "--suppress-health-check",
                "all",
                "--no-shrink",
                "--continue-on-failure",
                "--no-color",
            ),
        ],
        cwd=tmp_path,
        env=os.environ | {"SCHEMATHESIS_HOOKS": "tests.fuzz.hooks", "PYTHONPATH": str(paths.CHECKOUT)},
        capture_output=True,
        text=True,
        timeout=SECONDS + 240,
        check=False,
    )
    assert "Tested" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0, done.stdout[-20_000:]
    # The one who fuzzed still exists: nothing above was only ever refused.
    assert seeded.request("GET", "/api/dcim/sites/").status == 200
