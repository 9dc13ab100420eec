"""An HTML page cut into tags and text, as the HTML standard does it, as far as it takes to tell words from markup.

The parser of the standard library is no choice: it gives up on "<![x y]>", takes quadratic time over unclosed
comments, and reads the same page differently from one Python to the next. Here every pattern is possessive or stops at
a fixed sign, so that time is linear whatever the page.
"""

import re
from collections.abc import Iterator

# Elements whose content is no HTML.
_RAW = re.compile("script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext")
_TOKEN = re.compile(
    r"(?P<text>(?:[^<]++|<(?![a-zA-Z!?/]))++)"
    r"|<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][^\t\n\f\r />]*+)"
    r"(?:[\t\n\f\r /]++"
    r"|[^\t\n\f\r />][^\t\n\f\r />=]*+"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?+)?+)*+>"
    r"|</?[a-zA-Z].*+"  # a tag that never ends takes the rest with it
    r"|<[!?/][^>]*+>?+",
    re.DOTALL,
)
_IN_SCRIPT = re.compile(
    r"(?P<opens><!--(?!-?>))|(?P<shuts>-->)|<(?P<end>/?)script(?=[\t\n\f\r />])",
    re.IGNORECASE,
)


def html_tokens(page: str) -> Iterator[re.Match[str]]:
    """The tokens of ``page`` in order: matches with a group "text", or "name" for a tag and "close" for an end tag.

    Comments and their like have neither; what stands in scripts and other elements that hold no HTML is left out.

    >>> [token["name"] or token["text"] for token in html_tokens("<p>UU <!-- x --><b>5</b>")]
    ['p', 'UU ', None, 'b', '5', 'b']
    """
    at = 0
    while token := _TOKEN.match(page, at):
        yield token
        at = token.end()
        name = (token["name"] or "").lower()
        if _RAW.fullmatch(name) and not token["close"]:
            at = _raw_end(page, at, name)


def _raw_end(page: str, at: int, name: str) -> int:
    """Where the end tag of an element stands whose content, from ``at`` on, is no HTML; else the end of the page."""
    if name == "script":
        return _script_end(page, at)
    end = re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE).search(page, at)
    return end.start() if end else len(page)


def _script_end(page: str, at: int) -> int:
    """As ``_raw_end``; in a "<!--" of a script, "<script>" and "</script>" come in pairs."""
    hidden = inner = False
    for sign in _IN_SCRIPT.finditer(page, at):
        if sign["opens"]:
            hidden = True
        elif sign["shuts"]:
            hidden = inner = False
        elif sign["end"] and not inner:
            return sign.start()
        else:
            inner = hidden and not sign["end"]
    return len(page)
