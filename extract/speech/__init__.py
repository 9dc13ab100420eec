"""Who said what: sentences, quotations, reporting words, contents, speakers, and what they speak of."""

from extract.speech.passage import Passage
from extract.speech.person_references import find_references
from extract.speech.quotes import find_quotes
from extract.speech.sentences import find_sentences
from extract.speech.statements import find_statements, statements_of

__all__ = ["Passage", "find_quotes", "find_references", "find_sentences", "find_statements", "statements_of"]
