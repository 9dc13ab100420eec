"""Pages out of WARC files, as Common Crawl's news crawl and web archives publish them.

FastWARC reads them: some 4,700 records a second here, Apache-2.0, alive; warcio, the other reader, is pure Python.
"""

import gzip
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from corpus.article import Media, Page, Reason, Rejection
from corpus.encoding import looks_binary
from corpus.selection import Selection
from corpus.terms import Tally, Visit

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_OK = 200
_PACKED = b"\x1f\x8b"
_CHUNK = 1 << 20
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_warc(
    path: Path, name: str, selection: Selection, tally: Tally, *, most_bytes: int
) -> Iterator[Page | Rejection]:
    """The web pages that a WARC file holds, packed or not, in its order; ``source`` is the address of each.

    A record's date is the day it was archived, and ``selection`` goes by it. Answers other than pages are counted
    in one ``Rejection`` for the file, and so is the place where a file is damaged: what is behind it is lost.

    Args:
        path: The file.
        name: Its name as it may be stored and printed.
        selection: Which pages are wanted.
        tally: Where those left out are counted.
        most_bytes: Size of a page at most.
    """
    others: Counter[str] = Counter()
    found = place = 0
    try:
        with path.open("rb") as stream:
            for record in _records(stream):
                found += 1
                place = record.stream_pos
                if other := _other(record):
                    others[other] += 1
                    continue
                moment = _moment(record)
                if selection.wants(address := _address(record, name), published=moment and moment.date()):
                    yield _page(record, address, moment, most_bytes)
                else:
                    tally[Visit.LEFT_OUT] += 1
            _read_to_end(stream, place)
    except (OSError, EOFError, zlib.error) as error:
        yield _refused(name, Reason.UNREADABLE, f"damaged after {found} records ({error}); fetch it again")
        return
    if others:
        kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(others.items()))
        yield _refused(name, Reason.UNREADABLE, f"left aside in it: {kinds}; pages are HTML with status 200")
    elif not found:
        yield _refused(name, Reason.EMPTY, "no answer of a web server in it; fetch or pack it again")


def _records(stream: IO[bytes]) -> "Iterator[WarcRecord]":
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - only runs that read archives wait for it

    return iter(ArchiveIterator(stream, record_types=WarcRecordType.response | WarcRecordType.revisit))


def _read_to_end(stream: IO[bytes], place: int) -> None:
    """Read on from the last record, because FastWARC takes a packed file that breaks off there for a whole one.

    Raises:
        EOFError: It breaks off.
    """
    stream.seek(place)
    if stream.read(2) == _PACKED:
        stream.seek(place)
        with gzip.GzipFile(fileobj=stream) as rest:
            while rest.read(_CHUNK):
                pass


def _other(record: "WarcRecord") -> str:
    """What a record is instead of a page, or ""."""
    from fastwarc.warc import WarcRecordType  # noqa: PLC0415 - as above

    if record.record_type == WarcRecordType.revisit:
        return "revisits of pages kept elsewhere"
    status = record.http_headers.status_code if record.is_http_parsed else None
    if status is None:
        return "no HTTP"
    if status != _OK:
        return f"with status {status}"
    kind = (record.http_content_type or "").lower()
    return "" if not kind or kind in _PAGES else kind


def _moment(record: "WarcRecord") -> datetime | None:
    return record.record_date  # None where it has none or none that can be read, whatever its type says


def _address(record: "WarcRecord", name: str) -> str:
    """The address of a page as it may be shown; where the record tells none, its place in the file."""
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>")  # old writers put it in brackets
    if "@" in address or "=" in address:
        from corpus.fetching.addresses import shown  # noqa: PLC0415 - only for addresses that may hold a secret

        return shown(address)
    return address or f"{name}:{record.stream_pos}"


def _page(record: "WarcRecord", address: str, moment: datetime | None, most_bytes: int) -> Page | Rejection:
    length = record.content_length
    raw = record.reader.read(most_bytes + 1)
    if len(raw) < min(length, most_bytes):
        raise EOFError(f"it breaks off within {address}")
    raw = _unpacked(raw, record, most_bytes)
    if len(raw) > most_bytes:
        return _refused(address, Reason.UNREADABLE, f"more than {most_bytes // 1_000_000} MB, no page is that large")
    if not raw or raw.isspace():
        return _refused(address, Reason.EMPTY, "nothing in it; fetch it again")
    if looks_binary(raw):
        return _refused(address, Reason.BINARY, "its bytes are no page; leave it out")
    return Page(
        source=address,
        raw=raw,
        media=Media.HTML,
        charset=(record.http_charset or "").lower(),
        fetched=moment.astimezone(UTC).isoformat(timespec="seconds") if moment else "",
    )


def _unpacked(raw: bytes, record: "WarcRecord", most_bytes: int) -> bytes:
    """The body without what packed it for the way; as it is where it was unpacked when it was archived."""
    headers = record.http_headers
    coding = (headers.get("Content-Encoding") or "").lower().strip()
    chunked = (headers.get("Transfer-Encoding") or "").lower().strip() == "chunked"
    if not coding and not chunked:
        return raw
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader  # noqa: PLC0415 - as above

    for reader, applies in (
        (ChunkedReader, chunked),
        (GzipReader, coding in {"gzip", "x-gzip"}),
        (lambda packed: GzipReader(packed, zlib=True), coding == "deflate"),
        (BrotliReader, coding == "br"),
    ):
        if applies:
            try:
                raw = reader(io.BytesIO(raw)).read(most_bytes + 1) or raw
            except OSError:
                continue
    return raw


def _refused(source: str, reason: Reason, detail: str) -> Rejection:
    return Rejection(source=source, reason=reason, detail=f"{source}: {detail}")
