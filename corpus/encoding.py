"""Bytes of a page as text, when they can be read as text at all."""

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_SIGNATURES: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x28\xb5\x2f\xfd",
)

# UTF-8 read as windows-1252, then written as UTF-8 again: the marks it leaves are no Indonesian letters.
_TWICE: Final = re.compile("[ÂÃâ][\u0080-\u00bf€‚„…†‡ˆ‰‹‘’“”•–—™š›œžŸ]")

# Control codes other than white space and Ctrl-Z, the end mark of old text files: those of one byte in UTF-8, and
# those of two. They are counted in bytes, which takes a tenth of the time.
CONTROLS: Final = bytes({*range(9), *range(0x0E, 0x1A), *range(0x1B, 0x20)})
_LATE_CONTROLS: Final = re.compile(b"\xc2[\x80-\x9f]")
# Share of those and of replacement characters above which nobody can read the text. Indonesian news has
# none; one stray sign in a page of 3,000 characters must not cost the page.
_MOST_DAMAGE: Final = 0.005


def looks_binary(raw: bytes) -> bool:
    """Whether ``raw`` is an image, archive or the like: by its first bytes, or by NUL bytes in it.

    The NUL bytes of UTF-16 without a byte order mark do not count; ``decode`` refuses such text.
    """
    if any(raw.startswith(bom) for bom, _ in _BOMS):
        return False
    head = raw[:8192]
    return raw.startswith(_SIGNATURES) or (b"\0" in head and not _is_bare_utf16(head))


def _is_bare_utf16(head: bytes) -> bool:
    """Whether every other byte is mostly NUL, as in Latin letters of UTF-16, and the rest reads as text."""
    return any(
        2 * high.count(0) > len(high) and _damage(head.decode(name, "replace")) <= _MOST_DAMAGE
        for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2]))
    )


def decode(raw: bytes, *, declared: bool = False, charset: str = "", verbatim: bool = False) -> str | None:
    """The text of ``raw``, or None where its encoding cannot be told or has destroyed the text.

    In this order: byte order mark, UTF-8, the ``charset`` that its server named, the one a page declares (with
    ``declared``), windows-1252. UTF-8 comes first because servers and pages declare wrongly, and other bytes are
    hardly ever valid UTF-8.
    Text encoded twice ("â€œ" for a quotation mark) is put right, unless it is wanted ``verbatim``: offsets
    into a text that somebody else holds must keep counting his characters.

    >>> decode("“Tidak boleh,” katanya".encode("cp1252"))
    '“Tidak boleh,” katanya'
    """
    named = (charset, *(_declared(raw) if declared else ()))
    wide = (charset,) if charset.lower().startswith(("utf-16", "utf-32")) and b"\0" in raw else ()
    for name in filter(None, (*_marked(raw), *wide, "utf-8", *named, "cp1252")):
        try:
            text = raw.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
        text = text.removeprefix("\ufeff")
        text = text if verbatim else _once(text)
        return None if _damage(text) > _MOST_DAMAGE else text
    return None


def _marked(raw: bytes) -> tuple[str, ...]:
    return next(((name,) for bom, name in _BOMS if raw.startswith(bom)), ())


def _declared(raw: bytes) -> tuple[str, ...]:
    match = _DECLARED.search(raw[:4096])
    return (match[1].decode("ascii", "ignore"),) if match else ()


def _once(text: str) -> str:
    if not (any(mark in text for mark in "ÂÃâ") and _TWICE.search(text)):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _damage(text: str) -> float:
    raw = text.encode("utf-8", "surrogatepass")
    controls = len(raw) - len(raw.translate(None, CONTROLS)) + len(_LATE_CONTROLS.findall(raw))
    return (controls + text.count("\ufffd")) / len(text) if text else 0.0
