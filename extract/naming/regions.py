"""Regions: provinces, kabupaten, kota, kecamatan, desa and countries that an article names."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.naming.gazetteer import Level, Words, ambiguous_names, region_code
from extract.naming.introduced_places import LOCAL
from extract.naming.place_names import Hit, opens_article, place_names
from extract.naming.region_codes import codes_of
from extract.naming.unknown_towns import OFFICES
from extract.record import Entity, EntityType, Mention, MentionType

CAPITAL_AFTER = re.compile(r" [A-Z]")
CAPITAL_BEFORE = re.compile(r"[A-Z]\w+ $")
NAME_BEFORE = re.compile(r"[A-Z][a-z]+ $")
BORNE = frozenset((("indonesia",), ("nusantara",), ("asia",), ("timur", "tengah")))  # ends of many names
LIST_GAPS = frozenset((", ", " dan ", ", dan ", " serta ", " maupun "))
LIST_AFTER = re.compile(r",? (?:dan|serta|maupun) [A-Z]|, [A-Z]\w+(?:,| dan )")
CAPITAL = "DKI Jakarta"
TOWNS = ("Kota ", "Kabupaten ")


def find_regions(text: str, *, title: str = "", outlet: str = "") -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The regions an article names, and the bare names ("Metro", not "Kota Metro") where it does.

    Forms: names of the gazetteer and their short forms ("Jabar", "Tanjungpinang"), countries, upper-case
    datelines, names introduced by their own word ("Desa X", "Kelurahan Y"). A name that is also an ordinary
    word or a person's needs evidence: a word before it, the dateline, or a certain mention elsewhere in the
    article or its title.

    Args:
        text: The article's text; offsets count in it.
        title: Headline, used as evidence only.
        outlet: Name or host of the paper, used as evidence only.
    """
    hits = [hit for hit in place_names(text) if hit.cue != "none"]
    certain = [hit for hit in (*hits, *place_names(title)) if hit.certain]
    known = frozenset(hit.words for hit in certain)
    areas = _areas(hits, known)
    meant = _with_lists(hits, {hit for hit in hits if _is_place(hit, known, areas, text)}, text)
    elsewhere = {hit.words for hit in meant if not _is_echo(hit, text)}
    votes = _votes(certain)
    named = [(hit, _name(hit, votes, outlet)) for hit in hits if hit in meant and hit.words in elsewhere]
    return _record(named, text)


def _is_echo(hit: Hit, text: str) -> bool:
    """Whether a name stands inside another ("Radar Metro", "Rakyat Indonesia") and names no place by itself."""
    inside = hit.words in BORNE and NAME_BEFORE.search(text[max(0, hit.start - 20) : hit.start])
    return hit.cue == "echo" or (not hit.cue and bool(inside))


def _with_lists(hits: Sequence[Hit], meant: set[Hit], text: str) -> set[Hit]:
    """The places with those that stand in a row with an unmistakable one: "Surabaya dan Malang"."""
    found = set(meant)
    for one, other in pairwise(hits):
        gap = text[one.end : other.start]
        if gap not in LIST_GAPS or one.cue == "none" or other.cue == "none":
            continue
        for sure, doubtful in ((one, other), (other, one)):
            unmistakable = sure in meant and sure.words not in ambiguous_names() and sure.official
            if unmistakable and doubtful.official and (gap != ", " or LIST_AFTER.match(text, other.end)):
                found.add(doubtful)
    return found


def main_region(text: str, entities: Sequence[Entity], mentions: Sequence[Mention]) -> str:
    """Name of the region an article is about, or "" if unsure.

    The dateline decides, unless it is Jakarta (where national papers write about anywhere) or a place that heads
    no government and a kabupaten or kota is named at least twice; else the kabupaten or kota named most often.
    """
    names = {e.key: e.name for e in entities if e.type is EntityType.REGION}
    found = [m for m in mentions if m.target in names]
    counts = Counter(names[m.target] for m in found if names[m.target].startswith(TOWNS))
    ranked = counts.most_common(2)
    leader = ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else ""
    for mention in found:
        if opens_article(text, mention.start, mention.end):
            place = names[mention.target]
            yields = place == CAPITAL or not (region_code(place) or place.startswith(TOWNS))
            return leader if yields and counts[leader] > 1 else place
    return leader


def _areas(hits: Iterable[Hit], known: frozenset[Words]) -> frozenset[str]:
    """Codes of the provinces, kabupaten and kota that the article names beyond doubt."""
    return frozenset(
        place.code
        for hit in hits
        if hit.words in known or hit.words not in ambiguous_names()
        for place in hit.places
        if place.code and place.level is not Level.DISTRICT
    )


def _is_place(hit: Hit, known: frozenset[Words], areas: frozenset[str], text: str) -> bool:
    """Whether a name is meant as a place here.

    A kecamatan counts only where its kabupaten or kota is named too or its own word introduces it; an
    ambiguous name only with evidence and not inside what may be another's name.
    """
    if hit.certain:
        return True
    if hit.minor and hit.words not in known and not any(place.parent in areas for place in hit.places):
        return False
    if hit.cue == "region":
        return True
    if hit.words in ambiguous_names():
        named = hit.words in known or any(place.code in areas for place in hit.places)
        return named and not _inside_other_name(text, hit)
    return not (hit.minor and _inside_other_name(text, hit))


def _inside_other_name(text: str, hit: Hit) -> bool:
    """Whether a capitalised word touches the name, so that both may be a person's or a firm's."""
    after = CAPITAL_AFTER.match(text, hit.end)
    before = CAPITAL_BEFORE.search(text[max(0, hit.start - 20) : hit.start])
    return bool(after or before)


def _votes(hits: Iterable[Hit]) -> dict[Words, Counter[str]]:
    """For each name, how often the words before it say province, kabupaten, kota and so on."""
    votes: dict[Words, Counter[str]] = {}
    for hit in hits:
        if hit.cue in OFFICES or hit.cue in LOCAL:
            votes.setdefault(hit.words, Counter())[hit.cue] += 1
    return votes


def _name(hit: Hit, votes: dict[Words, Counter[str]], outlet: str) -> str:
    """The official name where the mention, the article or the outlet makes it clear, else the bare name."""
    levels = [hit.cue, *(level for level, _ in votes.get(hit.words, Counter()).most_common())]
    for level in levels:
        level_names = {place.name for place in hit.places if _has_level(place.level, level)}
        if len(level_names) == 1:
            return level_names.pop()
    official = {place.name for place in hit.places if place.code and place.level is not Level.DISTRICT}
    told = {name for name in official if name.casefold().replace(" ", "") in outlet.casefold()}
    for names in (official, told):
        if len(names) == 1:
            return names.pop()
    place, *others = hit.places
    return place.name if place.level is Level.VILLAGE and not others else place.short


def _has_level(level: Level, cue: str) -> bool:
    return level == cue or (level is Level.VILLAGE and cue in LOCAL)


def _record(named: Sequence[tuple[Hit, str]], text: str) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    keys = {name: f"r{at}" for at, name in enumerate(dict.fromkeys(name for _, name in named), start=1)}
    codes = codes_of(named)
    entities = tuple(
        Entity(key=key, type=EntityType.REGION, name=name, code=codes.get(name, "")) for name, key in keys.items()
    )
    mentions = tuple(
        Mention(
            start=hit.start,
            end=hit.end,
            text=text[hit.start : hit.end],
            type=MentionType.REGION,
            target=keys[name],
        )
        for hit, name in named
    )
    return entities, mentions
