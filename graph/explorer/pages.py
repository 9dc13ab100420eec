"""The pages of the explorer: each asks its named queries and fills its template."""

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from graph.explorer import wording
from graph.explorer.highlight import Mark, marked
from graph.explorer.live import Asking, LiveGraph, Row
from graph.explorer.marks import marks_of_article, marks_of_forms, marks_of_statement
from graph.explorer.rule_names import rule_name
from graph.explorer.searching import CHOICES, Paging, Search, limits, page_number, read_search

LISTED = 10  # entries of a list beside the statements
NAMED = 3  # rules, and speakers, that are listed where words were searched for and no name
POSTS = {"person": ("person", "place"), "institution": ("place", "person")}  # the two ends of a post, own end first
NAMED_IN = 200  # of the articles that name somebody, the latest, in which names and posts are looked up


def environment() -> Environment:
    """The templates, with everything escaped that comes from the graph."""
    found = Environment(
        loader=PackageLoader("graph.explorer"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["in_words"] = wording.in_words
    found.filters["confidence"] = wording.confidence
    found.filters["doubt"] = wording.doubt
    found.filters["mode"] = wording.mode
    found.filters["manner"] = wording.manner
    found.filters["act"] = wording.act
    found.filters["modality"] = wording.modality
    found.filters["penalty"] = wording.penalty
    found.filters["deed"] = wording.deed
    found.filters["post_status"] = wording.post_status
    found.filters["rule_name"] = rule_name
    found.filters["issuer"] = wording.issuer
    found.globals["choices"] = CHOICES
    found.globals["in_force"] = wording.in_force
    found.globals["standing"] = wording.standing
    found.filters["address"] = lambda identifier, kind: wording.address(kind, identifier)
    return found


class Pages:
    """Answers to requests, made from a graph and the templates."""

    def __init__(self, graph: LiveGraph) -> None:
        self.graph = graph
        self.templates = environment()

    def home(self, request: Request) -> HTMLResponse:
        """What the graph holds, and where to begin."""
        with self.graph.asking() as ask:
            return self._page(
                "home.html",
                search=read_search({}),
                overview=ask.first("overview"),
                rules=ask.rows("top-rules", limit=LISTED),
                quoted=ask.rows("top-speakers", limit=LISTED),
            )

    def search(self, request: Request) -> HTMLResponse:
        """Statements that fit the form, newest first, with rules and speakers of that name."""
        search, number = read_search(request.query_params), page_number(request.query_params)
        asked = search.parameters()
        with self.graph.asking() as ask:
            total = ask.rows("count-statements", **asked)[0]["statements"]
            rules, speakers = _rules(ask, search), _speakers(ask, search)
            return self._page(
                "search.html",
                search=search,
                paging=Paging(number=number, total=total, base="/search", fields=search.fields()),
                list=ask.rows("find-statements", **asked, **limits(number)),
                rules=rules,
                speakers=speakers,
                alike=[] if total or rules or speakers else _spelled_alike(ask, search),
            )

    def rule(self, request: Request) -> HTMLResponse:
        """A rule, what it does to others and they to it, and who said what about it."""
        with self.graph.asking() as ask:
            rule = _subject(ask, "rule", request)
            listed = self._statements(ask, request, "who-spoke-about-rule", "rule", rule)
            history = ask.rows("rule-history", rule=rule["rule"])
            citing = ask.rows("articles-of-rule", rule=rule["rule"], limit=LISTED)
        return self._page("rule.html", rule=rule, history=history, citing=citing, **listed)

    def person(self, request: Request) -> HTMLResponse:
        """A person: posts and statements."""
        return self._speaker(request, "person")

    def institution(self, request: Request) -> HTMLResponse:
        """An institution: who holds a post there, and what it and they said."""
        return self._speaker(request, "institution")

    def article(self, request: Request) -> HTMLResponse:
        """An article with its statements, rules and sanctions marked in it, its statements listed beside it.

        With ``of``, the id of a person or institution, the names and posts of that one are marked, too.
        """
        with self.graph.asking() as ask:
            article = _subject(ask, "article", request)
            identifier = article["article"]
            statements = ask.rows("statements-of-article", id=identifier)
            cited = ask.rows("rules-of-article", id=identifier)
            invoked = ask.rows("sanctions-of-article", id=identifier)
            one, forms = _forms(ask, request.query_params.get("of", ""))
        statements.sort(key=lambda said: said["spans"])
        marks = marks_of_article(statements, cited, invoked, article["date"])
        named = marks_of_forms(article["article_text"], forms, one["name"]) if one else []
        return self._page(
            "article.html",
            article=article,
            list=statements,
            cited=cited,
            invoked=invoked,
            one=one,
            kinds=_kinds([*marks, *named]),
            paragraphs=marked(article["article_text"], [*marks, *named]),
            url=wording.web_address(article["url"]),
        )

    def statement(self, request: Request) -> HTMLResponse:
        """A statement, with its words and what tells of it marked in the article."""
        with self.graph.asking() as ask:
            said = _subject(ask, "statement", request)
            identifier = said["statement"]
            cited = ask.rows("rules-of-statement", id=identifier)
            invoked = ask.rows("sanctions-of-statement", id=identifier)
        text, url = said["article_text"], wording.web_address(said["url"])
        marks = marks_of_statement(said, cited, invoked)
        return self._page(
            "statement.html",
            said=said,
            cue=_words(text, said["cue"]),
            source=_words(text, said["source"]),
            modality=_worded(said),
            cited=[rule | {"pointed_at": _words(text, rule["antecedent"])} for rule in cited],
            invoked=invoked,
            kinds=_kinds(marks),
            paragraphs=marked(text, marks),
            url=url,
            quotation=wording.quotation(said),
            citation=wording.citation(said["title"], said["outlet"], said["date"], url),
        )

    def problem(self, status: int, heading: str, message: str) -> HTMLResponse:
        """A page that says what is wrong and what to do."""
        return self._page("problem.html", status, heading=heading, message=message)

    def _speaker(self, request: Request, kind: str) -> HTMLResponse:
        mine, other = POSTS[kind]
        with self.graph.asking() as ask:
            one = _subject(ask, kind, request)
            posts = ask.rows("holders-of-post", **{mine: one["id"]})
            named = ask.rows(f"articles-of-{kind}", id=one["id"], limit=NAMED_IN)
            told = ask.rows("post-articles-of-person", id=one["id"], limit=NAMED_IN) if kind == "person" else []
            listed = self._statements(ask, request, f"statements-of-{kind}", kind, one)
        return self._page(
            "speaker.html",
            one=one,
            kind=kind,
            posts=[post | {"told_in": _telling(post, told)} for post in posts],
            other=other,
            forms=[(form, _naming(form, named)) for form in one["aliases"] if form != one["name"]],
            named=named[:LISTED],
            **listed,
        )

    def _statements(self, ask: Asking, request: Request, query: str, kind: str, one: Row) -> dict[str, Any]:
        """One part of the statements of ``one``, as many as a page holds, and where the page stands among all."""
        number, identifier = page_number(request.query_params), _identifier(request)
        paging = Paging(number=number, total=one["statements"], base=f"/{kind}", fields={"id": identifier})
        return {"list": ask.rows(query, **{kind: identifier}, **limits(number)), "paging": paging}

    def _page(self, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        return HTMLResponse(self.templates.get_template(template).render(context), status)


def _worded(said: Row) -> list[tuple[str, str]]:
    """Each modality of a statement with the words that tell it."""
    at = said["modality_at"]
    words = [said["article_text"][start:end] for start, end in zip(at[::2], at[1::2], strict=True)]
    return list(zip(said["modality"], words, strict=True))


def _words(text: str, at: list[int]) -> str:
    return text[slice(*at)] if at else ""


def _kinds(marks: Iterable[Mark]) -> set[str]:
    """What is marked at all, for the legend."""
    return {kind for mark in marks for kind in (mark.kind, *(["doubtful"] if mark.doubtful else []))}


def _forms(ask: Asking, identifier: str) -> tuple[Row | None, list[str]]:
    """The person or institution with this id, and the forms of its name and its posts as articles write them."""
    if not identifier:
        return None, []
    if person := ask.first("person", id=identifier):
        posts = ask.rows("holders-of-post", person=identifier)
        return person, [*person["aliases"], *person["posts"], *(post["position"] for post in posts)]
    institution = ask.first("institution", id=identifier)
    return institution, institution["aliases"] if institution else []


def _naming(form: str, named: list[Row]) -> list[Row]:
    """Those of the articles that have this form of a name."""
    return [article for article in named if form in article["names"]]


def _telling(post: Row, told: list[Row]) -> list[Row]:
    """Those of the articles that tell of this post, the latest first."""
    this = (post["position"].casefold(), post["status"], post["place_id"])
    return [article for article in told if (article["post"], article["status"], article["place_id"]) == this]


def _identifier(request: Request) -> str:
    return request.query_params.get("id", "")


def _subject(ask: Asking, query: str, request: Request) -> Row:
    """What the request is about.

    Raises:
        HTTPException: 404, the graph has nothing with that id.
    """
    identifier = _identifier(request)
    row = ask.first(query, id=identifier)
    if row is None:
        raise HTTPException(404, f"The graph has no {query} with the id “{identifier}”.")
    return row


def _rules(ask: Asking, search: Search) -> list[Row]:
    """Rules of the name that is searched for, the most spoken of first."""
    name = search.named("rule")
    return ask.rows("find-rule", name=name, limit=LISTED if search.rule else NAMED) if name else []


def _spelled_alike(ask: Asking, search: Search) -> list[Row]:
    """People and institutions whose names are spelled nearly like the one that is searched for."""
    name = search.named("speaker")
    found = ask.rows("similar-names", name=name, limit=NAMED) if name else []
    return [row | {"speaker_kind": row["kind"]} for row in found]


def _speakers(ask: Asking, search: Search) -> list[Row]:
    """People and institutions of the name that is searched for, those who speak most first."""
    name, most = search.named("speaker"), LISTED if search.speaker else NAMED
    found = [
        row | {"speaker_kind": kind}
        for kind in ("person", "institution")
        for row in (ask.rows(f"find-{kind}", name=name, limit=most) if name else [])
    ]
    return sorted(found, key=lambda row: -row["statements"])[:most]
