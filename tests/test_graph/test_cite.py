"""The command ``cite`` as a user runs it: what it writes, in which bytes, and what it refuses."""

import codecs
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
COMMAND = [sys.executable, "-c", "from graph.cli import main; main()", "cite"]
MARK = re.compile(rb'<(a|span) class="wartagraf-citation"[^<>]*>([^<]*)</\1>')
LINK = re.compile(r"\[([^\[\]]*)\]\(/akn/[^()]*\)")


def cite(*args: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, *map(str, args)]
    return subprocess.run(command, capture_output=True, input=given, check=False, timeout=120)


def rows(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", ["suaramarawangi-pp-94-disiplin.html", "gapura-korpri-bawaslu-marawangi.html"])
def test_a_page_comes_back_byte_for_byte_but_for_its_marks(name):
    done = cite(SAMPLE / name)
    assert done.returncode == 0, done.stderr
    assert MARK.search(done.stdout)
    assert MARK.sub(rb"\2", done.stdout) == (SAMPLE / name).read_bytes()
    assert re.fullmatch(rb"wartagraf: \d+ citations of \d+ rules\n(wartagraf: without a link: .+\n)?", done.stderr)


def test_lines_of_json_quote_the_decoded_page():
    page = (SAMPLE / "suaramarawangi-pp-94-disiplin.html").read_bytes().decode("utf-8")
    found = rows(cite(SAMPLE / "suaramarawangi-pp-94-disiplin.html", "--format", "json"))
    assert found
    assert all(page[row["start"] : row["end"]] == row["text"] for row in found)
    assert {row["id"] for row in found} == {"pp/2021/94", "pp/2010/53"}


def test_lines_of_json_say_what_is_known():
    text = "😀 “Warga” melanggar Pasal 5 ayat (1) UU Nomor 5 Tahun 2014 😀."
    (row,) = rows(cite("-", "--format", "json", "--place", "", "--date", "2020-01-02", given=text.encode()))
    assert text[row["start"] : row["end"]] == row["text"] == "UU Nomor 5 Tahun 2014"
    assert (row["id"], row["title"], row["how"]) == ("uu/2014/5", "Aparatur Sipil Negara", "explicit")
    assert row["provisions"] == ["pasal 5 ayat (1)"]
    assert row["address"] == "/akn/id/act/uu/2014/5/~art_5__para_1"
    assert {"antecedent", "issuer_from", "in_force", "amends", "revokes", "enacts"} < set(row)


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "cp1252"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_text_keeps_its_encoding_and_line_ends(mark, codec, ending):
    text = f"“Kami menaati PP Nomor 94 Tahun 2021,” kata Zaïd.{ending}“PP tersebut berlaku.”{ending}"
    done = cite("-", given=mark + text.encode(codec))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(mark)
    written = done.stdout.removeprefix(mark).decode(codec)
    assert written.startswith("“Kami menaati [PP Nomor 94 Tahun 2021](/akn/id/act/pp/2021/94),” kata Zaïd.")
    assert LINK.sub(r"\1", written) == text


def test_a_page_is_read_in_the_charset_it_declares():
    page = '<meta charset="iso-8859-1"><p>Zaïd: PP&nbsp;94/2021'.encode("iso-8859-1")
    done = cite("-", given=page)
    assert MARK.sub(rb"\2", done.stdout) == page
    assert b">PP&nbsp;94/2021</a>" in done.stdout


def test_text_may_be_shown_as_html():
    done = cite("-", "--format", "html", given=b"a < b menurut PP 94/2021")
    assert done.stdout.startswith(b'a &lt; b menurut <a class="wartagraf-citation" href="/akn/id/act/pp/2021/94"')


@pytest.mark.parametrize(
    ("name", "content", "marked"),
    [
        ("catatan.txt", "</p> PP 94/2021", "</p> [PP 94/2021](/akn/id/act/pp/2021/94)"),
        ("catatan", "PP 94/2021", "[PP 94/2021](/akn/id/act/pp/2021/94)"),
        ("laman.htm", "PP 94/2021", '<a class="wartagraf-citation"'),
        ("laman", "<p>PP 94/2021</p>", '<p><a class="wartagraf-citation"'),
        ("laman", "\n<!DOCTYPE html>PP 94/2021", '\n<!DOCTYPE html><a class="wartagraf-citation"'),
    ],
)
def test_name_and_content_tell_what_a_file_is(name, content, marked, tmp_path):
    (tmp_path / name).write_text(content, "utf-8")
    assert cite(tmp_path / name).stdout.decode().startswith(marked)


def test_the_page_tells_its_day_and_region_unless_they_are_given(tmp_path):
    day = '<meta property="article:published_time" content="2020-03-04">'
    body = (
        "KOTA METRO - Petugas di Kota Metro menegakkan Perda Nomor 3 Tahun 2018 dan UU ASN. "
        + "Warga diminta tertib. " * 20
    )
    page = tmp_path / "berita.html"
    page.write_text(
        f"<html><head>{day}</head><body><article><h1>Tertib</h1><p>{body}</p>"
        f"<p>{'Petugas berkeliling kota setiap pagi. ' * 20}</p></article></body></html>",
        "utf-8",
    )
    assert [row["id"] for row in rows(cite(page, "--format", "json"))] == ["perda-kota-metro/2018/3", "uu/2014/5"]
    other = rows(cite(page, "--format", "json", "--date", "2024-05-06", "--place", "Kota Bitung"))
    assert [row["id"] for row in other] == ["perda-kota-bitung/2018/3", "uu/2023/20"]
    assert rows(cite(page, "--format", "json", "--place", ""))[0]["id"] == "perda/2018/3"


@pytest.mark.parametrize(
    ("place", "id_"),
    [("Metro", "perda-kota-metro/2018/3"), ("Lampung", "perda-provinsi-lampung/2018/3"), ("", "perda/2018/3")],
)
def test_a_place_is_understood_as_people_write_it(place, id_):
    done = cite("-", "--format", "json", "--date", "", "--place", place, given=b"Perda Nomor 3 Tahun 2018 berlaku.")
    assert [row["id"] for row in rows(done)] == [id_]


def test_links_may_lead_to_a_site():
    done = cite("-", "--base", "https://hukum.example/", given=b"PP 94/2021")
    assert done.stdout == b"[PP 94/2021](https://hukum.example/akn/id/act/pp/2021/94)"


def test_a_file_may_be_marked_in_place(tmp_path):
    text = tmp_path / "catatan.txt"
    text.write_bytes(b"PP 94/2021\r\n")
    done = cite(text, "-o", text)
    assert (done.returncode, done.stdout) == (0, b"")
    assert text.read_bytes() == b"[PP 94/2021](/akn/id/act/pp/2021/94)\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["catatan.txt"]


def test_a_name_that_changes_its_rule_asks_for_the_day():
    text = b"Menurut UU ASN, pegawai wajib netral.\n"
    unknown = cite("-", given=text)
    assert unknown.stdout == text
    assert b"1 citation of 1 rule\n" in unknown.stderr
    assert b"without a link: ~uu-asn; give --date" in unknown.stderr
    assert cite("-", "--date", "2024-01-01", given=text).stdout.startswith(b"Menurut [UU ASN](/akn/id/act/uu/2023/20)")


def test_a_text_without_citations_comes_back_as_it_was():
    done = cite("-", given=b"Warga berjalan pagi.\n")
    assert (done.returncode, done.stdout) == (0, b"Warga berjalan pagi.\n")
    assert done.stderr == b"wartagraf: 0 citations of 0 rules\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "nothing in it"),
        (b" \n", "nothing in it"),
        (b"\x89PNG\r\n\x1a\n\0\0", "its bytes are no text"),
        (b"%PDF-1.7 UU 5/2014", "its bytes are no text"),
        ("Warga \ufffd\ufffd. ".encode() * 50, "its characters are destroyed"),
        (b"UU 5/2014 " * 2_000_001, "more than 20 MB"),
    ],
    ids=["empty", "blank", "image", "pdf", "destroyed", "huge"],
)
def test_what_cannot_be_marked_is_one_line(content, told, tmp_path):
    (tmp_path / "berkas").write_bytes(content)
    done = cite(tmp_path / "berkas", "-o", tmp_path / "hasil")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(f"wartagraf: {tmp_path / 'berkas'}: {told}")
    assert done.stderr.count(b"\n") == 1
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize("path", ["tidak-ada.html", "."])
def test_a_path_that_is_no_file_is_one_line(path, tmp_path):
    done = cite(tmp_path / path)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 1)
    assert str(tmp_path) in done.stderr.decode()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--date", "3 Mei 2024"), "'3 Mei 2024' is no day"),
        (
            ("--place", "Mtero"),
            "'Mtero' is no province, kabupaten or kota that is known here; write it like 'Kota Metro'",
        ),
        (("--place", "Bogor"), "'Bogor' is the name of several regions; write 'Kabupaten Bogor' or 'Kota Bogor'"),
        (("--format", "pdf"), "'pdf'"),
        (("--format", "text"), "standard input is HTML; give --format html or json"),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong(args, told):
    done = cite("-", *args, given=b"<p>UU 5/2014</p>")
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()


def test_help_shows_an_example():
    assert b"wartagraf cite page.html > marked.html" in cite("--help").stdout
