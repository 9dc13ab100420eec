"""Institutions: the named organisations of an article, long forms and acronyms bound together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.naming.acronyms import explained_names, other_acronyms, own_forms
from extract.naming.asides import is_pointed, pointer_lines
from extract.naming.guesses import Guess
from extract.naming.institution_names import Name, NameReader
from extract.naming.lone_names import lone_names
from extract.naming.name_surroundings import in_rule
from extract.naming.short_forms import initials, shortened_text, shortens
from extract.record import Entity, EntityType, Mention, MentionType

SHORTEST_SPELLED = 4  # letters of an acronym that is bound to a long name without brackets
SEAT = re.compile(r"Ma(?:bes|pol|ko)")  # "Mapolres X" is where Polres X sits: the name only where no other is
LEADERS = re.compile(  # of a party or association
    r"^(?:(?:dp[pdwc]|p[bpwc]|pac|dewan pimpinan (?:pusat|daerah|wilayah|cabang)"
    r"|(?:pengurus|pimpinan) (?:besar|pusat|wilayah|daerah|cabang)) )(?=\w)"
)
Groups = dict[tuple[str, str], list[Name]]
LED = frozenset({"party", "ngo"})
GOVERNMENT = "regional government"
COUNCIL = "council"
COMPANY = "company"
INITIALS = re.compile(r"\w+\.? [A-Z]{3,}")  # "PT BSI"
MOST_COMPARED = 60  # institutions of one kind in an article, each with each; with more it is a list
BODY_OF = "dewan perwakilan"  # what the long form of a council begins with
ANY_GOVERNMENT = frozenset(("pemerintah", "pemerintah daerah"))  # long forms that leave the level open


def find_institutions(
    text: str, regions: Sequence[Mention], guesses: Sequence[Guess] = ()
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The institutions an article names, each with its kind, and every mention of them.

    Forms: heads of the lexicon with what belongs to them ("Dinas Lingkungan Hidup Kota X", "Polres Y",
    "PT Z"), known acronyms, acronyms the article introduces in brackets, units with their institution
    ("Komisi I DPRD Kota X"). "Badan Contoh Daerah (BCD) Kota X" is one mention; "Komisi Contoh (KC)" two.
    Generic nouns ("pemerintah", "dinas terkait") are none.

    Args:
        text: The article's text.
        regions: Its region mentions; they tell where names end.
        guesses: What the trained model takes for names; persons end names too.
    """
    starts = {mention.start: mention for mention in regions}
    persons = frozenset(g.start for g in guesses if g.type is EntityType.PERSON and " " in text[g.start : g.end])
    reader = NameReader(text=text, regions=starts, own={}, lone=lone_names(text), persons=persons)
    first = list(reader.names())
    explained = explained_names(text, first)
    others = other_acronyms(text, first) - explained.keys()
    own = own_forms(text, first, explained)
    again = replace(reader, own=own, parents={}).names() if own else first
    groups = _bind(text, [name for name in again if name.base not in others])
    pointers = pointer_lines(text)
    groups = [group for group in groups if not all(in_rule(text, name.start) for name in group)]
    groups = [group for group in groups if not all(is_pointed(pointers, name.start) for name in group)]
    wholes = {_long_form(name.whole): name.whole.base for name in first if name.whole is not None}
    entities, mentions = [], []
    for number, group in enumerate(groups, start=1):
        key = f"i{number}"
        entities.append(Entity(key=key, type=EntityType.INSTITUTION, name=_fullest(group, wholes), kind=group[0].kind))
        mentions += [_mention(text, name, key) for name in group]
    return tuple(entities), tuple(sorted(mentions, key=lambda mention: mention.start))


def _bind(text: str, names: Sequence[Name]) -> list[list[Name]]:
    """Names of one institution together: same long form and region; without a region, where only one fits."""
    groups: Groups = {}
    for name in names:
        groups.setdefault(_identity(name), []).append(name)
    _part_levels(groups)
    _bind_shortened(text, groups)
    _bind_written_short(groups)
    for identity in [identity for identity in groups if not identity[1]]:
        first = groups[identity][0]
        homes = _homes(groups, first) or _spelled(groups, first) or _units(groups, first)
        if len(homes) == 1:
            groups[homes[0]] += groups.pop(identity)
    ordered = [sorted(group, key=lambda name: name.start) for group in groups.values()]
    return sorted(ordered, key=lambda group: group[0].start)


def _bind_shortened(text: str, groups: Groups) -> None:
    """Bind the short form of a name with acronyms in brackets inside it: "Polrestabes Kulon" to its long form."""
    shorts = {shortened_text(text, name.start, name.end): key for key, names in groups.items() for name in names}
    for short, identity in shorts.items():
        twins = [key for key, (first, *_) in groups.items() if key != identity and _written(text, first) == short]
        for twin in twins if identity in groups else ():
            groups[identity] += groups.pop(twin)


