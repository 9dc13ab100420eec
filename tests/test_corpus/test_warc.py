import gzip
import io
from datetime import UTC, date, datetime

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from corpus import Page, Reason, Rejection, Selection, Store, Tally, Visit, collect, count_pages, read_sources
from tests.test_corpus.pages import story

HTML = "Content-Type: text/html; charset=ISO-8859-1"


def record(address, body, *headers, status="200 OK", kind=WarcRecordType.response, day=2):
    """One record as an archive has it; without headers it is no answer of a web server."""
    head = "\r\n".join((f"HTTP/1.1 {status}", *headers)) + "\r\n\r\n" if headers else ""
    made = WarcRecord()
    made.init_headers(kind, content_length=len(head) + len(body))
    made.headers["WARC-Target-URI"] = address
    made.headers["Content-Type"] = "application/http; msgtype=response"
    made.record_date = datetime(2024, 5, day, tzinfo=UTC)
    made.set_bytes_content(head.encode() + body)
    stream = io.BytesIO()
    made.write(stream)
    return stream.getvalue()


def page(number, *headers, **settings):
    raw = story(title=f"Tahap {number}").raw
    return record(f"https://kabar.example/{number}", raw, HTML, *headers, **settings)


def read(path, **settings):
    found = list(read_sources([path], **settings))
    return [one for one in found if isinstance(one, Page)], [one for one in found if isinstance(one, Rejection)]


@pytest.fixture(params=[".warc", ".warc.gz"])
def archive(request, tmp_path):
    """A function that writes records into an archive, as they are or each packed, as Common Crawl does."""

    def write(*records):
        path = tmp_path / f"berita{request.param}"
        packed = request.param.endswith("gz")
        path.write_bytes(b"".join(map(gzip.compress, records) if packed else records))
        return path

    return write


def test_pages_come_with_their_address_and_charset(archive):
    path = archive(page(1), record("", b"x", kind=WarcRecordType.warcinfo), page(2))
    pages, refused = read(path)
    assert [one.source for one in pages] == ["https://kabar.example/1", "https://kabar.example/2"]
    assert pages[0].raw == story(title="Tahap 1").raw
    assert pages[0].charset == "iso-8859-1"
    assert refused == []


def test_bodies_packed_for_the_way_are_unpacked_and_wrong_labels_do_no_harm(archive):
    raw = story().raw
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(raw), raw)
    path = archive(
        record("https://a.example/1", gzip.compress(raw), HTML, "Content-Encoding: gzip"),
        record("https://a.example/2", chunked, HTML, "Transfer-Encoding: chunked"),
        record("https://a.example/3", raw, HTML, "Content-Encoding: gzip"),
        record("https://a.example/4", raw, HTML, "Content-Encoding: br", "Transfer-Encoding: chunked"),
    )
    pages, refused = read(path)
    assert [one.raw for one in pages] == [raw] * 4
    assert refused == []


def test_what_is_no_page_is_counted_in_one_line(archive):
    path = archive(
        page(1),
        page(2, status="404 Not Found"),
        record("https://a.example/x.png", b"\x89PNG", "Content-Type: image/png"),
        record("https://a.example/y.png", b"\x89PNG", "Content-Type: image/png"),
        record("https://a.example/z", b"", HTML, kind=WarcRecordType.revisit),
    )
    pages, (refused,) = read(path)
    assert len(pages) == 1
    assert refused.reason is Reason.UNREADABLE
    assert refused.source == str(path)
    assert "2 image/png" in refused.detail
    assert "1 with status 404" in refused.detail


def test_a_page_without_text_or_with_too_much_is_refused_alone(archive):
    huge = gzip.compress(bytes(25_000_000))
    path = archive(
        record("https://a.example/1", b" ", HTML),
        record("https://a.example/2", b"%PDF-1.7", HTML),
        record("https://a.example/3", huge, HTML, "Content-Encoding: gzip"),
        page(4),
    )
    pages, refused = read(path)
    assert [one.source for one in pages] == ["https://kabar.example/4"]
    assert [(one.source[-1], one.reason) for one in refused] == [
        ("1", Reason.EMPTY),
        ("2", Reason.BINARY),
        ("3", Reason.UNREADABLE),
    ]


@pytest.mark.parametrize("kept", [0.9, 0.6, 0.52])
def test_an_archive_that_breaks_off_gives_what_is_whole_and_is_told(archive, kept):
    path = archive(page(1), page(2))
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * kept)])
    pages, refused = read(path)
    assert [one.source for one in pages] == ["https://kabar.example/1"]
    assert [one.reason for one in refused] == [Reason.UNREADABLE]


@pytest.mark.parametrize("raw", [b"bukan arsip sama sekali\r\n" * 9, b""])
def test_a_file_that_is_no_archive_is_refused(archive, raw):
    path = archive(raw) if raw else archive()
    pages, (refused,) = read(path)
    assert pages == []
    assert refused.source == str(path)
    assert ";" in refused.detail


def test_an_archive_is_selected_from_by_the_day_of_its_records(archive):
    path = archive(*(page(number, day=number) for number in (1, 2, 3, 4)))
    tally = Tally()
    wanted = Selection(since=date(2024, 5, 2), until=date(2024, 5, 3))
    pages, _ = read(path, selection=wanted, tally=tally)
    assert [one.source[-1] for one in pages] == ["2", "3"]
    assert tally == {Visit.LEFT_OUT: 2}


def test_a_record_without_address_or_day_is_read_and_secrets_in_addresses_are_not_kept(archive):
    bare = page(1).replace(b"WARC-Target-URI: https://kabar.example/1\r\n", b"").replace(b"WARC-Date", b"X-Date")
    path = archive(bare, record("https://budi:kunci@kabar.example/?id=2&token=kunci", story().raw, HTML))
    pages, _ = read(path, selection=Selection(since=date(2024, 5, 1)))
    assert [one.source for one in pages] == [f"{path}:0", "https://kabar.example/?id=2&token=hidden"]
    assert pages[0].fetched == ""


def test_archives_in_a_folder_are_collected_with_its_pages(archive, tmp_path):
    path = archive(page(1), page(2))
    (tmp_path / "laman.html").write_bytes(story(title="Tahap 3").raw)
    assert count_pages([tmp_path]) is None, "nobody knows how many"
    with Store.open(tmp_path.parent / f"{tmp_path.name}.sqlite") as store:
        found = list(collect([path.parent], store))
        assert [bool(one.article_id) for one in found] == [True] * 3
        assert {article.outlet for article in store.articles()} == {"kabar.example", ""}
