"""Two profiles of people compared: a score and the reasons for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.identity.areas import COUNTRY, is_within
from graph.identity.judged import Judged, Verdict, chance, verdict_of
from graph.identity.people import Fit, PersonName, agreement, figures, is_bare, is_nobody, person_name, telling
from graph.identity.posts import is_exclusive, is_of_the_state, post_of
from graph.identity.profiles import Profile
from graph.identity.weights import weights

_FITS = {
    Fit.EQUAL: ("", "same name"),
    Fit.KNOWN: ("", "popular name of the other"),
    Fit.SPELT: ("spelt", "name spelt differently"),
    Fit.SLIP: ("slip", "name with a letter wrong"),
    Fit.OPENING: ("opening", "first words of the name left out"),
    Fit.SHORTER: ("shorter", "name with words left out"),
    Fit.BARE: ("bare", "one word of the name"),
}
_TWO_HEADS = "heads of two areas at the same time"
_RARE = 2  # rare words in common from which two regions do not tell two people
_FORMER = "former"
_CANDIDATE = "calon "

Reason = tuple[float, str]
Head = tuple[str, str, str, str]  # post, area, first and last day


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PersonView:
    """A person's profile as it is compared, worked out once.

    Attributes:
        id: Id of the profile.
        shown: Its name.
        name: The same, as names are compared.
        bare: Whether that is a single word.
        area: The area it is bound to, or "".
        areas: That and those its articles name, without the country.
        posts: Posts with their places.
        places: The places.
        callings: Posts without a place.
        of_the_state: Whether one of its posts is one of the country.
        heads: Areas it heads, and when.
        figure: Whether its name is that of somebody of national life.
        beside: Names of others in its articles.
        first_seen: Day of its first dated article, or "".
        last_seen: Day of its last one, or "".
    """

    id: str
    shown: str
    name: PersonName
    bare: bool
    area: str
    areas: frozenset[str]
    posts: frozenset[tuple[str, str]]
    places: frozenset[str]
    callings: frozenset[str]
    of_the_state: bool
    heads: tuple[Head, ...]
    figure: bool
    beside: frozenset[str]
    first_seen: str
    last_seen: str


def view_of(profile: Profile) -> PersonView:
    """What of a person's profile is compared; a bare popular name among people of national life is written out."""
    held = [(post_of(h.post), h) for h in profile.posts]
    callings = frozenset(post for post, h in held if not h.place)
    of_the_state = any(is_of_the_state(post) for post, h in held if h.area in ("", COUNTRY))
    name = person_name(profile.name)
    full = figures().get(name.words)
    if full and not profile.area and (len(name.words) > 1 or of_the_state or _among_figures(full, profile.beside)):
        name = person_name(" ".join(full))
    return PersonView(
        id=profile.id,
        shown=profile.name,
        name=name,
        bare=is_bare(name) and figures().get(name.words) != name.words,
        area=profile.area,
        areas=frozenset((profile.area, *profile.around)) - {"", COUNTRY},
        posts=frozenset((post, h.place) for post, h in held if h.place),
        places=frozenset(h.place for h in profile.posts if h.place),
        callings=callings,
        of_the_state=of_the_state,
        heads=tuple(
            (post, h.area, h.first_seen, h.last_seen)
            for post, h in held
            if is_exclusive(post) and h.area and h.status != _FORMER
        ),
        figure=figures().get(name.words) == name.words,
        beside=frozenset(profile.beside),
        first_seen=profile.first_seen,
        last_seen=profile.last_seen,
    )


def compare_people(one: PersonView, other: PersonView) -> Judged | None:
    """What speaks for and against two profiles being one person; None where they hardly are or their names differ.

    A single word joins nothing but within one region and post; areas headed at the same time tell two people apart.
    """
    fit = agreement(one.name, other.name)
    if fit is None or is_nobody(one.name):
        return None
    found = [_by_name(fit, one, other), *_by_place(one, other), *_by_post(one, other), *_by_company(fit, one, other)]
    odds = sum(weight for weight, _ in found)
    reasons = tuple(reason for _, reason in found)
    verdict = verdict_of(odds, join=_may_join(fit, one, other))
    if _TWO_HEADS in reasons:
        verdict = Verdict.DIFFERENT
    elif verdict is Verdict.DIFFERENT:
        return None
    first, second = sorted((one.id, other.id))
    return Judged(label="Person", one=first, other=second, score=chance(odds), reasons=reasons, verdict=verdict)


Trait = tuple[PersonName, str]


def trait_of(profile: Profile) -> Trait:
    """The name and the area of a person's profile: what may speak against others of one cluster."""
    return person_name(profile.name), profile.area


