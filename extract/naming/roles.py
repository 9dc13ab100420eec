"""Roles: the offices of a person as values of the record, each once, as full as the article gives it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.naming.offices import SMALL_AREAS, Office
from extract.naming.post_status import status_of
from extract.naming.posts import Kind, long_form
from extract.naming.reading import Reading
from extract.naming.short_forms import abbreviates
from extract.record import Entity, EntityType, Mention, Role, RoleStatus

COMMITTEE = re.compile(r"Komisi (?:[IVX]+|[A-E1-9])\b")
STATE = re.compile(r" (?:RI|Republik Indonesia)(?=$| ke-)")  # "Presiden RI ke-7"
COUNCIL_SEAT = re.compile(r"(?:Wakil )?Ketua(?: I{1,3}| DPRD)|Anggota DPRD")
LEVEL = re.compile(r"^(?:Kota|Kabupaten|Provinsi|Kecamatan) ")
RANKS = frozenset({"wakil", "mantan", "calon", "penjabat", "pelaksana", "sementara", "harian", "anggota", "staf"})
PROVINCES = ("Provinsi ", "DKI ", "Daerah Istimewa ", "Daerah Khusus ")
UNPLACED = frozenset({"company", "school"})  # a region in their names is no region they are in charge of
GOVERNED = (*PROVINCES, "Kota ", "Kabupaten ")
COUNTRY = "Indonesia"
OF_BODIES = frozenset({"anggota", "staf", "inspektur"})  # say nothing where no body is told ("inspektur upacara")
MINISTER = re.compile(r"Menteri\b")
PRESIDENT, OF_PRESIDENT = "presiden", "menteri"
MINISTRY = "Kementerian "
LEADS_ACTION = re.compile(r"(?i)(?:koo?rdinator (?:aksi|lapangan|massa|unjuk rasa)|korlap)\b")
GROUP = re.compile(r"\b(?:Mahasiswa|Masyarakat|Pemuda|Rakyat|Relawan|Warga|Buruh|Pekerja)\b")
FARTHEST_GROUP = 80  # words
AGENCY = "Dinas"
LONGEST_AGENCY = 4  # letters of "dis" that say of no agency what it is for
NEAR = 40  # words from a post to the court or office it serves, where the article names several; set by eye


def roles_of(reading: Reading, offices: Iterable[Office], main_region: str) -> tuple[Role, ...]:
    """The roles that ``offices`` state; of two that can be one, the fuller.

    What the words leave out is filled in only where the article leaves one choice: the region of a bupati
    from the region the article is about, the council of a "Wakil Ketua I" from the only council named.

    Args:
        reading: The article.
        offices: The offices of one person, in text order.
        main_region: Name of the region the article is about, or "".
    """
    offices = (office for office in offices if not _is_sought(reading, office))
    stated = [(office, replace(_stated(reading, office), status=status_of(reading, office))) for office in offices]
    placed = [role for _, role in stated if role.institution or role.region]
    kept: list[Role] = []
    for office, bare in stated:
        known = not (bare.institution or bare.region) and any(_same(bare, other) for other in placed)
        role = bare if known else _completed(reading, office, bare, main_region)
        if not (role.institution or role.region) and role.position.lower() in OF_BODIES:
            continue
        twin = next((i for i, other in enumerate(kept) if _same(role, other)), None)
        if twin is None:
            kept.append(role)
        else:
            kept[twin] = _fuller(kept[twin], role)
    if any(role.position.lower() == PRESIDENT and role.status is RoleStatus.CURRENT for role in kept):
        kept = [role for role in kept if not (_is_minister(role) and role.status is RoleStatus.CURRENT)]
    return tuple(replace(role, region=_as_written(reading, role.region)) for role in kept)


def _is_minister(role: Role) -> bool:
    """Whether the post is a minister's: of a president's ministers, where it seems to be told of himself."""
    return role.position.lower().startswith(OF_PRESIDENT)


def _is_sought(reading: Reading, office: Office) -> bool:
    """Whether somebody only stood for an office: "pencalonan presiden Amir"."""
    return office.start > 0 and reading.lower(office.start - 1) == "pencalonan"


def _as_written(reading: Reading, region: str) -> str:
    """The name of a region with the blanks that the article writes in it: "Kota Bandarlampung"."""
    forms = {m.text for m in reading.regions.values() if reading.entities[m.target].name == region}
    level = LEVEL.match(region)
    bare = region[level.end() :] if level else region
    if any(form.casefold() == bare.casefold() for form in forms):
        return region
    solid = sorted(form for form in forms if form.casefold() == bare.replace(" ", "").casefold())
    return f"{level[0] if level else ''}{solid[0].title() if solid[0].isupper() else solid[0]}" if solid else region


def _stated(reading: Reading, office: Office) -> Role:
    position, body = STATE.sub("", office.position), office.institution
    area = reading.entities[office.region.target].name if office.region is not None else ""
    if body is None:
        return Role(position=position, region=area)
    institution = reading.entities[body.target].name
    if (
        MINISTER.search(office.post.post.long)
        and institution.startswith(MINISTRY)
        and not body.text.startswith(MINISTRY)
    ):
        return Role(position=f"{position} {body.text}")  # "Menteri ESDM"
    committee = COMMITTEE.match(body.text)
    return Role(
        position=f"{position} {committee[0]}" if committee else position,
        institution=institution,
        region=area if reading.entities[body.target].kind in UNPLACED else _place_of(reading, body) or area,
    )


def _place_of(reading: Reading, body: Mention) -> str:
    """Name of the region in a mention of an institution, or else in another one of it."""
    return _region_inside(reading, body) or _region_of(reading, body.target)


def _completed(reading: Reading, office: Office, role: Role, main_region: str) -> Role:
    """``role`` with the region or institution that the words leave out, where there is one choice only."""
    kind, body = office.post.post.kind, office.post.post.body
    if kind is Kind.COMMAND and not role.institution:
        return _with_institution(reading, role, _headed(reading, office))
    if role.institution or role.region:
        return role
    if kind is Kind.REGION:
        return role if _names_area(office) else replace(role, region=_of_level(reading, body, main_region))
    if kind is Kind.OFFICE and body and reading.capital(office.start):
        return replace(role, region=_served(reading, office.post.post.long, main_region))
    if LEADS_ACTION.match(role.position):
        return _with_institution(reading, role, _group_before(reading, office.start))
    part_of = "council" if COUNCIL_SEAT.fullmatch(role.position) else body if kind is Kind.UNIT else ""
    return _with_institution(reading, role, _of_kind(reading, part_of, office.start))


def _names_area(office: Office) -> bool:
    """Whether the words behind the post name an area that nobody knows: ``Kades Sutoyib``."""
    return office.post.post.body in SMALL_AREAS and len(office.position.split()) > office.post.end - office.post.start


def _served(reading: Reading, long: str, main_region: str) -> str:
    """The region an office serves: the article's own, at the level that its full form names (``… Provinsi``)."""
    level = long.rpartition(" ")[2]
    if level in ("Provinsi", "Kota", "Kabupaten"):
        return _of_level(reading, level, main_region)
    return main_region if main_region.startswith(GOVERNED) else ""


