"""Where a command writes its result."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def writing(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name only when it is complete and holds something."""
    if output is None:
        yield sys.stdout
        return
    if output.exists() and not output.is_file():  # a pipe, /dev/null
        with output.open("w", encoding="utf-8") as out:
            yield out
        return
    target = output.resolve()
    part = target.with_name(target.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as out:
            yield out
        if part.stat().st_size or not target.exists():
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)
