"""Two profiles of institutions compared: a score and the reasons for it."""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from graph.identity.areas import COUNTRY
from graph.identity.institutions import acronyms, area_of_profile, core_of
from graph.identity.judged import Judged, Verdict, chance, verdict_of
from graph.identity.profiles import Profile
from graph.identity.weights import weights

_SLIP = 7  # letters of a word in which one may be wrong and it is still the same


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InstitutionView:
    """An institution's profile as it is compared, worked out once.

    Attributes:
        id: Id of the profile.
        core: Its name without its region, short forms written out.
        short: Short forms that articles explain by it.
        area: The area it works in, COUNTRY for one of the whole country, or "" where nothing tells.
        around: Areas that its articles name.
    """

    id: str
    core: str
    short: frozenset[str]
    area: str
    around: frozenset[str]


def view_of_institution(profile: Profile) -> InstitutionView:
    """What of an institution's profile is compared."""
    area = area_of_profile(profile.id, profile.name, profile.kind, profile.area)
    return InstitutionView(
        id=profile.id,
        core=core_of(profile.name, area),
        short=frozenset(acronyms(profile.name, (*profile.aliases, profile.name))),
        area=area,
        around=frozenset(profile.around) - {"", COUNTRY},
    )


def compare_institutions(one: InstitutionView, other: InstitutionView) -> Judged | None:
    """What speaks for and against two profiles being one institution; None where names or regions are different."""
    by_name = _by_name(one, other)
    if by_name is None or (one.area and other.area and one.area != other.area):
        return None
    found = [by_name, _by_area(one, other)]
    odds = sum(weight for weight, _ in found)
    first, second = sorted((one.id, other.id))
    reasons = tuple(reason for _, reason in found)
    verdict = verdict_of(odds, join=one.area == other.area != "")
    if verdict is Verdict.DIFFERENT:
        return None
    return Judged(label="Institution", one=first, other=second, score=chance(odds), reasons=reasons, verdict=verdict)


def _by_name(one: InstitutionView, other: InstitutionView) -> tuple[float, str] | None:
    found = weights().institutions
    if one.core == other.core:
        return found["same_core"], "same name"
    if one.core in other.short or other.core in one.short:
        return found["short_form"], "short form of the other"
    if _slip(one.core.split(), other.core.split()):
        return found["slip"], "name with a letter wrong"
    return None


def _by_area(one: InstitutionView, other: InstitutionView) -> tuple[float, str]:
    found = weights().institutions
    if one.area and other.area:
        return found["same_area"], "both of the whole country" if one.area == COUNTRY else "same region"
    placed, unplaced = (one, other) if one.area else (other, one)
    if placed.area and any(area == placed.area for area in unplaced.around):
        return found["around"], "region around only"
    return found["unplaced"], "region unknown"


def _slip(one: list[str], other: list[str]) -> bool:
    """Whether all words are the same but a long one with a letter wrong; numbers and short words never differ."""
    if len(one) != len(other):
        return False
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(unlike) != 1:
        return False
    a, b = unlike[0]
    return min(len(a), len(b)) >= _SLIP and a.isalpha() and b.isalpha() and OSA.distance(a, b) == 1
