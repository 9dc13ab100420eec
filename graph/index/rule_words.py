"""How rules are written, in the words that the index keeps: type, issuer, number and year, or type and nickname."""

import re
from collections.abc import Iterable, Iterator

from extract.rules.registry import KnownRule
from extract.rules.rule_forms import find_heads, lowered

# What stands between type, number and year in the long form of a citation.
_BETWEEN = re.compile(r"\b(?:nomor|no|nmr|tahun|thn|th)\b")


def as_indexed(typed: str) -> str:
    """What was typed in the words of the index: the type as ids have it, number and year with nothing between.

    >>> as_indexed("Undang-Undang Nomor 5 Tahun 2014"), as_indexed("pp 94/2021"), as_indexed("5 tahun 2014")
    ('uu 5 2014', 'pp 94 2021', '5 2014')
    >>> as_indexed("Permendagri No. 90/2019"), as_indexed("undang-undang ASN")
    ('permen dalam negeri 90 2019', 'uu asn')
    """
    low = lowered(typed.strip())
    head = next((head for head in find_heads(low.upper(), low) if head.start == 0), None)
    if head:
        issuer = head.form.issuer.removeprefix("=") if head.form.issuer.startswith("=") else ""
        low = f"{head.form.type} {issuer} {low[head.end :]}"
    return " ".join(re.findall(r"[^\W_]+", _BETWEEN.sub(" ", low)))


def nicknames(registry: Iterable[KnownRule]) -> Iterator[tuple[str, str]]:
    """Each rule with each name that it goes or went by: ("uu/2014/5", "uu asn")."""
    for rule in registry:
        yield from ((rule.id, f"{rule.type} {name}") for name in rule.nicknames)
