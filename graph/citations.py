"""What the id of a regulation says: its parts, and the ids of its provisions."""

from dataclasses import dataclass

from graph.identity.naming import identity_data, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationId:
    """The parts of a regulation id; all but ``type`` are "" or None for a nickname ("~perda-ktr")."""

    type: str
    issuer: str = ""
    year: int | None = None
    number: str = ""


def parse_regulation_id(id_: str) -> RegulationId:
    """The parts of ``id_``, which may lack year or number ("kuhp//") or be a nickname.

    >>> parse_regulation_id("perda-kota-metro/2018/3")
    RegulationId(type='perda', issuer='kota-metro', year=2018, number='3')
    >>> parse_regulation_id("~perda-ktr")
    RegulationId(type='perda', issuer='', year=None, number='')
    """
    head, _, rest = id_.removeprefix("~").partition("/")
    type_, issuer = _split_type(head)
    if id_.startswith("~"):
        return RegulationId(type=type_)
    year, _, number = rest.partition("/")
    known = int(year) if year.isdecimal() and len(year) <= 4 else None
    return RegulationId(type=type_, issuer=issuer, year=known, number=number)


def provision_id(regulation: str, provision: str) -> str:
    """The id of a provision.

    >>> provision_id("uu/2016/10", "pasal 71 ayat (1)")
    'uu/2016/10#pasal-71-ayat-1'
    """
    return f"{regulation}#{slug(provision)}"


def _split_type(head: str) -> tuple[str, str]:
    for type_ in identity_data().hyphenated_types:
        if head == type_ or head.startswith(type_ + "-"):
            return type_, head[len(type_) + 1 :]
    type_, _, issuer = head.partition("-")
    return type_, issuer
