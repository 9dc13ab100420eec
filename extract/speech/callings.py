"""Callings: whom an article means by a post, by the first word of a body's name or by one word of a name."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from extract.lexicon import read_words
from extract.naming.identity import one_slip
from extract.record import Entity, EntityType, Mention, MentionType
from extract.speech.courts import judging_court, only_titled
from extract.speech.later_names import named_beside
from extract.speech.passage import Passage
from extract.speech.post_words import holds, post_words
from extract.speech.small_words import noun_kind, phrase_words
from extract.speech.sources import Source

SHORTEST_NAME = 4  # letters of a name of one word that may be short for another, or misspelt
SHORTEST_PART = 3  # letters of the word of a name that it is short for


@dataclass(slots=True)
class Callings:
    """Who is meant by what in one article.

    Attributes:
        passage: The article.
        called: Persons by the posts they were named with ("jaksa" after "jaksa Amir").
        places: Words of the regions and institutions the article names, once they are asked for.
        fuller: Persons whom a name in short stands for, by the short one, once they are asked for.
    """

    passage: Passage
    called: dict[str, str] = field(default_factory=dict)
    places: frozenset[str] | None = None
    fuller: dict[str, str] = field(default_factory=dict)

    def remember(self, source: Source, key: str) -> None:
        """Keep "jaksa" for the one named as "jaksa Amir"."""
        for name in self.passage.names_in(source.start, source.end):
            if name.target == key:
                post = self.passage.text[source.start : name.start]
                words = post_words(post)
                if words and noun_kind(post.lower().split()[0].strip(",.(")) != "group":
                    self.called[words[0]] = self.called[" ".join(words)] = key
                return

    def holder(self, start: int, end: int, *, by_role: bool = True) -> str:
        """The person whose post is named from ``start`` to ``end``; of several the one named last before it.

        Args:
            start: Where the post begins.
            end: Where it ends.
            by_role: Whether the posts of all persons count, and not only the words they were named with.
        """
        words = post_words(self.passage.text[start:end])
        if key := self.called.get(" ".join(words)):
            return key
        if not words or not by_role:
            return ""
        if key := only_titled(self.passage, words[0], start):
            return key
        phrases = {words, post_words(self._in_full(start, end))}
        holders = [key for key, entity in self.passage.entities.items() if self._holds(entity, phrases)]
        if not holders:
            return self._holder_in_short(self.passage.text[start:end], words)
        if len(holders) == 1:
            return holders[0]
        named = (name.target for name in self.passage.names_before(start) if name.target in holders)
        return next(named, "")

    def _holds(self, entity: Entity, phrases: Collection[tuple[str, ...]]) -> bool:
        places = self._place_words()
        return any(holds(role, words, places) for role in entity.roles for words in phrases)

    def _holder_in_short(self, post: str, words: tuple[str, ...]) -> str:
        """The only person whose post begins like this single word: "Kasat" for "Kasat Reskrim"; of lawyers are many."""
        if " " in post or post.lower() in phrase_words("staff"):
            return ""
        holders = [key for key, entity in self.passage.entities.items() if _begins_post(entity, words)]
        return holders[0] if len(holders) == 1 else ""

    def _in_full(self, start: int, end: int) -> str:
        """A phrase with its names in full: "Gubernur Provinsi Jawa Timur" for "Gubernur Jatim"."""
        parts, at = [], start
        for name in self.passage.names_in(start, end):
            parts += [self.passage.text[at : name.start], self.passage.entities[name.target].name]
            at = name.end
        return "".join([*parts, self.passage.text[at:end]])

    def named_in_short(self, text: str) -> str:
        """The only person one of whose names these capitalised words are, or one word without its capital; or ""."""
        words = set(text.split())
        if len(words) == 1 and text.islower() and len(text) >= SHORTEST_NAME and noun_kind(text) is None:
            words = {text.capitalize()}
        if not words or not all(word[0].isupper() for word in words):
            return ""
        persons = (item for item in self.passage.entities.items() if item[1].type is EntityType.PERSON)
        keys = [key for key, entity in persons if words <= set(entity.name.split())]
        return keys[0] if len(keys) == 1 else ""

    def introduced(self, key: str) -> str:
        """The person introduced before whom one word is short for, or a slip for: "Alex" after "Alexander Lubis"."""
        if key not in self.fuller:
            self.fuller[key] = self._fuller(key)
        return self.fuller[key]

    def _fuller(self, key: str) -> str:
        entity = self.passage.entities[key]
        if entity.type is not EntityType.PERSON or entity.roles or not _may_be_short(entity.name):
            return ""
        if properly := named_beside(self.passage, key):
            return properly
        first = self.passage.first_named(key)
        persons = (item for item in self.passage.entities.items() if item[1].type is EntityType.PERSON)
        keys = [
            other
            for other, fuller in persons
            if _is_fuller(fuller.name, entity.name) and self.passage.first_named(other) < first
        ]
        return keys[0] if len(keys) == 1 else ""

    def body(self, text: str, at: int) -> str:
        """The body these words stand for: "Kejaksaan", "pihak rumah sakit", "majelis hakim"; "" for none.

        The one named last before ``at`` whose name begins with the words, behind "pihak" in any case. For staff
        the body they are "dari"; for judges the court: the only one, or the one whose judges were spoken of.
        """
        words = text.lower().split()
        if words[0] in phrase_words("staff") and "dari" in words and (sender := self._sender(at, at + len(text))):
            return sender
        if words[0] == "majelis":
            return judging_court(self.passage, at)
        if known := self._by_its_matter(text):
            return known
        voiced = words[0] in read_words("voices.txt") and len(words) > 1
        begin = " ".join(words[1:] if voiced else words)
        short = text.isalpha() and (text[:1].isupper() or text in phrase_words("government"))
        if not (voiced or short):
            return ""
        bodies = (name for name in self.passage.names_before(at) if name.type is MentionType.INSTITUTION)
        return next((name.target for name in bodies if self._begins(name, f"{begin} ")), "")

    def _by_its_matter(self, text: str) -> str:
        """The one body named by the matter it deals with: "Imigrasi" for "Kantor Imigrasi Kelas I Kulon"."""
        if not (text[:1].isupper() and text.isalpha()) or text.lower() not in phrase_words("matter"):
            return ""
        bodies = (item for item in self.passage.entities.items() if item[1].type is EntityType.INSTITUTION)
        keys = [key for key, entity in bodies if text in entity.name.split()]
        return keys[0] if len(keys) == 1 else ""

    def _sender(self, start: int, end: int) -> str:
        """The one body behind "dari" in a source: "tim penyidik dari Polres Kulon"."""
        bodies = list(self._bodies_in(start, end))
        sent = len(bodies) == 1 and self.passage.text[start : bodies[0].start].lower().rstrip().endswith(" dari")
        return bodies[0].target if sent else ""

    def issuer(self, source: Source) -> str:
        """The body that put out a paper, where the paper is one that speaks for its body: "data Dinas Pasar"."""
        first = self.passage.text[source.start : source.end].lower().split()[0]
        bodies = {name.target for name in self._bodies_in(source.start, source.end)}
        if first in phrase_words("decision"):
            bodies = {body for body in bodies if self.passage.entities[body].kind == "court"}
        return next(iter(bodies)) if len(bodies) == 1 and first in phrase_words("issued") else ""

    def _bodies_in(self, start: int, end: int) -> Iterator[Mention]:
        return (name for name in self.passage.names_in(start, end) if name.type is MentionType.INSTITUTION)

    def _begins(self, name: Mention, words: str) -> bool:
        """Whether a name, as written or in full, begins with these words in lower case, or with their initials."""
        written, full = name.text.lower(), self.passage.entities[name.target].name.lower()
        initials = "".join(word[0] for word in words.split())
        short = len(initials) > 1 and written.startswith(f"{initials} ")
        return short or written.startswith(words) or full.startswith(words)

    def _place_words(self) -> frozenset[str]:
        """Words of the regions and institutions the article names, gathered once."""
        if self.places is None:
            names = {name.text for name in self.passage.names if name.type is not MentionType.PERSON}
            self.places = frozenset(word for name in names for word in post_words(name))
        return self.places


def _may_be_short(name: str) -> bool:
    return " " not in name and len(name) >= SHORTEST_NAME


def _begins_post(entity: Entity, words: tuple[str, ...]) -> bool:
    """Whether the words of a short post are those that a longer one of the entity begins with."""
    return any(post_words(role.position)[: len(words)] == words for role in entity.roles)


def _is_fuller(name: str, short: str) -> bool:
    """Whether a name may be meant by one word: several that resemble it, or one it begins ("Rahma", "Rahmawati")."""
    return (" " in name and _resembles(short, name)) or (len(short) < len(name) and name.startswith(short))


def _resembles(short: str, name: str) -> bool:
    """Whether a word of a name begins with a shorter one, or differs from it by a slip behind the first letter."""
    short = short.lower()
    words = (word for word in name.lower().split() if len(word) >= SHORTEST_PART and word[0] == short[0])
    return any(word.startswith(short) or one_slip(word, short) for word in words)
