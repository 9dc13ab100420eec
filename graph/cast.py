"""Whom and what one article names, each with its node: people, institutions, regions and the posts between them."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from corpus.article import Article
from extract.record import Entity, EntityType, MentionType, Record, Role, RoleStatus
from graph.homes import Surroundings
from graph.identity.institutions import COUNTRY, area_in, is_the_countrys
from graph.identity.naming import apart_id, entity_id, plain, plain_person
from graph.places import official_region, region_id

Apart = tuple[str, str]
"""An appearance that a human judgement took out of its profile: its article, and the profile's id or plain name."""


_OF_THE_STATE = ("council", "court", "election body")  # kinds whose national bodies speak in stories of the country


class Member(NamedTuple):
    """One node: its label, its id, and its values in the order of the schema."""

    label: str
    id: str
    values: tuple[str | tuple[str, ...], ...]


class Post(NamedTuple):
    """A person's post at a place (an institution or a region)."""

    person: str
    position: str
    status: RoleStatus
    place: Member


class Cast:
    """The people, institutions and regions of one article, resolved to profiles.

    A name is bound to the region of its post, else to its office; what has neither is bound to the article,
    so that it meets no namesake elsewhere. A name of one word is bound to region and office. What ``apart`` names is
    bound to the article, too, whatever its post.
    """

    def __init__(self, article: Article, record: Record, apart: Collection[Apart] = ()) -> None:
        self._article = article.id
        self._apart = apart
        self._roles = [role for entity in record.entities for role in entity.roles]
        self._forms = _surface_forms(record)
        self._regions: dict[str, Member] = {}
        self._institutions: dict[str, Member] = {}
        self._located: dict[str, str] = {}
        self._posts: dict[Post, None] = {}
        self.by_key: dict[str, Member] = {}
        self._people: dict[str, Member] = {}
        self._add_regions(record)
        self._surroundings = self._look_around(article, record)
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
            self._region(name, codes[name])
        self.by_key.update((e.key, self._regions[plain(e.name)]) for e in entities if plain(e.name))

    def _region(self, name: str, code: str) -> None:
        if plain(name) and plain(name) not in self._regions:
            official, code = official_region(name, code)
            id_ = region_id(official, code)
            self._regions[plain(name)] = Member("Region", id_, (id_, official, code))

    def _look_around(self, article: Article, record: Record) -> Surroundings:
        """Where things work here; what the names of institutions say adds regions that stand nowhere else."""
        for name in [e.name for e in record.entities if e.type is EntityType.INSTITUTION]:
            if (code := area_in(name)) and all(region.values[2] != code for region in self._regions.values()):
                self._region(official_region("", code)[0], code)
        named = {e.key: plain(e.name) for e in record.entities if e.type is EntityType.REGION}
        mentions = Counter(named[m.target] for m in record.mentions if m.target in named)
        dateline = plain(article.place)
        return Surroundings(
            regions={name: str(region.values[2]) for name, region in self._regions.items()},
            counts=mentions,
            dateline=next((n for n in self._regions if dateline and n.endswith(dateline)), ""),
            roles=self._roles,
            of_the_state=any(e.kind in _OF_THE_STATE and is_the_countrys(e.name, e.kind) for e in record.entities),
        )

    def _add_institutions(self, record: Record) -> None:
        for entity in record.entities:
            if entity.type is EntityType.INSTITUTION and plain(entity.name):
                self.by_key[entity.key] = self._institution(entity.name, entity.kind, self._forms.get(entity.key, ()))
        for role in self._roles:
            if plain(role.institution):
                self._institution(role.institution, "")

    def _institution(self, name: str, kind: str, forms: tuple[str, ...] = ()) -> Member:
        words = plain(name)
        if words not in self._institutions:
            region = self._surroundings.home_of(name, kind)
            home = self._regions.get(region) if region != COUNTRY else None
            id_ = self._profile_id(words, "" if region == COUNTRY else region or self._article)
            values = (id_, name, kind, str(home.values[1]) if home else "", forms or (name,))
            self._institutions[words] = Member("Institution", id_, values)
            if home:
                self._located[id_] = home.id
        return self._institutions[words]

    def _profile_id(self, name: str, scope: str) -> str:
        """The id of ``name`` within ``scope``; within the article where a judgement says so."""
        id_ = entity_id(name, scope)
        return apart_id(id_, self._article) if self._apart and self._is_apart(name, id_) else id_

    def _is_apart(self, name: str, id_: str) -> bool:
        return (self._article, id_) in self._apart or (self._article, name) in self._apart

    def _add_person(self, entity: Entity) -> None:
        name = plain_person(entity.name)
        if not name:
            return
        role = _binding(entity.roles)
        home, office = self._bounds(role) if role else (None, "")
        region = str(home.values[1]) if home else ""
        scope = plain(region) or office or self._article
        if role and " " not in name:
            scope = f"{scope} {office or plain(role.position)}"
        id_ = self._profile_id(name, scope)
        bound = (region, role.institution if role else "")
        titles = (", ".join(entity.honorifics), ", ".join(entity.degrees))
        forms = self._forms.get(entity.key, (entity.name,))
        values = (id_, entity.name, *bound, *titles, forms, self._placeless(entity.roles))
        self.by_key[entity.key] = self._people[id_] = Member("Person", id_, values)
        self._add_posts(id_, entity.roles)

    def _placeless(self, roles: tuple[Role, ...]) -> tuple[str, ...]:
        """The posts that lead to no place: "presiden", "menteri keuangan"."""
        posts = {role.position.casefold() for role in roles if role.position and not self._place(role)}
        return tuple(sorted(posts))

    def _bounds(self, role: Role) -> tuple[Member | None, str]:
        """The region a post is bound to, its own or that of its office, and the plain name of the office."""
        office = self._institutions.get(plain(role.institution))
        home = self._regions.get(plain(role.region))
        if home is None and office:
            home = next((region for region in self._regions.values() if region.values[1] == office.values[3]), None)
        return home, plain(role.institution)

    def _add_posts(self, person: str, roles: tuple[Role, ...]) -> None:
        for role in roles:
            if role.position and (place := self._place(role)):
                self._posts[Post(person, role.position, role.status, place)] = None

    def _place(self, role: Role) -> Member | None:
        return self._institutions.get(plain(role.institution)) or self._regions.get(plain(role.region))


def _binding(roles: tuple[Role, ...]) -> Role | None:
    """The post that says best who somebody is: the first with a region, else the first with an office."""
    return next((r for r in roles if r.region), None) or next((r for r in roles if r.institution), None)


def _solid(name: str) -> str:
    """A name without its blanks: "Bandar Lampung" and "Bandarlampung" are one."""
    return plain(name).replace(" ", "")


def _surface_forms(record: Record) -> dict[str, tuple[str, ...]]:
    """How the article writes each entity, by its key; words that only refer to it ("Pj Bupati") are no name."""
    forms: dict[str, set[str]] = {}
    for mention in record.mentions:
        if mention.type in (MentionType.PERSON, MentionType.INSTITUTION):
            forms.setdefault(mention.target, set()).add(" ".join(mention.text.split()))
    return {key: tuple(sorted(found)) for key, found in forms.items()}
