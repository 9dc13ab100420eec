"""Persons: who is named in an article, under which names, and which posts the article gives them."""

from collections.abc import Sequence

from extract.naming.identity import Person, find_person, fold, fuller_name_of, later_mentions
from extract.naming.namings import Naming, find_namings
from extract.naming.posts import find_posts
from extract.naming.reading import Reading, read
from extract.naming.regions import main_region
from extract.naming.roles import roles_of
from extract.record import Entity, EntityType, Mention, MentionType


def find_persons(
    text: str, entities: Sequence[Entity], mentions: Sequence[Mention]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The persons of an article with their posts, and every mention of them by name.

    A capitalised word is a person where something says so: a post, a rank or an honorific beside it, a degree
    or an age after it, a reporting verb; or where its words are known as names. What is known as a person
    once is a person wherever the name or a part of it stands.

    Args:
        text: The article.
        entities: Its institutions and regions.
        mentions: Where they are named; no person is found inside them.

    Returns:
        The persons with keys "p1", "p2" … in order of first mention, and their mentions in text order.
    """
    reading = read(text, entities, mentions)
    namings = find_namings(reading, find_posts(reading))
    persons = _persons(reading, namings)
    taken = {i for person in persons for start, end in person.mentions for i in range(start, end)}
    region = main_region(text, entities, mentions)
    for person, start, end in later_mentions(reading, persons, taken):
        person.mentions.append((start, end))
    persons.sort(key=lambda person: min(person.mentions))
    found: list[Entity] = []
    places: list[Mention] = []
    for number, person in enumerate(persons, start=1):
        key = f"p{number}"
        roles = roles_of(reading, person.offices, region)
        found.append(Entity(key=key, type=EntityType.PERSON, name=person.shown, roles=roles))
        places.extend(_mention(reading, start, end, key) for start, end in person.mentions)
    return tuple(found), tuple(sorted(places, key=lambda mention: mention.start))


def _mention(reading: Reading, start: int, end: int, key: str) -> Mention:
    a, b = reading.starts[start], reading.ends[end - 1]
    return Mention(start=a, end=b, text=reading.text[a:b], type=MentionType.PERSON, target=key)


def _persons(reading: Reading, namings: Sequence[Naming]) -> list[Person]:
    """The persons behind ``namings``, each with its forms, mentions and offices."""
    persons: list[Person] = []
    by_start: dict[int, Person] = {}
    for naming in sorted(namings, key=lambda naming: not naming.certain):
        name = fold(reading.words[naming.start : naming.end])
        shown = " ".join(reading.text[reading.starts[naming.start] : reading.ends[naming.end - 1]].split())
        if not naming.certain:
            fuller = fuller_name_of(persons, name)
            if fuller is not None:
                fuller.add(name, shown)
                fuller.mentions.append((naming.start, naming.end))
            continue
        person = by_start.get(naming.alias_of) or find_person(persons, name)
        if person is None:
            person = Person(forms=[name], shown=shown)
            persons.append(person)
        elif naming.alias_of < 0:
            person.add(name, shown)
        else:
            person.forms.append(name)
        by_start[naming.start] = person
        if (naming.start, naming.end) not in person.mentions:
            person.mentions.append((naming.start, naming.end))
        person.offices.extend(naming.offices)
    return persons