def _bind_written_short(groups: Groups) -> None:
    """Bind names that write a longer one of the article short, where only one of its kind may be meant: "KPw BI"."""
    written = {identity: _distinct(names) for identity, names in groups.items()}
    alike: dict[str, list[tuple[str, str]]] = {}
    for identity, (first, *_) in written.items():
        alike.setdefault(first.kind, []).append(identity)
    for identities in alike.values():
        for identity in identities if len(identities) <= MOST_COMPARED else ():
            longer = [
                other
                for other in identities
                if other != identity and other in groups and _is_short_for(written[identity], written[other])
            ]
            if len(longer) == 1:
                groups[longer[0]] += groups.pop(identity)


def _distinct(names: Sequence[Name]) -> list[Name]:
    return list({(name.base, name.area): name for name in names}.values())


def _is_short_for(short: Sequence[Name], long: Sequence[Name]) -> bool:
    """Whether a name of one group writes one of another short: of the same region, where both have one."""
    if short[0].region and long[0].region not in {"", short[0].region}:
        return False
    return any(_shortens(one, other) for one in short for other in long)


def _shortens(short: Name, long: Name) -> bool:
    """Whether a name writes another short, and no list says that it is short for something else ("KPU")."""
    if short.full != short.base and short.full.split()[0] != long.full.split()[0]:
        return False
    if short.kind == COMPANY and not INITIALS.fullmatch(short.base):  # the names of two may differ by a word
        return False
    alike = shortens(f"{short.base} {short.area}", f"{long.base} {long.area}")
    return alike or (short.region in {"", long.region} and shortens(short.base, long.base))


def _written(text: str, name: Name) -> str:
    return " ".join(text[name.start : name.end].split())


def _identity(name: Name) -> tuple[str, str]:
    """Long form and region; a region has one government, whatever it is called ("Pemprov X", "Pemerintah X").

    The leaders of a branch are the branch: "DPD KNPI Kulon" is "KNPI Kulon".
    """
    if name.kind == GOVERNMENT and name.region:
        return "", name.region
    long = _long_form(name)
    return (LEADERS.sub("", long) if name.region and name.kind in LED else long), name.region


def _part_levels(groups: Groups) -> None:
    """Part the leaders of two levels again: "DPW PKS Kulon", of the province, and "DPD PKS Kulon", of the town."""
    for identity, group in list(groups.items()):
        led = {long for name in group if LEADERS.match(long := _long_form(name))}
        if len(led) > 1:
            del groups[identity]
            for name in group:
                groups.setdefault((_long_form(name), identity[1]), []).append(name)


def _homes(groups: Groups, name: Name) -> list[tuple[str, str]]:
    """The groups with a region that a name without one may belong to: its long form's, else open governments."""
    fulls = {identity: set(map(_long_form, group)) for identity, group in groups.items() if identity[1]}
    homes = [identity for identity in fulls if _long_form(name) in fulls[identity]]
    if homes or name.kind != GOVERNMENT:
        return homes
    return [identity for identity in fulls if fulls[identity] <= ANY_GOVERNMENT]


def _spelled(groups: Groups, name: Name) -> list[tuple[str, str]]:
    """The groups whose long name has the letters of an acronym that no list has the long form of: "PSHK"."""
    if not name.base.isupper() or len(name.base) < SHORTEST_SPELLED or name.full != name.base:
        return []
    return [identity for identity, (first, *_) in groups.items() if initials(first.base) == name.base]


def _units(groups: Groups, name: Name) -> list[tuple[str, str]]:
    """The groups that name a body of a council with its council, for the body alone: "Baleg", "Badan Legislasi DPR"."""
    if name.kind != COUNCIL:
        return []
    return [identity for identity in groups if identity[0].startswith(f"{_long_form(name)} {BODY_OF}")]


def _long_form(name: Name) -> str:
    return " ".join(name.full.casefold().split())


def _fullest(group: Sequence[Name], wholes: Mapping[str, str]) -> str:
    """The fullest name the article gives: its longest base with its longest region.

    ``wholes`` are bases by long form that stand in the article only behind a unit, with their acronym: "Komisi I
    Dewan Perwakilan Rakyat (DPR)" says what "DPR" is.
    """
    own = [name for name in group if not _stands_for_another(name)] or group
    bases = [name.base for name in own]
    bases += [wholes[long] for name in group if (long := _long_form(name)) in wholes]
    base = max(bases, key=len)
    area = max((name.area for name in own), key=len)
    last = base.split()[-1]
    area = area.removeprefix(f"{last} ") if area != last else area
    return " ".join(f"{base} {area}".split())


def _stands_for_another(name: Name) -> bool:
    """Whether a name is that of a seat or of the leaders: "Mapolres Kulon", "DPD KNPI Kulon"."""
    return SEAT.match(name.base) is not None or LEADERS.match(_long_form(name)) is not None


def _mention(text: str, name: Name, key: str) -> Mention:
    return Mention(
        start=name.start,
        end=name.end,
        text=text[name.start : name.end],
        type=MentionType.INSTITUTION,
        target=key,
    )
