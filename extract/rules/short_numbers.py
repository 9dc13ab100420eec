"""Short numbers of rules that the text cites in full elsewhere: "Permendag 29", "Perda 2018", "Putusan Nomor 60"."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from extract.rules.citations import Naming
from extract.rules.rule_issuers import issuer_slug

_NUMBER_ALONE = re.compile(r"\s(?:(?:nomor|no\.?)\s)?(\d{1,4}[a-z]?)(?![\w%]|[.,/-]\d)")
_YEARLESS = frozenset({"uu", "pp"})  # which people call by their number alone ("PP 99")
_NOT_COUNTED = re.compile(  # behind it: "Satpol PP 80 orang" counts, "PP 99 itu" does not
    r"(?=[.,;:)\"”]|\s(?:itu|ini|tersebut|tadi|tentang|soal|yang|adalah|mengatur|isinya|sudah|segera)\b)"
)
_DECISION = "putusan"
_CODED = re.compile(r"(\d{1,4})-[A-Z]")  # a number with the letters of its register: "5/Permentan/KB.410/1"
_OMNIBUS = "~omnibus-law"
_OMNIBUS_LAW = re.compile(r"omnibus-law|-cipta-?ker|^uu/2020/11$|^uu/2023/6$")  # one that this bare name may mean
_Told = dict[tuple[str, str], dict[tuple[str, str], Naming]]  # full namings by kind and a part of their number


def completed(low: str, namings: Sequence[Naming]) -> Sequence[Naming]:
    """The namings of a text in lower case, those by a short number with the number and year that they stand for."""
    full: _Told = {}
    for naming in namings:
        for told in _parts(naming) if naming.number and naming.year and not _is_short(naming) else ():
            full.setdefault((_family(naming), told), {}).setdefault((naming.number, naming.year), naming)
    return [_with_number(low, naming, full) for naming in namings]


def same_rules(ids: Set[str]) -> dict[str, str]:
    """Of the ids of one text those that mean the rule of another one, each with that id.

    A number without a year, or a year alone, means the one rule that has both ("UU ITE ... UU No 11"), a number with
    the letters of its register the plain one ("Permentan 5/2018"), "Omnibus Law" the one law or bill called so.

    >>> same_rules({"permen-keuangan//210", "permen-keuangan/2018/210-PMK.010"})["permen-keuangan//210"]
    'permen-keuangan/2018/210-PMK.010'
    >>> decisions = {"putusan/2025/7", "putusan/2025/7-Pid.B", "putusan/2025/7-Pdt.G"}
    >>> decisions & same_rules(decisions).keys()
    set()
    """
    whole: dict[str, set[str]] = {}
    numbered = [parts for rule in ids if len(parts := rule.split("/")) == 3 and all(parts)]
    plain = Counter((kind, year, _plain(number)) for kind, year, number in numbered if _CODED.match(number))
    for kind, year, number in numbered:
        rule, short = f"{kind}/{year}/{number}", f"{kind}/{year}/{_plain(number)}"
        same = short if short in ids and plain[kind, year, _plain(number)] == 1 else rule
        for part in (rule, f"{kind}//{number}", f"{kind}//{_plain(number)}", f"{kind}/{year}/"):
            whole.setdefault(part, set()).add(same)
    whole[_OMNIBUS] = {rule for rule in ids if rule != _OMNIBUS and _OMNIBUS_LAW.search(rule)}
    return {part: rules.pop() for part, rules in whole.items() if len(rules) == 1 and rules != {part}}


def _plain(number: str) -> str:
    """A number without the letters of its register."""
    coded = _CODED.match(number)
    return coded[1] if coded else number


def _parts(naming: Naming) -> tuple[str, ...]:
    """What is told of a rule for short: number or year, and of a decision the first number ("Putusan Nomor 60")."""
    first = naming.number.partition("-")[0]
    short = (first,) if _family(naming) == _DECISION and first != naming.number else ()
    return (naming.number, naming.year, *short)


def _family(naming: Naming) -> str:
    return _DECISION if naming.kind.startswith(_DECISION) else naming.kind


def _is_named_so(low: str, naming: Naming, alone: re.Match[str]) -> bool:
    """Whether a rule that the text does not cite in full is called by its number alone ("PP 99 itu")."""
    number = 1 < len(alone[1]) < 4 and alone[1].isdigit() and alone[1] != "45"  # "UU 45" is the constitution
    return number and naming.kind in _YEARLESS and _NOT_COUNTED.match(low, alone.end()) is not None


def _is_short(naming: Naming) -> bool:
    """Whether this is the number of a decision without its register."""
    return _family(naming) == _DECISION and naming.number.isdigit()


def _with_number(low: str, naming: Naming, full: _Told) -> Naming:
    """A bare form with the number or year behind it that one full one has too: "Permendag 29", "Perda 2018".

    For decisions the first part of the number will do: "Putusan Nomor 60" for one with "60/PUU-XXII/2024".
    """
    short = _is_short(naming)
    if naming.nickname or (naming.number and not short):
        return naming
    alone = None if short else _NUMBER_ALONE.match(low, naming.end)
    told, end = (alone[1], alone.end()) if alone else (naming.number, naming.end)
    same = list(full.get((_family(naming), told), {}).values())
    if alone and not same and _is_named_so(low, naming, alone):
        return replace(naming, end=end, number=told)
    if len(same) != 1 or naming.year not in {"", same[0].year}:
        return naming
    cited = same[0]
    issuer, wanted = (issuer_slug(rule.head.form.issuer, rule.words, "") for rule in (naming, cited))
    if issuer not in {"", wanted} or (short and naming.kind not in {_DECISION, cited.kind}):
        return naming
    return replace(naming, end=end, words=cited.words, number=cited.number, year=cited.year)
