"""References to persons without their names: "Ia", "Wali Kota", "Pj Sekkot", each bound to a person of the article."""

from collections.abc import Iterator, Sequence

from extract.record import EntityType, Mention, MentionType, Offsets, Statement
from extract.speech.lone_posts import held_by_several, lone_posts
from extract.speech.lone_pronouns import is_personal, lone_pronouns
from extract.speech.passage import Passage
from extract.speech.small_words import noun_kind, phrase_words

DESCRIBING = frozenset({"post", "person"})


def find_references(passage: Passage, statements: Sequence[Statement]) -> tuple[Mention, ...]:
    """Every reference to a person that is bound with good reason, in text order; the others give no mention.

    First the sources of ``statements`` whose speaker is known, then posts that stand alone for their only holder,
    then pronouns where the sentences before leave one choice.
    """
    found = dict(_sources(passage, statements))
    for place, key in lone_posts(passage):
        if not any(start < place[1] and place[0] < end for start, end in found):
            found[place] = key
    found |= dict(lone_pronouns(passage, sorted(found.items())))
    return tuple(_reference(passage, place, key) for place, key in sorted(found.items()))


def _sources(passage: Passage, statements: Sequence[Statement]) -> Iterator[tuple[Offsets, str]]:
    """Where statements name their speaker by a pronoun, a post or "pria itu", with the key of the person."""
    for said in statements:
        entity = passage.entities.get(said.speaker)
        if said.source is None or entity is None or entity.type is not EntityType.PERSON:
            continue
        named = any(name.type is MentionType.PERSON for name in passage.names_in(*said.source))
        if not named and _refers(passage.text[slice(*said.source)]):
            yield said.source, said.speaker


def _refers(words: str) -> bool:
    """Whether a source is one person: a pronoun, a post that one holds, "pria itu".

    On gold/train and 160 fresh articles 254 of 256 pronouns and 65 of 66 others had the right person; of "jaksa",
    "hakim" and the like, left out here, 7 of 19 had another.
    """
    if is_personal(words):
        return True
    spoken = [word.strip(",.()") for word in words.lower().split()]
    pointing = spoken[-1] in phrase_words("pointing")
    return pointing or (noun_kind(spoken[0]) in DESCRIBING and not held_by_several(words))


def _reference(passage: Passage, place: Offsets, key: str) -> Mention:
    start, end = place
    return Mention(start=start, end=end, text=passage.text[start:end], type=MentionType.REFERENCE, target=key)
