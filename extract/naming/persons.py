"""Persons: who is named in an article, under which names, and which posts the article gives them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.naming.guesses import Guess
from extract.naming.identity import Person, find_person, fold, fuller_name_of, is_short_of, later_mentions, one_slip
from extract.naming.namings import Naming, find_namings
from extract.naming.offices import Office
from extract.naming.person_signs import is_doubtful
from extract.naming.posts import Kind, find_posts
from extract.naming.reading import Reading, read
from extract.naming.regions import main_region
from extract.naming.roles import roles_of
from extract.naming.titles import degrees_of, honorifics_of
from extract.record import Entity, EntityType, Mention, MentionType

HUSBANDS = frozenset({Kind.REGION, Kind.MINISTER, Kind.COMMAND})  # the posts whose holders' wives head associations
PRESIDENT = "Presiden"
FAR_MORE = 2  # times as often as the first spelling
WIVES = re.compile(  # what the wives of office holders head
    r"\b(?:PKK|Dh?arma (?:Wanita|Pertiwi)|DWP|Persit|Bhayangkari|Jalasenastri|Dh?armayukti|Adhyaksa Dh?armakarini|IAD"
    r"|Dekranas(?:da)?|GOW|Bunda (?:PAUD|Literasi|Gen[Rr]e))\b"
)
WED = frozenset({"ny", "nyonya", "istri", "istrinya", "isteri", "isterinya"})  # shortly before a wife's name
SHORTLY = 3  # words


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
    found: list[Entity] = []
    places: list[Mention] = []
    for person, entity in persons_of(reading, main_region(text, entities, mentions)):
        if not is_doubtful(reading, person, entity):
            key = f"p{len(found) + 1}"
            found.append(replace(entity, key=key))
            places.extend(_mention(reading, start, end, key) for start, end in person.mentions)
    return tuple(found), tuple(sorted(places, key=lambda mention: mention.start))


def persons_of(reading: Reading, region: str) -> Iterator[tuple[Person, Entity]]:
    """All that evidence or the model takes for persons of an article about ``region``, the doubtful ones too."""
    posts = find_posts(reading)
    persons = _persons(reading, find_namings(reading, posts))
    places = (place for person in persons for place in person.mentions)
    taken = {
        i for start, end in (*places, *((post.start, post.end) for post in posts.values())) for i in range(start, end)
    }
    for person, start, end in later_mentions(reading, persons, taken):
        person.mentions.append((start, end))
    for person in sorted(persons, key=lambda person: min(person.mentions)):
        yield person, _entity(reading, person, region)


def _entity(reading: Reading, person: Person, region: str) -> Entity:
    places = sorted(person.mentions)
    return Entity(
        key="",
        type=EntityType.PERSON,
        name=_name(reading, places, person.shown),
        roles=roles_of(reading, person.offices, region),
        honorifics=honorifics_of(reading, places),
        degrees=degrees_of(reading, places),
    )


def _name(reading: Reading, places: Sequence[tuple[int, int]], shown: str) -> str:
    """The name as it is first written in full, or a spelling with one other letter that stands there far more often."""
    forms = Counter(_written(reading, start, end) for start, end in places)
    slips = [form for form in forms if one_slip(form.lower(), shown.lower())]
    best = max(slips, key=lambda form: forms[form], default=shown)
    return best if forms[best] >= FAR_MORE * forms[shown] else shown


def _written(reading: Reading, start: int, end: int) -> str:
    """Words ``start`` to ``end`` (exclusive) as the text has them, on one line."""
    return " ".join(reading.text[reading.starts[start] : reading.ends[end - 1]].split())


def _mention(reading: Reading, start: int, end: int, key: str) -> Mention:
    a, b = reading.starts[start], reading.ends[end - 1]
    return Mention(start=a, end=b, text=reading.text[a:b], type=MentionType.PERSON, target=key)


def _named_after(reading: Reading, naming: Naming, person: Person) -> bool:
    """Whether ``person``, whose name ends alike, is somebody else: a husband, a wife, or not the president.

    A wife who bears his name behind her own is called one, or heads an association of wives; he heads a region, a
    ministry or a command. "Presiden Prabowo" is not Listyo Prabowo, of whom other posts are told.
    """
    own = fold(reading.words[naming.start : naming.end])
    if all(own[0] not in form and len(own) > len(form) for form in person.forms):
        return _leads_wives(naming.offices) or _is_wed(reading, naming.start)
    if not all(form[0] not in own and len(own) < len(form) for form in person.forms):
        return False
    heads = {office.post.post.long for office in naming.offices if office.post.post.kind in HUSBANDS}
    held = {office.post.post.long for office in person.offices}
    namesake = PRESIDENT in heads and PRESIDENT not in held and any(own[-1:] == form[-1:] for form in person.forms)
    return bool(heads) and (_leads_wives(person.offices) or namesake)


def _is_wed(reading: Reading, start: int) -> bool:
    """Whether words shortly before the name at word ``start`` call a wife."""
    before = reading.lowers[max(0, start - SHORTLY) : start]
    return not WED.isdisjoint(before) or tuple(before[-2:]) == ("ibu", "negara")


def _leads_wives(offices: Sequence[Office]) -> bool:
    bodies = (office.institution.text for office in offices if office.institution is not None)
    return any(WIVES.search(words) for words in (*bodies, *(office.position for office in offices)))


def _calls(reading: Reading, naming: Naming, called: Person) -> bool:
    """Whether one word, named nowhere before, is told to call somebody named before: ``Melki, sapaan Melkianus``."""
    told = "sapaan" in reading.lowers[max(0, naming.start - 2) : naming.start]
    return told and len(called.forms) == 1 == len(called.forms[0])


def _take_over(persons: list[Person], by_start: dict[int, Person], person: Person, called: Person) -> None:
    """Make ``called`` one with ``person``."""
    person.forms.extend(called.forms)
    person.mentions.extend(called.mentions)
    person.offices.extend(called.offices)
    persons[:] = [other for other in persons if other is not called]
    by_start.update({start: person for start, other in by_start.items() if other is called})


def _persons(reading: Reading, namings: Sequence[Naming]) -> list[Person]:
    """The persons behind ``namings``, each with its forms, mentions and offices."""
    persons: list[Person] = []
    by_start: dict[int, Person] = {}
    for naming in sorted(namings, key=lambda naming: not naming.certain):
        name = fold(reading.words[naming.start : naming.end])
        shown = _written(reading, naming.start, naming.end)
        if not naming.certain:
            fuller = fuller_name_of(persons, name)
            if fuller is not None:
                fuller.add(name, shown)
                fuller.mentions.append((naming.start, naming.end))
            continue
        called, known = by_start.get(naming.alias_of), find_person(persons, name)
        person = called or known
        if called is not None and known is not None and known is not called and _calls(reading, naming, called):
            _take_over(persons, by_start, known, called)
            person = known
        if person is None or _named_after(reading, naming, person):
            person = Person(forms=[name], shown=shown)
            persons.append(person)
        elif naming.alias_of < 0:
            person.add(name, shown)
        else:
            person.forms.append(name)
            if known in (None, called) and is_short_of(person.forms[0], name):
                person.shown = shown
        by_start[naming.start] = person
        if (naming.start, naming.end) not in person.mentions:
            person.mentions.append((naming.start, naming.end))
        person.offices.extend(naming.offices)
    return persons
