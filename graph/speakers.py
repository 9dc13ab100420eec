"""How who speaks is told in words: a name as it is, a source without one by the words that stand for it."""

_NOBODY = "unnamed source"


def source_words(speaker: str) -> str:
    """The name of a speaker, or the words for a source without one.

    >>> source_words("Ani Sari"), source_words("?seorang warga"), source_words("?")
    ('Ani Sari', 'seorang warga', 'unnamed source')
    """
    return speaker.removeprefix("?") or _NOBODY


def speaker_words(speaker: str) -> str:
    """The same, which says where nobody is named.

    >>> speaker_words("Ani Sari"), speaker_words("?seorang warga"), speaker_words("?")
    ('Ani Sari', 'seorang warga (nobody is named)', 'unnamed source')
    """
    words = source_words(speaker)
    return words if words in (speaker, _NOBODY) else f"{words} (nobody is named)"
