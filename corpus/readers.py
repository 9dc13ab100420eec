"""Pages out of files, folders and archives, one at a time."""

import errno
import gzip
import os
import stat
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, cast

from corpus.address_lists import address_lines
from corpus.article import Media, Page, Reason, Rejection, is_address
from corpus.encoding import looks_binary
from corpus.selection import EVERYTHING, Selection
from corpus.terms import Tally
from corpus.warc import read_warc

_MEDIA: Final = {".html": Media.HTML, ".htm": Media.HTML, ".txt": Media.TEXT, ".jsonl": Media.JSON}
_ARCHIVE: Final = ".warc"
READABLE: Final = ", ".join((*_MEDIA, _ARCHIVE)) + ", each also with .gz"

# No page of a paper comes near this; a gzip bomb or a mistaken dump does. A line of JSON Lines is a page.
MOST_BYTES: Final = 20_000_000
_CHUNK: Final = 1 << 20


def read_sources(
    sources: Iterable[Path], *, selection: Selection = EVERYTHING, tally: Tally | None = None
) -> Iterator[Page | Rejection]:
    """The pages of files and folders, in order; what cannot be read is a ``Rejection`` and the rest goes on.

    A folder is read with all folders below it, in order of names, but for hidden files and links to folders.
    Files of other kinds in it are counted in one ``Rejection`` for the folder. Each line of a ``.jsonl`` file
    is a page with the source ``path:LINE``; empty lines are none. A page of a ``.warc`` file has its address for a
    source. Nothing but regular files is ever opened.

    Args:
        sources: Files and folders.
        selection: Which pages of archives are wanted.
        tally: Where those left out are counted.
    """
    reading = _Reading(selection, Tally() if tally is None else tally)
    for source in sources:
        if is_folder(source):
            yield from reading.folder(source)
        elif trouble := why_no_file(source):
            yield _refused(source, Reason.UNREADABLE, trouble)
        elif not _readable(source):
            yield _refused(
                source, Reason.UNREADABLE, f"not a kind that can be read; give {READABLE}, a feed or a sitemap"
            )
        else:
            yield from reading.file(source)


def count_pages(sources: Iterable[Path | str]) -> int | None:
    """About how many pages the sources will give: files, and lines of JSON Lines; for progress bars.

    None where nobody can tell beforehand: addresses, lists of them and archives.
    """
    total = 0
    for source in sources:
        if isinstance(source, str) or _begins_like_a_list(source):
            return None
        for path in _files(source) if is_folder(source) else [source]:
            if _is_archive(path) and not why_no_file(path):
                return None
            total += _count(path)
    return total


def _begins_like_a_list(path: Path) -> bool:
    if _media(path) is not Media.TEXT or why_no_file(path):
        return False
    try:
        with open_file(path) as stream:
            return is_address(stream.read(64).decode("utf-8-sig", "replace").lstrip())
    except (OSError, EOFError, zlib.error):
        return False


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one run reads: which pages of archives it wants, and where those left out are counted."""

    selection: Selection
    tally: Tally

    def folder(self, folder: Path) -> Iterator[Page | Rejection]:
        others: Counter[str] = Counter()
        found = 0
        refusals: list[OSError] = []
        for place, folders, names in os.walk(folder, onerror=refusals.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(name for name in names if not name.startswith(".")):
                path = Path(place, name)
                if _readable(path):
                    found += 1
                    yield from self.file(path)
                else:
                    others[path.suffix.lower() or "no suffix"] += 1
        yield from (_failed(Path(str(error.filename)), error) for error in refusals)
        if others:
            kinds = ", ".join(f"{number} {suffix}" for suffix, number in sorted(others.items()))
            yield _refused(folder, Reason.UNREADABLE, f"left aside in it: {kinds}; readable are {READABLE}")
        elif not found and not refusals:
            yield _refused(folder, Reason.EMPTY, f"no file in this folder; put {READABLE} there")

    def file(self, path: Path) -> Iterator[Page | Rejection]:
        if trouble := why_no_file(path):
            yield _refused(path, Reason.UNREADABLE, trouble)
            return
        try:
            if _is_archive(path):
                yield from read_warc(path, source_name(path), self.selection, self.tally, most_bytes=MOST_BYTES)
                return
            with open_file(path) as stream:
                if _media(path) is Media.JSON:
                    yield from _lines(path, stream)
                else:
                    yield _page(path, stream)
        except (OSError, EOFError, zlib.error) as error:
            yield _failed(path, error)


def is_folder(path: Path) -> bool:
    """Whether it is a folder; a path that cannot even be looked up is none, and ``why_no_file`` says why."""
    try:
        return path.is_dir()
    except OSError:  # a name too long, a parent that may not be entered
        return False


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if _readable(path))


def _count(path: Path) -> int:
    if why_no_file(path):
        return 0
    if _media(path) is not Media.JSON:
        return 1
    try:
        with open_file(path) as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(_CHUNK), b""))
    except (OSError, EOFError, zlib.error):
        return 1


def _media(path: Path) -> Media | None:
    return _MEDIA.get(_suffix(path))


def _suffix(path: Path) -> str:
    return Path(path.name.lower().removesuffix(".gz")).suffix


def _is_archive(path: Path) -> bool:
    return _suffix(path) == _ARCHIVE


def _readable(path: Path) -> bool:
    return _media(path) is not None or _is_archive(path)


def why_no_file(path: Path) -> str:
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


def open_file(path: Path) -> IO[bytes]:
    """The bytes of a file, unpacked where its name ends in ``.gz``."""
    return cast(IO[bytes], gzip.open(path)) if path.name.lower().endswith(".gz") else path.open("rb")


def _page(path: Path, stream: IO[bytes]) -> Page | Rejection:
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        return _refused(path, Reason.UNREADABLE, _too_large())
    if not raw.strip():
        return _refused(path, Reason.EMPTY, "nothing in it; fetch or export it again")
    if looks_binary(raw):
        return _refused(path, Reason.BINARY, "its bytes are no text; give the page itself, or name it for what it is")
    if _media(path) is Media.TEXT and is_address(raw[:8].decode("ascii", "replace")) and address_lines(raw):
        return _refused(path, Reason.MALFORMED, "a list of addresses; name this file itself and they are fetched")
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
