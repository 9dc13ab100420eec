"""Profiles judged without people: who is one with whom, with scores and reasons, for both labels."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from operator import attrgetter

from graph.identity.blocks import Keys, keys_of_person, pairs
from graph.identity.comparing import PersonView, compare_people, view_of
from graph.identity.comparing_institutions import InstitutionView, compare_institutions, view_of_institution
from graph.identity.gathering import Named
from graph.identity.judged import Judged, Verdict
from graph.identity.people import PersonName, agreement, figures, person_name
from graph.identity.profiles import Profile

_SEVERAL = "fits several people"
_START = 3  # letters of the last word of an institution, behind which one may be wrong


def keys_of(label: str, named: Named) -> Keys:
    """The keys by which a profile may be found to be another's."""
    if label == "Institution":
        profile = Profile(
            id=named.id, label=label, name=named.name, aliases=named.aliases, area=named.area, kind=named.bound
        )
        return _keys_of_institution(view_of_institution(profile))
    name = person_name(named.name)
    keys = keys_of_person(name, named.area, named.bound)
    full = figures().get(name.words)
    if not full:
        return keys
    as_figure = keys_of_person(person_name(" ".join(full)), named.area, named.bound)
    return Keys(keys.seeks + as_figure.seeks, keys.found_by + as_figure.found_by)


def judge_people(profiles: Sequence[Profile]) -> list[Judged]:
    """What is thought of people that may be one: each pair once, by their ids; nothing of those that surely are two."""
    views = [view_of(profile) for profile in sorted(profiles, key=attrgetter("id"))]
    offices = {profile.id: profile.office for profile in profiles}
    keys = ((view, keys_of_person(view.name, view.area, offices[view.id])) for view in views)
    judged = (compare_people(one, other) for one, other in pairs(keys, _parted_people))
    return _kept(_without_several([j for j in judged if j], {view.id: view.name for view in views}))


def judge_institutions(profiles: Sequence[Profile]) -> list[Judged]:
    """What is thought of institutions that may be one: each pair once, by their ids."""
    views = [view_of_institution(profile) for profile in sorted(profiles, key=attrgetter("id"))]
    keys = ((view, _keys_of_institution(view)) for view in views)
    judged = (compare_institutions(one, other) for one, other in pairs(keys, _parted_institutions))
    return _kept(j for j in judged if j)


def _keys_of_institution(view: InstitutionView) -> Keys:
    words = view.core.split()
    slips: tuple[Hashable, ...] = ()
    if len(words) > 1:  # a letter may be wrong in one of them
        slips = ((*words[:-1], words[-1][:_START], view.area), (*words[1:], view.area))
    return Keys((view.core, *view.short, *slips))


def _parted_people(view: PersonView) -> Iterator[Hashable]:
    yield view.name
    yield from view.places
    for shared in (*view.areas, *view.callings, *sorted(view.beside)):
        yield (view.name.sounds, shared)


def _parted_institutions(view: InstitutionView) -> Iterator[Hashable]:
    yield (view.core, view.area)
    if not view.area:
        yield from ((view.core, area) for area in view.around)


def _kept(judged: Iterable[Judged]) -> list[Judged]:
    return sorted(judged, key=attrgetter("one", "other"))


def _without_several(judged: Sequence[Judged], names: Mapping[str, PersonName]) -> Iterator[Judged]:
    """The same, but a short name that would fit several people is for a person to decide: it joins none of them."""
    longer: defaultdict[str, set[PersonName]] = defaultdict(set)
    for j in judged:
        short, long = sorted((j.one, j.other), key=lambda id_: len(names[id_].words))
        if j.verdict is Verdict.SAME and len(names[short].words) < len(names[long].words):
            longer[short].add(names[long])
    torn = {id_ for id_, found in longer.items() if _at_odds(found)}
    for j in judged:
        short, long = sorted((j.one, j.other), key=lambda id_: len(names[id_].words))
        if j.verdict is Verdict.SAME and short in torn and names[long] in longer[short]:
            yield replace(j, verdict=Verdict.UNSURE, reasons=(*j.reasons, _SEVERAL))
        else:
            yield j


def _at_odds(names: set[PersonName]) -> bool:
    """Whether two of these names are those of two people."""
    return any(agreement(a, b) is None for a, b in combinations(sorted(names, key=attrgetter("words")), 2))
