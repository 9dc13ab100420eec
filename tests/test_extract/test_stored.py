import json
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from corpus.article import Article
from extract import extract_record
from extract.errors import ExtractError
from extract.record import Record
from extract.stored import read_stored

TEXT = (
    "RANTAU SEBERANG – Wali Kota Rantau Seberang Dr. Budi Hartawan, S.H. mengatakan pelanggar Perda "
    "Kota Rantau Seberang Nomor 3 Tahun 2018 didenda paling banyak Rp5 juta sesuai pasal 5 ayat (1).\n"
    '"Kami akan menindak tegas siapa pun yang melanggar aturan itu," kata Budi. Ia tidak menyebut nama.\n'
    "Menurut UU Nomor 5 Tahun 2014, sanksi berupa teguran tertulis dapat dijatuhkan oleh Bawaslu Kota Rantau Seberang."
)


def same(light: Any, value: Any) -> None:
    """Fails where the two differ in anything, however deep."""
    if is_dataclass(value):
        for field in fields(value):
            same(getattr(light, field.name), getattr(value, field.name))
    elif isinstance(value, tuple):
        assert len(light) == len(value)
        for one, other in zip(light, value, strict=True):
            same(one, other)
    else:
        assert light == value
        assert type(light) is type(value)


def test_a_stored_record_is_read_as_it_was_found() -> None:
    record = extract_record(Article(id="a", date="2024-01-01", text=TEXT))
    assert record.mentions
    assert record.statements
    row = record.to_json()
    same(read_stored(json.dumps(row, ensure_ascii=False).encode()), Record.from_json(row))


def test_fields_that_are_left_out_have_their_defaults() -> None:
    same(read_stored(b'{"id": "a"}'), Record(id="a"))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b'{"id": "a", "statements": [{"speaker": "e1"}]}',
        b'{"id": "a", "mentions": [{"start": "0", "end": 1, "text": "x", "type": "PERSON", "target": "e"}]}',
        b'{"id": "a", "entities": [{"key": "e1", "type": "PLANET", "name": "Mars"}]}',
        b'{"id": "a", "statements": [], "sanctions": [{"kind": "denda"}',
        b'{"id": "\xff"}',
    ],
)
def test_what_is_no_record_is_told(line: bytes) -> None:
    with pytest.raises(ExtractError, match="no record of this version"):
        read_stored(line)
