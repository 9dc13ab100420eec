"""Who said what: sentences, quotations, reporting words, contents, speakers, and what they speak of."""

from extract.speech.quotes import find_quotes
from extract.speech.sentences import find_sentences
from extract.speech.statements import find_statements

__all__ = ["find_quotes", "find_sentences", "find_statements"]
