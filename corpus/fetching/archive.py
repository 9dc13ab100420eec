"""What was fetched, kept as a WARC file that any archive tool and ``wartagraf collect`` itself can read."""

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from corpus.fetching.client import Response

# Headers that speak of bytes as they were sent: what is kept is unpacked, as in the archives of Common Crawl.
_OF_TRANSFER = frozenset({"content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive"})
_SECRET = frozenset({"set-cookie", "set-cookie2", "authorization", "www-authenticate"})


class Archive:
    """A WARC file that grows by a response at a time; packed where its name ends in ``.gz``."""

    def __init__(self, path: Path, *, software: str) -> None:
        self._path = path
        if not path.exists() or not path.stat().st_size:
            info = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
            self._append(WarcRecordType.warcinfo, info, {"Content-Type": "application/warc-fields"})

    def write(self, response: Response) -> None:
        """Keep ``response`` under the address it may be shown by, without cookies."""
        lines = [f"HTTP/1.1 {response.status} {response.phrase}".strip()]
        for name, value in response.headers:
            if name.lower() not in _SECRET:
                prefix = "X-Crawler-" if name.lower() in _OF_TRANSFER else ""
                lines.append(f"{prefix}{name}: {value}")
        lines.append(f"Content-Length: {len(response.body)}")
        head = "\r\n".join(lines).encode("utf-8", "replace") + b"\r\n\r\n"
        headers = {
            "WARC-Target-URI": response.address.shown,
            "Content-Type": "application/http; msgtype=response",
        }
        self._append(WarcRecordType.response, head + response.body, headers)

    def _append(self, kind: WarcRecordType, block: bytes, headers: dict[str, str]) -> None:
        record = WarcRecord()
        record.init_headers(kind, content_length=len(block))
        record.record_date = datetime.now(UTC).replace(microsecond=0)
        for name, value in headers.items():
            record.headers[name] = value
        record.set_bytes_content(block)
        packed = io.BytesIO()
        record.write(packed)
        raw = packed.getvalue()
        with self._path.open("ab") as stream:
            stream.write(gzip.compress(raw) if self._path.suffix == ".gz" else raw)
