"""Records that the store holds, read fast: as light values with the fields of ``extract.record``.

``Record.from_json`` makes the values of the contract and checks what strangers hand over. What the store itself wrote
is of this shape already; reading half a gigabyte of it took longer than all that is done with it, until msgspec read
it into structs. They are made from the dataclasses, field by field, so that there is one declaration.
"""

from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache, reduce
from operator import or_
from typing import Any, cast, get_args, get_origin, get_type_hints

import msgspec

from extract.errors import ExtractError
from extract.record import Record


def read_stored(line: bytes) -> Record:
    """The record of a JSON line that the store holds; equal to that of ``Record.from_json`` field by field.

    It is no dataclass: it can be read and hashed, but not handed to ``replace`` or ``asdict``.

    Raises:
        ExtractError: It is no record; the message says where it is wrong.
    """
    try:
        return cast(Record, _decoder().decode(line))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ExtractError(f"no record of this version ({error})") from error


@cache
def _decoder() -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(_struct(Record))


@cache
def _struct(of: Any) -> Any:
    """A struct with the fields of the dataclass ``of``; garbage collection leaves it aside, as nothing is a ring."""
    hints = get_type_hints(of)
    declared = [_declared(field, _light(hints[field.name])) for field in fields(of)]
    return msgspec.defstruct(of.__name__, declared, frozen=True, kw_only=True, gc=False, module=__name__)


def _declared(field: "Field[Any]", type_: Any) -> Any:
    return (field.name, type_) if field.default is MISSING else (field.name, type_, field.default)


def _light(hint: Any) -> Any:
    """The type ``hint`` with structs in place of dataclasses, however deep they stand in it."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _struct(hint)
    parts = get_args(hint)
    if not parts:
        return hint
    light = tuple(part if part is Ellipsis else _light(part) for part in parts)
    return cast(Any, tuple)[light] if get_origin(hint) is tuple else reduce(or_, light)
