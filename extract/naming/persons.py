"""Persons: who is named in an article, under which names, and which posts the article gives them."""

import re
from collections.abc import Sequence

from extract.naming.guesses import Guess
from extract.naming.identity import Person, find_person, fold, fuller_name_of, later_mentions
from extract.naming.namings import Naming, find_namings
from extract.naming.posts import find_posts
from extract.naming.reading import Reading, read
from extract.naming.regions import main_region
from extract.naming.roles import roles_of
from extract.naming.titles import degrees_of, honorifics_of
from extract.record import Entity, EntityType, Mention, MentionType

WIVES = re.compile(r"PKK|Dharma Wanita|Persit|Bhayangkari|Dekranasda")  # headed by the wives of office holders


def find_persons(
    text: str, entities: Sequence[Entity], mentions: Sequence[Mention], guesses: Sequence[Guess] = ()
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The persons of an article with their posts, and every mention of them by name.

    A capitalised word is a person where something says so: a post, a rank or an honorific beside it, a degree
    or an age after it, a reporting verb; or where its words are known as names. What is known as a person
    once is a person wherever the name or a part of it stands.

    Args:
        text: The article.
        entities: Its institutions and regions.
        mentions: Where they are named; no person is found inside them.
        guesses: What the trained model takes for names: evidence beside that of the words around.

    Returns:
        The persons with keys "p1", "p2" … in order of first mention, and their mentions in text order.
    """
    reading = read(text, entities, mentions, guesses)
    namings = find_namings(reading, find_posts(reading))
    persons = _persons(reading, namings)
    taken = {i for person in persons for start, end in person.mentions for i in range(start, end)}
    region = main_region(text, entities, mentions)
    for person, start, end in later_mentions(reading, persons, taken):
        person.mentions.append((start, end))
    persons = [person for person in persons if not _doubted(reading, person)]
    persons.sort(key=lambda person: min(person.mentions))
    found: list[Entity] = []
    places: list[Mention] = []
    for number, person in enumerate(persons, start=1):
        key = f"p{number}"
        found.append(_entity(reading, person, key, region))
        places.extend(_mention(reading, start, end, key) for start, end in person.mentions)
    return tuple(found), tuple(sorted(places, key=lambda mention: mention.start))


def _entity(reading: Reading, person: Person, key: str, region: str) -> Entity:
    places = sorted(person.mentions)
    return Entity(
        key=key,
        type=EntityType.PERSON,
        name=person.shown,
        roles=roles_of(reading, person.offices, region),
        honorifics=honorifics_of(reading, places),
        degrees=degrees_of(reading, places),
    )


def _doubted(reading: Reading, person: Person) -> bool:
    """Whether a person of one word and no office is none for the model anywhere; it must see persons at all."""
    guesses = reading.guesses
    single = not person.offices and all(end - start == 1 for start, end in person.mentions)
    return single and bool(guesses.persons) and not any(start in guesses.persons for start, _ in person.mentions)


def _mention(reading: Reading, start: int, end: int, key: str) -> Mention:
    a, b = reading.starts[start], reading.ends[end - 1]
    return Mention(start=a, end=b, text=reading.text[a:b], type=MentionType.PERSON, target=key)


def _named_after(reading: Reading, naming: Naming, person: Person) -> bool:
    """Whether a woman who heads an association of wives bears the name of ``person`` behind her own."""
    own = fold(reading.words[naming.start : naming.end])
    longer = all(own[0] not in form and len(own) > len(form) for form in person.forms)
    bodies = (office.institution.text for office in naming.offices if office.institution is not None)
    return longer and any(WIVES.search(body) for body in bodies)


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
        if person is None or _named_after(reading, naming, person):
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
