"""The tokenizer: spaCy's Indonesian one with a pattern and some 350 words in place of 15,963 exceptions.

The exceptions take seconds to load. On 238,015 tokens of news they decide 1,247 (0.5 %): nearly all of them
reduplications ("anak-anak", "Undang-Undang"), which one pattern keeps whole, also those the list forgot
("upaya-upaya"). The rest are abbreviations and compounds (``lexicon/token_words.txt``) and emoticons, which
are left out because news means "pasal 8)" and not a smile. A line of signs ("-----") is one token: spaCy would take
sign after sign off its end and look at all of the rest each time.
"""

import re
from collections.abc import Callable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from extract.lexicon import read_words

TOKENIZER = "wartagraf.tokenizer.v1"
SIGN = r"(?:[^\w\s]|_)"
# From four times the same sign, or sixteen of any; neither is looked for from the middle of a run.
SAME_SIGNS = rf"(?P<sign>{SIGN})(?<!(?P=sign){{2}})(?P=sign){{3,}}+"
ANY_SIGNS = rf"(?<!{SIGN}){SIGN}{{16,}}+"
DOTS, FROM_FIRST_DOT = r"\.\.+", r"(?<!\.)\.\.++"
REDUPLICATION = r"\w{0,4}?(\w{3,})-\w{0,4}?\1\w{0,4}$"


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """What spaCy calls to make the tokenizer of a pipeline whose config names it."""
    return _tokenizer


def blank_pipeline() -> Language:
    """An Indonesian pipeline with our tokenizer and no components, built in about a tenth of a second."""
    return spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})


def _tokenizer(nlp: Language) -> Tokenizer:
    defaults = nlp.Defaults
    suffixes = (FROM_FIRST_DOT if suffix == DOTS else suffix for suffix in defaults.suffixes or ())
    return Tokenizer(
        nlp.vocab,
        rules={word: [{"ORTH": word}] for word in read_words("token_words.txt") if "-" not in word},
        prefix_search=compile_prefix_regex((ANY_SIGNS, SAME_SIGNS, *(defaults.prefixes or ()))).match,
        suffix_search=compile_suffix_regex((ANY_SIGNS, SAME_SIGNS, *suffixes)).search,
        infix_finditer=compile_infix_regex(defaults.infixes or ()).finditer,
        token_match=_hyphenated().match,
        url_match=defaults.url_match,
    )


@cache
def _hyphenated() -> re.Pattern[str]:
    """Words with a hyphen that stay whole: reduplications ("hati-hati") and listed compounds."""
    compounds = sorted(re.escape(word) for word in read_words("token_words.txt") if "-" in word)
    return re.compile(rf"{REDUPLICATION}|(?:{'|'.join(compounds)})$", re.IGNORECASE)
