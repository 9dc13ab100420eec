"""Places and mentions of words in a text written by hand."""

from extract.record import Mention, MentionType, Offsets


def at(text: str, words: str, nth: int = 1) -> Offsets:
    """Where ``words`` stand in ``text`` for the ``nth`` time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def mention(text: str, words: str, type_: MentionType, target: str, nth: int = 1, **more: object) -> Mention:
    """The mention of ``target`` by ``words``, where they stand in ``text`` for the ``nth`` time."""
    start, end = at(text, words, nth)
    return Mention(start=start, end=end, text=words, type=type_, target=target, **more)  # type: ignore[arg-type]
