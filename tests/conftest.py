"""What the whole suite shares: where the shared data lies, and what happens when it does not."""

import os
import shutil
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("WARTAGRAF_SHARED") or Path(__file__).parents[2] / "shared")


def skip_or_fail(reason: str, *, required: str) -> None:
    """Skip the test with ``reason``; fail instead where the variable ``required`` is set to 1."""
    if os.environ.get(required) == "1":
        pytest.fail(f"{reason}, and {required}=1 says it must be there")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with seeds, gold and real pages, which lies beside a developer's checkout only."""
    if not (SHARED / "seeds").is_dir():
        skip_or_fail(f"no shared data in {SHARED}", required="WARTAGRAF_REQUIRE_SHARED")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """The Chromium that tests of pages run: ``WARTAGRAF_CHROMIUM``, or the first one on the path."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("WARTAGRAF_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        skip_or_fail(f"no {', '.join(names)} on the path", required="WARTAGRAF_REQUIRE_CHROMIUM")
    return str(found)
