"""What identity joins: the profile, all that articles say of one name within one region, office or article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post of a person, as the articles tell it.

    Attributes:
        post: The post in small letters.
        status: former, designate or acting, or "" for a post held as it is named.
        place: Id of the institution or region, "" where no article tells one ("presiden").
        area: Where the place is, as ``areas.area_of`` writes it, or "".
        first_seen: Day of the first dated article that says so, or "".
        last_seen: Day of the last one, or "".
    """

    post: str
    status: str = ""
    place: str = ""
    area: str = ""
    first_seen: str = ""
    last_seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One name within one region, office or article: what a single article gives is never taken apart again.

    Attributes:
        id: Id of its node before anything is joined.
        label: Person or Institution.
        name: Its fullest form.
        aliases: Every form that articles use of it, sorted.
        region: Name of the region it is bound to, or "".
        area: The same as ``areas.area_of`` writes it.
        office: Institution that a person is bound to where no region is known, or "".
        kind: Kind of an institution, or "".
        posts: Posts of a person.
        first_seen: Day of its first dated article, or "".
        last_seen: Day of its last one, or "".
        articles: How many articles name it.
        around: Areas that its articles name, but the country; those of most articles first, at most a handful.
        beside: Names of the people of its articles, sorted; at most a handful.
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    region: str = ""
    area: str = ""
    office: str = ""
    kind: str = ""
    posts: tuple[Held, ...] = ()
    first_seen: str = ""
    last_seen: str = ""
    articles: int = 1
    around: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
