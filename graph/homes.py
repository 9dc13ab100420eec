"""The region an institution works in, by its name and by what else its article says."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.record import Role
from graph.identity.institutions import COUNTRY, area_in, core_of, is_apex, is_the_countrys
from graph.identity.naming import identity_data, plain
from graph.places import is_district

CAPITAL = "31"
GOVERNED = ("provinsi", "kabupaten", "kota")
_FAR_MORE = 2  # times as often as any other one is the region named that an article is about; set by eye
_OFTEN = 3  # times at least that a region is named that an article on councils and courts of the country is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an article says about where its institutions work.

    Attributes:
        regions: Codes of its regions, or "", by their plain names.
        counts: How often it names each.
        dateline: Plain name of the region it is told from, or "".
        roles: The posts it states.
        of_the_state: Whether it names a council or court of the whole country.
    """

    regions: Mapping[str, str]
    counts: Counter[str]
    dateline: str
    roles: Iterable[Role]
    of_the_state: bool

    def home_of(self, name: str, kind: str) -> str:
        """The plain name of the region of an institution, COUNTRY for one of the whole country, "" if unknown.

        Its own name tells it ("Polres Kulon"), a post ("Ketua KPU" of Kota Kulon), or, for bodies that every region
        has, the article: the only region they can be of, else the one it is told from or names far more often.
        """
        words = plain(name)
        if found := _longest_within(words, self.regions) or self._with_code(area_in(name)):
            return found
        if is_the_countrys(name, kind):
            return COUNTRY
        by_role = {plain(role.region) for role in self.roles if role.region and plain(role.institution) == words}
        if len(by_role) == 1:
            return by_role.pop()
        bare = [region for region in self.regions if _fits_bare(words, region)]
        return bare[0] if len(bare) == 1 else self._by_article(words, core_of(name, ""))

    def _by_article(self, words: str, core: str) -> str:
        own = [r for r in self.regions if r != COUNTRY and not _contradicts(words, r)]
        if is_apex(core):
            told = [r for r in own if self._is_governed(r) and not self.regions[r].startswith(CAPITAL)]
            own = [r for r in told if r == self.dateline or not self.of_the_state or self.counts[r] >= _OFTEN]
            if not own:
                return COUNTRY if self.of_the_state or CAPITAL in self.regions.values() else ""
        if len(own) <= 1:
            return "".join(own)
        governed = [r for r in own if self._is_governed(r)]
        if self.dateline in governed and self.regions[self.dateline] != CAPITAL:
            return self.dateline
        ranked = Counter({r: self.counts[r] for r in governed}).most_common(2)
        next_ = ranked[1][1] if len(ranked) > 1 else 0
        return ranked[0][0] if ranked and ranked[0][1] >= _FAR_MORE * max(next_, 1) else ""

    def _is_governed(self, region: str) -> bool:
        """Whether a region has a government of its own: a province, kabupaten or kota."""
        code = self.regions[region]
        return not is_district(code) if code else region.partition(" ")[0] in GOVERNED

    def _with_code(self, code: str) -> str:
        return next((name for name, own in self.regions.items() if code and own == code), "")


def _longest_within(institution: str, regions: Iterable[str]) -> str:
    found = (r for r in regions if len(r.split()) > 1 and f" {r} " in f" {institution} ")
    return max(found, key=lambda region: (len(region), region), default="")


def _fits_bare(institution: str, region: str) -> bool:
    """Whether "bawaslu metro" or "pemkot metro" names "kota metro" by its bare form."""
    area, _, bare = region.partition(" ")
    name = bare if bare and area in identity_data().area_words else region
    return f" {name} " in f" {institution} " and not _contradicts(institution, region)


def _contradicts(institution: str, region: str) -> bool:
    """Whether "pemkab bogor" speaks against "kota bogor"."""
    data = identity_data()
    words = institution.split()
    areas = {data.implies.get(w, w) for w in words if w in data.implies or w in data.area_words}
    own = region.partition(" ")[0]
    return bool(areas) and own in data.area_words and own not in areas
