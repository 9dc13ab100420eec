"""What bills are called: one name for a bill, whichever title, acronym or law it is named by."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from extract.rules.citations import Naming
from extract.rules.registry import known_rules, slug

_KIND = "uu"  # of the laws that "revisi UU ..." and "RUU tentang Perubahan atas UU ..." name
_CODES = frozenset({"kuhp", "kuhap"})
_ACRONYM = re.compile(
    r"\(\s{0,2}(?:ruu\s|r(?=kuh))?(?!r?uu\s{0,2}\)|ra\w*perda|rpp|rperpres)([a-z][\w-]{1,15})\s{0,2}\)$"
)
_YEAR = re.compile(r"(?<=apbd)(?:-perubahan)?-\d{4}$")
OPENED = re.compile(r"\s?\(\s?")  # "RUU Sungai Nusantara (RUU Sunara)"


class Drafts:
    """The bills of one text.

    Args:
        low: The text in lower case.
        namings: Every naming of the text, in order.
        targets: For a naming of a bill that says which rule it changes, the id of that rule, else "".
    """

    def __init__(self, low: str, namings: Sequence[Naming], targets: Sequence[str]) -> None:
        self._shorts: dict[str, str] = {}  # by long name and by changed rule, what the text says in brackets behind it
        for naming, target in zip(namings, targets, strict=True):
            short = _ACRONYM.search(low, naming.start, naming.end) if is_draft(naming) else None
            for name in (slug(naming.nickname), target):
                if short:
                    self._shorts.setdefault(name, slug(short[1]))
        self._longs: dict[str, str] = {}
        for long, naming in pairwise(namings):
            if is_draft(long) and OPENED.fullmatch(low, long.end, naming.start):
                self._longs.setdefault(slug(naming.nickname), slug(long.nickname))
                if is_draft(naming):
                    self._shorts.setdefault(slug(long.nickname), slug(naming.nickname))
        for name, dated in _dated(slug(naming.nickname) for naming in namings if is_draft(naming)):
            self._shorts.setdefault(name, dated)
        for naming, target in zip(namings, targets, strict=True):
            if is_draft(naming) and naming.nickname:
                self._shorts.setdefault(target, slug(naming.nickname))
        self._shorts.pop("", None)

    def id_of(self, naming: Naming, target: str) -> str:
        """Id of the bill that a naming names, "" where it has no name: "~ruu-kpk"."""
        if naming.head.form.issuer.startswith("="):
            return f"~{naming.kind}-{naming.head.form.issuer[1:]}"
        name = slug(naming.nickname)
        if not name:
            return ""
        short = self._short(name, target) if naming.kind == "ruu" else self._shorts.get(name)
        return f"~{naming.kind}-{short or name}"

    def bill_of(self, naming: Naming) -> str:
        """Id of the bill that would change the law or code that a naming names, "" for no law with a name."""
        if naming.kind in _CODES:
            return f"~ruu-{naming.kind}"
        name = slug(naming.nickname) if naming.kind == _KIND else ""
        return f"~ruu-{self._short(name, '') or name}" if name else ""

    def revising(self, law: str) -> str:
        """Id of the bill that would change the law with this id ("revisi UU tersebut")."""
        return f"~ruu-{self._short('', law) or law_name(law)}"

    def _short(self, name: str, target: str) -> str:
        """What the bill is called for short: by the law that it changes, else by the text; "" where neither tells."""
        names = _shortest_names()
        known = names.get(target) or names.get(name) or names.get(self._longs.get(name, ""))
        return known or self._shorts.get(target) or self._shorts.get(name) or ""


def _dated(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names of budgets without their year, each with the one that has it: "apbd" and "apbd-2025"."""
    years: dict[str, set[str]] = {}
    for name in names:
        if dated := _YEAR.search(name):
            years.setdefault(name[: dated.start()], set()).add(name)
    yield from ((name, dated.pop()) for name, dated in years.items() if len(dated) == 1)


def is_draft(naming: Naming) -> bool:
    """Whether a naming names a bill."""
    return naming.head.form.bare in {"draft", "revision"}


def law_name(regulation_id: str) -> str:
    """What a law or bill is called for short: "desa" for "uu/2014/6", "kuhp" for "~ruu-kuhp", else its id as a slug."""
    if regulation_id.startswith("~"):
        return regulation_id.partition("-")[2]
    return _shortest_names().get(regulation_id) or slug(regulation_id)


@cache
def _shortest_names() -> dict[str, str]:
    """The shortest name of a law by its id, and the shortest that all laws ever called by a name share by that name."""
    shared: dict[str, set[str]] = {}
    for rule in known_rules().values():
        for name in (rule.id, *rule.nicknames) if rule.type == _KIND else ():
            shared.setdefault(name, set(rule.nicknames)).intersection_update(rule.nicknames)
    return {name: min(sorted(short), key=len, default="") for name, short in shared.items()}
