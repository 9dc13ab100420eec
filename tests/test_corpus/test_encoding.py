import codecs

import pytest

from corpus import Media, Page, Reason, Rejection, clean
from corpus.encoding import decode, looks_binary

SENTENCE = "“Tidak boleh,” kata Ny. Désirée – lurah setempat."


@pytest.mark.parametrize(
    "raw",
    [
        SENTENCE.encode(),
        codecs.BOM_UTF8 + SENTENCE.encode(),
        SENTENCE.encode("utf-16"),
        codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("cp1252"),
    ],
)
def test_text_in_every_usual_encoding_is_read(raw):
    assert decode(raw) == SENTENCE


def test_text_encoded_twice_is_put_right():
    words = "Kantor Désa – buka pukul delapan."
    assert decode(words.encode().decode("cp1252").encode()) == words


def test_a_declared_charset_counts_where_the_bytes_are_no_utf8():
    page = "<meta charset='iso-8859-7'><p>Αθήνα</p>".encode("iso-8859-7")
    assert "Αθήνα" in (decode(page, declared=True) or "")


def test_a_page_that_declares_wrongly_is_read_as_the_utf8_it_is():
    page = f"<meta charset='iso-8859-1'>{SENTENCE}".encode()
    assert SENTENCE in (decode(page, declared=True) or "")


def test_an_unknown_charset_does_not_stop_the_reading():
    page = f"<meta charset='x-tidak-ada'>{SENTENCE}".encode("cp1252")
    assert SENTENCE in (decode(page, declared=True) or "")


@pytest.mark.parametrize(
    "raw",
    [
        ("Warga \ufffd\ufffd\ufffd resah. " * 20).encode(),
        b"Warga resah \x81\x8d\x9d" * 5,
        b"teks \x01\x02\x03 biasa" * 5,
    ],
)
def test_destroyed_text_is_not_passed_off_as_text(raw):
    assert decode(raw) is None


def test_one_stray_sign_does_not_cost_the_page():
    assert decode(("Warga resah dengan sampah di sungai. " * 20 + "\ufffd").encode()) is not None


@pytest.mark.parametrize("raw", [b"%PDF-1.7 ...", b"\x89PNG\r\n", b"PK\x03\x04", b"abc\0def", b"\xff\xd8\xff\xe0"])
def test_images_archives_and_documents_are_binary(raw):
    assert looks_binary(raw)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_a_matter_of_encoding(name):
    page = Page(source="a.txt", raw=(SENTENCE * 200).encode(name), media=Media.TEXT)
    refused = clean(page)
    assert isinstance(refused, Rejection)
    assert refused.reason is Reason.ENCODING
    assert "save it as UTF-8" in refused.detail


@pytest.mark.parametrize("raw", [b"\0" * 100, bytes(range(9)) * 50, b"\x01\0\x02\0\x03\0" * 50])
def test_numbers_of_two_bytes_are_still_binary(raw):
    assert looks_binary(raw)


def test_text_with_a_byte_order_mark_is_not_binary():
    assert not looks_binary("halo".encode("utf-16"))
