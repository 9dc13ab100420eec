"""Pages out of files and folders, one at a time."""

import errno
import gzip
import os
import stat
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Final, cast

from corpus.article import Media, Page, Reason, Rejection
from corpus.encoding import looks_binary

_MEDIA: Final = {".html": Media.HTML, ".htm": Media.HTML, ".txt": Media.TEXT, ".jsonl": Media.JSON}
READABLE: Final = ", ".join(_MEDIA) + ", each also with .gz"

# No page of a paper comes near this; a gzip bomb or a mistaken dump does. A line of JSON Lines is a page.
MOST_BYTES: Final = 20_000_000
_CHUNK: Final = 1 << 20


def read_sources(sources: Iterable[Path]) -> Iterator[Page | Rejection]:
    """The pages of files and folders, in order; what cannot be read is a ``Rejection`` and the rest goes on.

    A folder is read with all folders below it, in order of names, but for hidden files and links to folders.
    Files of other kinds in it are counted in one ``Rejection`` for the folder. Each line of a ``.jsonl`` file
    is a page with the source ``path:LINE``; empty lines are none. Nothing but regular files is ever opened.
    """
    for source in sources:
        if _is_folder(source):
            yield from _folder(source)
        elif trouble := _trouble(source):
            yield _refused(source, Reason.UNREADABLE, trouble)
        elif _media(source) is None:
            yield _refused(source, Reason.UNREADABLE, f"not a kind that can be read; give {READABLE}")
        else:
            yield from _file(source)


def count_pages(sources: Iterable[Path]) -> int:
    """About how many pages ``read_sources`` will give: files, and lines of JSON Lines; for progress bars."""
    return sum(_count(path) for source in sources for path in (_files(source) if _is_folder(source) else [source]))


def _is_folder(path: Path) -> bool:
    """Whether it is a folder; a path that cannot even be looked up is none, and ``_trouble`` says why."""
    try:
        return path.is_dir()
    except OSError:  # a name too long, a parent that may not be entered
        return False


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if _media(path))


def _count(path: Path) -> int:
    if _trouble(path):
        return 0
    if _media(path) is not Media.JSON:
        return 1
    try:
        with _open(path) as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(_CHUNK), b""))
    except (OSError, EOFError, zlib.error):
        return 1


def _media(path: Path) -> Media | None:
    return _MEDIA.get(Path(path.name.lower().removesuffix(".gz")).suffix)


def _folder(folder: Path) -> Iterator[Page | Rejection]:
    others: Counter[str] = Counter()
    found = 0
    refusals: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=refusals.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(place, name)
            if _media(path):
                found += 1
                yield from _file(path)
            else:
                others[path.suffix.lower() or "no suffix"] += 1
    yield from (_failed(Path(str(error.filename)), error) for error in refusals)
    if others:
        kinds = ", ".join(f"{number} {suffix}" for suffix, number in sorted(others.items()))
        yield _refused(folder, Reason.UNREADABLE, f"left aside in it: {kinds}; readable are {READABLE}")
    elif not found and not refusals:
        yield _refused(folder, Reason.EMPTY, f"no file in this folder; put {READABLE} there")


def _trouble(path: Path) -> str:
    """Why ``path`` is no file to open, with the next step, or "" where it is one; links are followed."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
            return _advice(error)
        if path.is_symlink():
            return "the link leads nowhere; mend or remove it"
        return "no such file or folder; check the path"
    return "" if stat.S_ISREG(mode) else "not a regular file; give a file or folder"


def _file(path: Path) -> Iterator[Page | Rejection]:
    if trouble := _trouble(path):
        yield _refused(path, Reason.UNREADABLE, trouble)
        return
    try:
        with _open(path) as stream:
            if _media(path) is Media.JSON:
                yield from _lines(path, stream)
            else:
                yield _page(path, stream)
    except (OSError, EOFError, zlib.error) as error:
        yield _failed(path, error)


def _open(path: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path)) if path.name.lower().endswith(".gz") else path.open("rb")


def _page(path: Path, stream: IO[bytes]) -> Page | Rejection:
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        return _refused(path, Reason.UNREADABLE, _too_large())
    if not raw.strip():
        return _refused(path, Reason.EMPTY, "nothing in it; fetch or export it again")
    if looks_binary(raw):
        return _refused(path, Reason.BINARY, "its bytes are no text; give the page itself, or name it for what it is")
    return Page(source=source_name(path), raw=raw, media=_media(path) or Media.TEXT)


def _lines(path: Path, stream: IO[bytes]) -> Iterator[Page | Rejection]:
    number = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        source = f"{source_name(path)}:{number}"
        if len(line) > MOST_BYTES:
            yield _refused(source, Reason.UNREADABLE, _too_large())
            _skip_line(stream)
        elif line.strip():
            yield Page(source=source, raw=line.rstrip(b"\r\n"), media=Media.JSON)
    if not number:
        yield _refused(path, Reason.EMPTY, "nothing in it; write one JSON object a line")


def _skip_line(stream: IO[bytes]) -> None:
    """Read on to the end of a line that is too long to keep."""
    while (rest := stream.readline(MOST_BYTES)) and not rest.endswith(b"\n"):
        pass


def _too_large() -> str:
    return f"more than {MOST_BYTES // 1_000_000} MB unpacked, no page is that large; split it or leave it out"


def _failed(path: Path, error: Exception) -> Rejection:
    return _refused(path, Reason.UNREADABLE, _advice(error))


def _advice(error: Exception) -> str:
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        return f"broken gzip ({error}); fetch or pack it again"
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{told}; check its permissions and its disk"


def _refused(source: Path | str, reason: Reason, detail: str) -> Rejection:
    name = source_name(source)
    return Rejection(source=name, reason=reason, detail=f"{name}: {detail}")


def source_name(source: Path | str) -> str:
    """``source`` as text that can be stored and printed, whatever bytes its file name is made of."""
    return os.fsencode(source).decode("utf-8", "replace")
