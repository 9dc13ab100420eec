"""Whom and what one article names, each with its node: people, institutions, regions and the posts between them."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.record import Entity, EntityType, Record, Role, RoleStatus
from graph.identity.naming import entity_id, identity_data, is_national, named_id, plain, plain_person
from graph.places import is_district, official_region


class Member(NamedTuple):
    """One node: its label, its id, and its values in the order of the schema."""

    label: str
    id: str
    values: tuple[str, ...]


class Post(NamedTuple):
    """A person's post at a place (an institution or a region)."""

    person: str
    position: str
    status: RoleStatus
    place: Member


class Cast:
    """The people, institutions and regions of one article, resolved.

    A name is bound to the region of its post, else to its office; what has neither is bound to the article,
    so that it meets no namesake elsewhere. A name of one word is bound to region and office.
    """

    def __init__(self, article_id: str, record: Record) -> None:
        self._article = article_id
        self._roles = [role for entity in record.entities for role in entity.roles]
        self._regions: dict[str, Member] = {}
        self._institutions: dict[str, Member] = {}
        self._located: dict[str, str] = {}
        self._posts: dict[Post, None] = {}
        self.by_key: dict[str, Member] = {}
        self._people: dict[str, Member] = {}
        self._add_regions(record)
        self._add_institutions(record)
        for entity in record.entities:
            if entity.type is EntityType.PERSON:
                self._add_person(entity)

    def members(self) -> Iterator[Member]:
        """Every node once."""
        yield from {m.id: m for m in self._regions.values()}.values()
        yield from {m.id: m for m in self._institutions.values()}.values()
        yield from self._people.values()

    def located(self) -> Iterator[tuple[str, str]]:
        """Institution and region ids of what lies where."""
        yield from self._located.items()

    def posts(self) -> Iterator[Post]:
        """Every post once."""
        yield from self._posts

    def _add_regions(self, record: Record) -> None:
        entities = [e for e in record.entities if e.type is EntityType.REGION]
        solid = {_solid(e.name): e.code for e in entities}
        codes = {role.region: solid.get(_solid(role.region), "") for role in self._roles}
        codes |= {e.name: e.code for e in entities}
        for name in [e.name for e in entities] + [role.region for role in self._roles]:
            if plain(name) and plain(name) not in self._regions:
                official, code = official_region(name, codes[name])
                id_ = named_id(f"{official} {code}" if is_district(code) else official)
                self._regions[plain(name)] = Member("Region", id_, (id_, official, code))
        self.by_key.update((e.key, self._regions[plain(e.name)]) for e in entities if plain(e.name))

    def _add_institutions(self, record: Record) -> None:
        entities = [e for e in record.entities if e.type is EntityType.INSTITUTION and plain(e.name)]
        for entity in entities:
            self.by_key[entity.key] = self._institution(entity.name, entity.kind)
        for role in self._roles:
            if plain(role.institution):
                self._institution(role.institution, "")

    def _institution(self, name: str, kind: str) -> Member:
        words = plain(name)
        if words not in self._institutions:
            region = self._region_of(words, kind)
            home = self._regions.get(region)
            local = not home and not is_national(name, kind)
            id_ = entity_id(words, region or (self._article if local else ""))
            values = (id_, name, kind, home.values[1] if home else "")
            self._institutions[words] = Member("Institution", id_, values)
            if home:
                self._located[id_] = home.id
        return self._institutions[words]

    def _region_of(self, institution: str, kind: str) -> str:
        """The plain name of the region of an institution: in its name, in a post, or the article's only one."""
        if found := _longest_within(institution, self._regions):
            return found
        by_role = {plain(r.region) for r in self._roles if r.region and plain(r.institution) == institution}
        if len(by_role) == 1:
            return by_role.pop()
        if is_national(institution, kind):
            return ""
        bare = [r for r in self._regions if _fits_bare(institution, r)]
        if len(bare) == 1:
            return bare[0]
        own = [r for r in self._regions if r != "indonesia"]
        return own[0] if len(own) == 1 and not _contradicts(institution, own[0]) else ""

    def _add_person(self, entity: Entity) -> None:
        name = plain_person(entity.name)
        if not name:
            return
        role = _binding(entity.roles)
        home, office = self._bounds(role) if role else (None, "")
        scope = (plain(home.values[1]) if home else "") or office or self._article
        if role and " " not in name:
            scope = f"{scope} {office or plain(role.position)}"
        id_ = entity_id(name, scope)
        bound = (home.values[1] if home else "", role.institution if role else "")
        values = (id_, entity.name, *bound, ", ".join(entity.honorifics), ", ".join(entity.degrees))
        self.by_key[entity.key] = self._people[id_] = Member("Person", id_, values)
        self._add_posts(id_, entity.roles)

    def _bounds(self, role: Role) -> tuple[Member | None, str]:
        """The region a post is bound to, its own or that of its office, and the plain name of the office."""
        office = self._institutions.get(plain(role.institution))
        home = self._regions.get(plain(role.region))
        if home is None and office:
            home = next((region for region in self._regions.values() if region.values[1] == office.values[3]), None)
        return home, plain(role.institution)

    def _add_posts(self, person: str, roles: tuple[Role, ...]) -> None:
        for role in roles:
            place = self._institutions.get(plain(role.institution)) or self._regions.get(plain(role.region))
            if place and role.position:
                self._posts[Post(person, role.position, role.status, place)] = None


def _binding(roles: tuple[Role, ...]) -> Role | None:
    """The post that says best who somebody is: the first with a region, else the first with an office."""
    return next((r for r in roles if r.region), None) or next((r for r in roles if r.institution), None)


def _solid(name: str) -> str:
    """A name without its blanks: "Bandar Lampung" and "Bandarlampung" are one."""
    return plain(name).replace(" ", "")


def _longest_within(institution: str, regions: dict[str, Member]) -> str:
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
