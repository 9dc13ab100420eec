"""Institutions: the named organisations of an article, long forms and acronyms bound together."""

from collections.abc import Sequence
from dataclasses import replace

from extract.naming.acronyms import other_acronyms, own_forms
from extract.naming.institution_names import Name, NameReader
from extract.naming.lone_names import lone_names
from extract.record import Entity, EntityType, Mention, MentionType


def find_institutions(text: str, regions: Sequence[Mention]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The institutions an article names, each with its kind, and every mention of them.

    Forms: heads of the lexicon with what belongs to them ("Dinas Lingkungan Hidup Kota X", "Polres Y",
    "PT Z"), known acronyms, acronyms the article introduces in brackets, units with their institution
    ("Komisi I DPRD Kota X"). "Badan Contoh Daerah (BCD) Kota X" is one mention; "Komisi Contoh (KC)" two.
    Generic nouns ("pemerintah", "dinas terkait") are none.

    Args:
        text: The article's text.
        regions: Its region mentions; they tell where names end.
    """
    starts = {mention.start: mention for mention in regions}
    reader = NameReader(text=text, regions=starts, own={}, lone=lone_names(text))
    first = list(reader.names())
    others = other_acronyms(text, first)
    own = own_forms(first)
    again = replace(reader, own=own, parents={}).names() if own else first
    names = [name for name in again if name.base not in others]
    groups = _bind(names)
    entities, mentions = [], []
    for number, group in enumerate(groups, start=1):
        key = f"i{number}"
        entities.append(Entity(key=key, type=EntityType.INSTITUTION, name=_fullest(group), kind=group[0].kind))
        mentions += [_mention(text, name, key) for name in group]
    return tuple(entities), tuple(sorted(mentions, key=lambda mention: mention.start))


def _bind(names: Sequence[Name]) -> list[list[Name]]:
    """Names of one institution together: same long form and region; without a region, where only one fits."""
    groups: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        groups.setdefault(_identity(name), []).append(name)
    for identity in [identity for identity in groups if not identity[1]]:
        homes = [other for other in groups if other[0] == identity[0] and other[1]]
        if len(homes) == 1:
            groups[homes[0]] += groups.pop(identity)
    ordered = [sorted(group, key=lambda name: name.start) for group in groups.values()]
    return sorted(ordered, key=lambda group: group[0].start)


def _identity(name: Name) -> tuple[str, str]:
    return " ".join(name.full.casefold().split()), name.region


def _fullest(group: Sequence[Name]) -> str:
    """The fullest name the article gives: its longest base with its longest region."""
    base = max((name.base for name in group), key=len)
    area = max((name.area for name in group), key=len)
    last = base.split()[-1]
    area = area.removeprefix(f"{last} ") if area != last else area
    return " ".join(f"{base} {area}".split())


def _mention(text: str, name: Name, key: str) -> Mention:
    return Mention(
        start=name.start,
        end=name.end,
        text=text[name.start : name.end],
        type=MentionType.INSTITUTION,
        target=key,
    )
