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

# Replacement characters and control codes other than white space and Ctrl-Z, the end mark of old text files.
_BAD: Final = re.compile("[\ufffd\x00-\x08\x0e-\x19\x1b-\x1f\x80-\x9f]")
# Share of those above which nobody can read the text. Indonesian news has
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


def decode(raw: bytes, *, declared: bool = False, verbatim: bool = False) -> str | None:
    """The text of ``raw``, or None where its encoding cannot be told or has destroyed the text.

    In this order: byte order mark, UTF-8, the charset a page declares (with ``declared``), windows-1252.
    UTF-8 comes first because pages declare wrongly, and other bytes are hardly ever valid UTF-8.
    Text encoded twice ("â€œ" for a quotation mark) is put right, unless it is wanted ``verbatim``: offsets
    into a text that somebody else holds must keep counting his characters.

    >>> decode("“Tidak boleh,” katanya".encode("cp1252"))
    '“Tidak boleh,” katanya'
    """
    for name in (*_marked(raw), "utf-8", *(_declared(raw) if declared else ()), "cp1252"):
        try:
            text = raw.decode(name)
        except (UnicodeDecodeError, LookupError):
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
    if not _TWICE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _damage(text: str) -> float:
    return len(_BAD.findall(text)) / len(text) if text else 0.0