def _of_level(reading: Reading, level: str, main_region: str) -> str:
    """The region a head of that level can head: the article's own, or the only one named."""
    starts = PROVINCES if level == "Provinsi" else (f"{level} ",)
    if main_region.startswith(starts):
        return main_region
    names = {e.name for e in reading.entities.values() if e.type is EntityType.REGION}
    fitting = [name for name in names if name.startswith(starts)]
    return fitting[0] if len(fitting) == 1 and level != "Negara" else ""


def _institutions(reading: Reading) -> list[Entity]:
    return [e for e in reading.entities.values() if e.type is EntityType.INSTITUTION]


def _named_like(reading: Reading, body: str, region: Mention | None) -> Sequence[Entity]:
    """Institutions named by ``body`` and the area as written ("Polres", "Kulon": Polres Kulon)."""
    areas = {""} if region is None else {region.text, LEVEL.sub("", reading.entities[region.target].name)}
    squeezed = {area.replace(" ", "").lower() for area in areas}
    return [
        entity
        for entity in _institutions(reading)
        if entity.name.startswith(f"{body} ") and any(area in entity.name.replace(" ", "").lower() for area in squeezed)
    ]


def _headed(reading: Reading, office: Office) -> Sequence[Entity]:
    """The institutions that the head of a body may head: "Kadinkes" no "Dinas Sosial"."""
    post, found = office.post, _named_like(reading, office.post.post.body, office.region)
    if post.post.body != AGENCY:
        return found
    fields = [word.lower() for word in post.post.long.split()[2:] if word != "dan"]
    short = reading.words[post.end - 1].removeprefix("Ka") if post.end - post.start == 1 else ""
    return [entity for entity in found if _is_for(fields, short, entity.name, office.region)]