def may_be_one(one: Trait, other: Trait) -> bool:
    """Whether two people of these names and areas may be one through others: not of two regions, unless a rare name."""
    (name, area), (other_name, other_area) = one, other
    if agreement(name, other_name) is None:
        return False
    if not (area and other_area) or is_within(area, other_area):
        return True
    return telling(name, other_name)[0] >= _RARE


def _may_join(fit: Fit, one: PersonView, other: PersonView) -> bool:
    """Whether a name is enough of a name.

    A single word needs the same post in the same region or in the state, or several others named beside both.
    Words may be left out where region, place or state are the same, or of the name of somebody of national life.
    """
    if fit is Fit.KNOWN:
        return True
    same_state = one.of_the_state and other.of_the_state
    if one.bare or other.bare or fit is Fit.BARE:
        if one.area and other.area and one.area != other.area:
            return False
        called = one.callings & other.callings and (one.area or same_state)
        return bool(one.posts & other.posts or called) or (fit is Fit.EQUAL and _one_story(one, other))
    if fit is Fit.SHORTER:
        near = one.area == other.area != "" or bool(one.places & other.places)
        return near or same_state or one.figure or other.figure
    return True


def _one_story(one: PersonView, other: PersonView) -> bool:
    """Whether so many full names stand beside both that their articles tell of the same."""
    return sum(" " in name for name in one.beside & other.beside) >= weights().story


def _by_name(fit: Fit, one: PersonView, other: PersonView) -> Reason:
    people = weights().people
    key, reason = _FITS[fit]
    rare, common = telling(one.name, other.name)
    weight = min(rare * people["rare_word"] + common * people["common_word"], people["most_by_name"])
    if fit is Fit.KNOWN:
        weight = people["most_by_name"]
    bare = people["bare"] if fit is Fit.EQUAL and one.bare else 0.0
    return weight + people.get(key, 0.0) + bare, reason


def _by_place(one: PersonView, other: PersonView) -> Iterator[Reason]:
    people = weights().people
    if one.area and other.area:
        if one.area == other.area:
            yield people["same_area"], "same region"
        elif is_within(one.area, other.area):
            yield people["within"], "one region within the other"
        elif not (one.of_the_state or other.of_the_state):
            yield people["other_area"], "other region"
    elif one.areas & other.areas:
        yield people["around"], "same region around"
    elif one.areas and other.areas and not (one.of_the_state or other.of_the_state or one.figure):
        yield people["elsewhere"], "other regions around"


def _by_post(one: PersonView, other: PersonView) -> Iterator[Reason]:
    people = weights().people
    if one.posts & other.posts:
        yield people["same_post"], f"same post: {min(one.posts & other.posts)[0]}"
    elif one.places & other.places:
        yield people["same_place"], "posts at the same place"
    elif one.of_the_state and other.of_the_state:
        yield people["national"], "posts of the state"
    elif one.callings & other.callings:
        yield people["same_calling"], f"same calling: {min(one.callings & other.callings)}"
    if any(_two_heads(a, b) for a in one.heads for b in other.heads):
        yield people["exclusive"], _TWO_HEADS


def _by_company(fit: Fit, one: PersonView, other: PersonView) -> Iterator[Reason]:
    people = weights().people
    if fit is not Fit.EQUAL and (one.shown in other.beside or other.shown in one.beside):
        yield people["side_by_side"], "both named in one article"
    if one.figure and other.figure:
        yield people["figure"], "known all over the country"
    if shared := len(one.beside & other.beside):
        yield min(shared, weights().story) * people["beside"], "others named beside both"
    if _years_between(one, other) > weights().years:
        yield people["years_apart"], "years apart"


def _two_heads(one: Head, other: Head) -> bool:
    """Whether nobody can hold both posts, as dated articles tell of the same days.

    Those are posts of heads of different areas, and different posts that one is a candidate for.
    """
    (post, area, first, last), (other_post, other_area, other_first, other_last) = one, other
    if not (first and other_first) or max(first, other_first) > min(last, other_last):
        return False
    candidates = post.startswith(_CANDIDATE) and other_post.startswith(_CANDIDATE)
    return (candidates and (post, area) != (other_post, other_area)) or not is_within(area, other_area)


def _years_between(one: PersonView, other: PersonView) -> int:
    """How many years lie between the articles of two profiles, 0 where they overlap or have no day."""
    if not (one.first_seen and other.first_seen):
        return 0
    early, late = sorted((one, other), key=lambda view: view.first_seen)
    return max(0, int(late.first_seen[:4]) - int(early.last_seen[:4]))


def _among_figures(full: tuple[str, ...], beside: tuple[str, ...]) -> bool:
    """Whether others of national life stand beside somebody who is called like one of them."""
    known = (figures().get(person_name(name).words) for name in beside)
    return any(other and other != full for other in known)
