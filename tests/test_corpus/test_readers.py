import gzip
import os
import socket
import tracemalloc
from pathlib import Path

import pytest

from corpus import Media, Page, Reason, Rejection, count_pages, read_sources
from corpus.readers import MOST_BYTES
from tests.test_corpus.pages import BODY

BODY_BYTES = "\n".join(BODY).encode()


def read(*paths: Path) -> list[Page | Rejection]:
    return list(read_sources(paths))


def refusal(*paths: Path) -> Rejection:
    (only,) = read(*paths)
    assert isinstance(only, Rejection)
    assert only.detail.startswith(str(paths[0]))
    assert "\n" not in only.detail
    assert ";" in only.detail, "the next step follows what was wrong"
    return only


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("a.html", Media.HTML),
        ("a.HTM", Media.HTML),
        ("a.html.gz", Media.HTML),
        ("a.htm.gz", Media.HTML),
        ("a.txt", Media.TEXT),
        ("a.txt.gz", Media.TEXT),
    ],
)
def test_every_kind_of_file_is_read(tmp_path, name, media):
    path = tmp_path / name
    path.write_bytes(gzip.compress(BODY_BYTES) if name.endswith("gz") else BODY_BYTES)
    assert read(path) == [Page(source=str(path), raw=BODY_BYTES, media=media)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_each_line_of_a_jsonl_file_is_a_page(tmp_path, name):
    path = tmp_path / name
    raw = b'{"id": "a"}\r\n\n{"id": "b"}'
    path.write_bytes(gzip.compress(raw) if name.endswith("gz") else raw)
    assert [(page.source, page.raw, page.media) for page in read(path)] == [
        (f"{path}:1", b'{"id": "a"}', Media.JSON),
        (f"{path}:3", b'{"id": "b"}', Media.JSON),
    ]


def test_a_folder_is_read_whole_in_the_order_of_names(tmp_path):
    for name in ("b/2.txt", "b/1.txt", "a/z/9.txt", "c.txt", ".git/x.txt", "b/.hidden.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(BODY_BYTES)
    names = [str(Path(page.source).relative_to(tmp_path)) for page in read(tmp_path)]
    assert names == ["c.txt", "a/z/9.txt", "b/1.txt", "b/2.txt"]


def test_files_of_other_kinds_in_a_folder_are_counted(tmp_path):
    for name in ("a.txt", "b.pdf", "c.pdf", "d.PNG", "README"):
        (tmp_path / name).write_bytes(BODY_BYTES)
    page, rest = read(tmp_path)
    assert isinstance(page, Page)
    assert isinstance(rest, Rejection)
    assert "2 .pdf, 1 .png, 1 no suffix" in rest.detail


def test_an_empty_folder_is_told(tmp_path):
    assert refusal(tmp_path).reason is Reason.EMPTY


def test_a_missing_path_is_told_and_the_rest_is_read(tmp_path):
    (tmp_path / "ada.txt").write_bytes(BODY_BYTES)
    missing, page = read(tmp_path / "tidak-ada.html", tmp_path / "ada.txt")
    assert isinstance(missing, Rejection)
    assert missing.reason is Reason.UNREADABLE
    assert "tidak-ada.html" in missing.detail
    assert isinstance(page, Page)


def test_a_file_of_another_kind_given_by_name_is_refused(tmp_path):
    (tmp_path / "a.docx").write_bytes(BODY_BYTES)
    assert ".jsonl" in refusal(tmp_path / "a.docx").detail


@pytest.mark.parametrize("raw", [b"", b" \n\t"])
def test_an_empty_file_is_told(tmp_path, raw):
    (tmp_path / "a.txt").write_bytes(raw)
    assert refusal(tmp_path / "a.txt").reason is Reason.EMPTY


def test_an_empty_jsonl_file_is_told(tmp_path):
    (tmp_path / "a.jsonl").touch()
    assert refusal(tmp_path / "a.jsonl").reason is Reason.EMPTY


@pytest.mark.parametrize("name", ["foto.html", "foto.txt"])
def test_a_binary_file_named_like_a_page_is_told(tmp_path, name):
    (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert refusal(tmp_path / name).reason is Reason.BINARY


@pytest.mark.parametrize(
    "raw",
    [b"no gzip at all", gzip.compress(BODY_BYTES, mtime=0)[:-9], gzip.compress(BODY_BYTES, mtime=0)[:30]],
    ids=["none", "cut at the end", "cut at the beginning"],
)
def test_a_broken_gzip_file_is_told(tmp_path, raw):
    (tmp_path / "a.html.gz").write_bytes(raw)
    refused = refusal(tmp_path / "a.html.gz")
    assert refused.reason is Reason.UNREADABLE
    assert "broken gzip" in refused.detail


def test_the_lines_before_a_break_in_a_jsonl_file_are_read(tmp_path):
    lines = b"".join(b'{"id": "%d", "text": "%s"}\n' % (i, os.urandom(400).hex().encode()) for i in range(300))
    packed = gzip.compress(lines)
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    *pages, broken = read(tmp_path / "a.jsonl.gz")
    assert len(pages) > 50
    assert isinstance(broken, Rejection)
    assert "broken gzip" in broken.detail


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs /proc, where a read fails even for root")
def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").symlink_to("/proc/self/mem")
    (tmp_path / "b.txt").write_bytes(BODY_BYTES)
    refused, page = read(tmp_path)
    assert isinstance(refused, Rejection)
    assert refused.detail == f"{tmp_path / 'a.txt'}: Input/output error; check its permissions and its disk"
    assert isinstance(page, Page)


def test_a_file_name_in_no_encoding_is_read_all_the_same(tmp_path):
    path = os.fsencode(tmp_path) + b"/kota-\xe9.txt"
    Path(os.fsdecode(path)).write_bytes(BODY_BYTES)
    (page,) = read(tmp_path)
    assert page.source == f"{tmp_path}/kota-\ufffd.txt"


def test_a_gzip_bomb_is_refused_without_being_unpacked(tmp_path):
    path = tmp_path / "bom.html.gz"
    with gzip.open(path, "wb", compresslevel=1) as stream:
        for _ in range(20):
            stream.write(b" " * 10_000_000)
    tracemalloc.start()
    refused = refusal(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "20 MB" in refused.detail
    assert peak < 4 * MOST_BYTES


def test_a_line_too_long_costs_only_itself(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": "a"}\n' + b"x" * (2 * MOST_BYTES + 5) + b'\n{"id": "b"}\n')
    _, refused, last = read(path)
    assert isinstance(refused, Rejection)
    assert refused.source == f"{path}:2"
    assert isinstance(last, Page)
    assert last.source == f"{path}:3"


def test_pages_are_read_one_at_a_time(tmp_path):
    (tmp_path / "a.txt").write_bytes(BODY_BYTES)
    pages = read_sources([tmp_path / "a.txt", tmp_path / "b.txt"])
    next(pages)
    (tmp_path / "b.txt").write_bytes(BODY_BYTES)
    assert isinstance(next(pages), Page)


def test_a_link_to_a_folder_above_is_not_followed_for_ever(tmp_path):
    (tmp_path / "a.txt").write_bytes(BODY_BYTES)
    (tmp_path / "lingkar").symlink_to(tmp_path)
    assert len([page for page in read(tmp_path) if isinstance(page, Page)]) == 1


def fifo(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def unix_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


@pytest.mark.parametrize("make", [fifo, device, unix_socket])
@pytest.mark.parametrize("name", ["a.html", "a.jsonl", "a.txt.gz", "a"])
def test_what_is_no_regular_file_is_never_opened(tmp_path, monkeypatch, make, name):
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    make(Path(name))
    (tmp_path / "b.txt").write_bytes(BODY_BYTES)
    assert count_pages([Path(name), tmp_path]) == 1
    refused = refusal(Path(name))
    assert refused.reason is Reason.UNREADABLE
    assert refused.detail == f"{name}: not a regular file; give a file or folder"
    assert sorted(type(item).__name__ for item in read(tmp_path)) == ["Page", "Rejection"]


@pytest.mark.parametrize("target", ["tidak-ada", "a.html"])
def test_a_link_that_leads_nowhere_is_told(tmp_path, target):
    link = tmp_path / "a.html"
    link.symlink_to(tmp_path / target)
    for source in (link, tmp_path):
        (refused,) = read(source)
        assert isinstance(refused, Rejection)
        assert refused.detail == f"{link}: the link leads nowhere; mend or remove it"
    assert count_pages([link, tmp_path]) == 0


def test_a_path_that_cannot_be_looked_up_costs_only_itself(tmp_path):
    (tmp_path / "baik.txt").write_text("Warga tertib.", "utf-8")
    refused, page = read_sources([tmp_path / ("x" * 300 + ".html"), tmp_path / "baik.txt"])
    assert isinstance(refused, Rejection)
    assert "too long" in refused.detail
    assert isinstance(page, Page)