def _is_for(fields: Sequence[str], short: str, name: str, region: Mention | None) -> bool:
    """Whether an agency has the fields of its head's post, or the letters of the post's abbreviation."""
    if fields or len(short) <= LONGEST_AGENCY:
        return all(field in name.lower() for field in fields)
    return abbreviates(short, name.partition(region.text)[0] if region is not None else name)


def _of_kind(reading: Reading, kind: str, at: int) -> Sequence[Entity]:
    """The institutions of a kind; where there are several, the one named nearest to word ``at``."""
    found = [entity for entity in _institutions(reading) if kind and entity.kind == kind]
    if len(found) < 2:
        return found
    keys = {entity.key for entity in found}
    near = [(abs(i - at), m.target) for i, m in reading.institutions.items() if m.target in keys]
    distance, key = min(near, default=(NEAR, ""))
    return [entity for entity in found if entity.key == key and distance < NEAR]


def _group_before(reading: Reading, at: int) -> Sequence[Entity]:
    """The group of people named last before word ``at``, near enough to be the one whose action is led there."""
    for i in range(at - 1, max(0, at - FARTHEST_GROUP), -1):
        body = reading.institutions.get(i)
        entity = reading.entities[body.target] if body is not None else None
        if entity is not None and (entity.kind == "ngo" or GROUP.search(entity.name)):
            return [entity]
    return []


def _with_institution(reading: Reading, role: Role, candidates: Sequence[Entity]) -> Role:
    """``role`` in the institution, where there is one candidate only."""
    if len(candidates) != 1:
        return role
    chosen = candidates[0]
    return replace(role, institution=chosen.name, region=role.region or _region_of(reading, chosen.key))


def _region_of(reading: Reading, key: str) -> str:
    """Name of the region inside the first mention of an institution that has one."""
    mentions = {m.start: m for m in reading.institutions.values() if m.target == key}
    regions = (_region_inside(reading, mention) for mention in mentions.values())
    return next(filter(None, regions), "")


def _region_inside(reading: Reading, institution: Mention) -> str:
    """Name of the last region that stands inside a mention of an institution, the country apart."""
    names = [
        reading.entities[region.target].name
        for i, region in reading.regions.items()
        if institution.start <= reading.starts[i] < institution.end
    ]
    return names[-1] if names and names[-1] != COUNTRY else ""


def _same(a: Role, b: Role) -> bool:
    """Whether two roles can be one: one post, and nothing that the one says is otherwise in the other."""
    if (a.institution and b.institution and a.institution != b.institution) or (
        a.region and b.region and a.region != b.region
    ):
        return False
    one, other = _words(a), _words(b)
    return (one <= other or other <= one) and one & RANKS == other & RANKS


def _words(role: Role) -> set[str]:
    return set(long_form(f"{role.position} {role.institution}").split()) - {"dan", "kota", "kabupaten"}


def _fuller(a: Role, b: Role) -> Role:
    """Of two roles that are one, the longer position, and what either says of institution and region."""
    return Role(
        position=a.position if a.institution or not b.institution else b.position,
        institution=a.institution or b.institution,
        region=a.region or b.region,
        status=a.status or b.status,
    )
