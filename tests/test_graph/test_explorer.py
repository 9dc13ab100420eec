"""The explorer as people use it: a real graph, a real server on a loopback port, a real Chromium."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page

from corpus import Article
from extract.record import (
    Act,
    Entity,
    EntityType,
    How,
    Mark,
    Mention,
    MentionType,
    Modality,
    Mode,
    Penalty,
    Record,
    RegulationUse,
    Role,
    SanctionStatus,
    SanctionUse,
    Statement,
)
from extract.rules.registry import KnownRule
from graph.errors import GraphError
from graph.explorer import serve
from graph.loading import build_graph
from tests.test_graph.browsing import follow, served

PERDA = "perda-kota-selarong/2019/7"
NEWER = "perda-kota-selarong/2024/2"
PERDA_NAME, NEWER_NAME = "Perda Kota Selarong 7/2019", "Perda Kota Selarong 2/2024"
FELL = "2024-03-25"
RULES = (
    KnownRule(id=PERDA, title="Pengelolaan Sampah", in_force_from="2019", in_force_until=FELL, checked="test"),
    KnownRule(id=NEWER, title="Kebersihan Kota", in_force_from=FELL, revokes=(PERDA,), checked="test"),
)
TEXT = (
    "SELARONG – Pemerintah Kota Selarong mulai menindak warga yang membuang sampah ke sungai.\n"
    "Kepala Dinas Kebersihan Kota Selarong Wening Tirtasari mengatakan, pelanggar Peraturan Daerah Nomor 7 "
    "Tahun 2019 dikenai denda Rp500 ribu. “Kami mulai dengan teguran lisan,” kata Wening.\n"
    "“Kalau diulang, baru denda.\n"
    "Tidak ada pengecualian,” ujarnya.\n"
    "Seorang pedagang mengaku belum tahu aturan itu."
)
HOSTILE = (
    "<script>document.title='broken'</script> Wakil <b onmouseover=alert(1)>Bayu</b> berkata, "
    "\"Jangan </mark></p><img src=x onerror=\"document.title='broken'\"> percaya & 'tunduk'\"."
)
HOSTILE_WORDS = "Jangan </mark></p><img src=x onerror=\"document.title='broken'\"> percaya & 'tunduk'"


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def statement(text: str, *words: str, cue: str, rules: tuple[str, ...] = (), **more: object) -> Statement:
    settings = {"speaker": "e1", "speaker_name": "Wening Tirtasari", "mode": Mode.DIRECT, **more}
    return Statement(cue=at(text, cue), spans=tuple(at(text, piece) for piece in words), regulations=rules, **settings)


def waste(name: str, day: str) -> tuple[Article, Record]:
    """An article on waste with four statements: one across two paragraphs, one of somebody unnamed."""
    article = Article(
        id=name,
        url="https://kabar-selarong.example/sampah?a=1&b=2",
        outlet="Kabar Selarong",
        title="Buang Sampah ke Sungai, Warga Terancam Denda",
        date=day,
        text=TEXT,
    )
    office = "Dinas Kebersihan Kota Selarong"
    rule_at, fine_at = at(TEXT, "Peraturan Daerah Nomor 7 Tahun 2019"), at(TEXT, "denda Rp500 ribu")
    record = Record(
        id=name,
        entities=(
            Entity(
                key="e1",
                type=EntityType.PERSON,
                name="Wening Tirtasari",
                roles=(Role(position="Kepala", institution=office, region="Kota Selarong"),),
            ),
            Entity(key="e2", type=EntityType.INSTITUTION, name=office, kind="regional agency"),
            Entity(key="e3", type=EntityType.REGION, name="Kota Selarong"),
        ),
        mentions=(
            Mention(
                start=rule_at[0],
                end=rule_at[1],
                text=TEXT[slice(*rule_at)],
                type=MentionType.REGULATION,
                target=PERDA,
                how=How.EXPLICIT,
                provisions=("pasal 41",),
                in_force=day < FELL,
            ),
            Mention(
                start=fine_at[0],
                end=fine_at[1],
                text=TEXT[slice(*fine_at)],
                type=MentionType.SANCTION,
                target="denda",
                detail="Rp500 ribu",
                penalty=Penalty(
                    amount_from=500_000,
                    amount_to=500_000,
                    status=SanctionStatus.THREATENED,
                    regulation=PERDA,
                    provisions=("pasal 41",),
                ),
            ),
        ),
        regulations=(RegulationUse(id=PERDA, provisions=("pasal 41",)),),
        sanctions=(SanctionUse(kind="denda", detail="Rp500 ribu"),),
        statements=(
            statement(
                TEXT,
                "pelanggar Peraturan Daerah Nomor 7 Tahun 2019 dikenai denda Rp500 ribu",
                cue="mengatakan",
                source=at(TEXT, "Kepala Dinas Kebersihan Kota Selarong Wening Tirtasari"),
                mode=Mode.INDIRECT,
                rules=(PERDA,),
                sanctions=("denda",),
                confidence=0.95,
                act=Act.ANNOUNCES_SANCTION,
                act_at=at(TEXT, "dikenai denda Rp500 ribu"),
            ),
            statement(TEXT, "Kami mulai dengan teguran lisan", cue="kata"),
            statement(TEXT, "Kalau diulang, baru denda.", "Tidak ada pengecualian", cue="ujarnya", confidence=0.8),
            statement(
                TEXT,
                "belum tahu aturan itu",
                cue="mengaku",
                mode=Mode.INDIRECT,
                speaker="",
                speaker_name="?Seorang pedagang",
                confidence=0.5,
                modality=(Mark(kind=Modality.NEGATED, start=at(TEXT, "belum")[0], end=at(TEXT, "belum")[1]),),
            ),
        ),
    )
    return article, record


def hostile() -> tuple[Article, Record]:
    """An article in which everything tries to become markup."""
    article = Article(
        id='"><script>document.title="broken"</script>&id=x',
        url="javascript:document.title='broken'",
        outlet="<i>Kabar</i>",
        title="<script>document.title='broken'</script>",
        date="2024-05-01",
        text=HOSTILE,
    )
    name = "<b onmouseover=alert(1)>Bayu</b>"
    record = Record(
        id=article.id,
        entities=(Entity(key="e1", type=EntityType.PERSON, name=name),),
        statements=(
            statement(
                HOSTILE,
                HOSTILE_WORDS,
                cue="berkata",
                speaker_name=name,
                rules=("~<script>alert(1)</script>",),
            ),
        ),
    )
    return article, record


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of 26 articles: 25 like one another on different days, and a hostile one."""
    path = tmp_path_factory.mktemp("explorer") / "graph.lbug"
    build_graph(
        [*(waste(f"a{day}", f"2024-03-{day:02d}") for day in range(1, 26)), hostile()],
        path,
        registry={rule.id: rule for rule in RULES},
    )
    return path


@pytest.fixture(scope="module")
def site(graph_file: Path) -> Iterator[str]:
    with served(graph_file) as address:
        yield address


def numbers(page: Page) -> list[Locator]:
    return page.locator(".text .number").all()


def marks(page: Page) -> list[str]:
    return page.locator("article .text mark").all_text_contents()


def test_a_search_leads_to_a_statement_with_exactly_its_words_marked(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("Words of the statement").fill("lisan teguran")
    page.get_by_text("Speaker, place, rule").click()
    page.get_by_label("Speaker").fill("wening")
    page.get_by_label("Place").fill("selarong")
    page.get_by_label("From").fill("2024-03-09")
    page.get_by_label("To").fill("2024-03-09")
    follow(page.get_by_role("button", name="Search"))
    assert page.get_by_role("heading", name="1 statement", exact=True).is_visible()
    follow(page.locator(".statement blockquote a"))
    assert marks(page) == ["Kami mulai dengan teguran lisan"]
    assert page.locator(".byline").inner_text() == "Wening Tirtasari, Kepala, Dinas Kebersihan Kota Selarong"
    assert page.locator(".text .cue").all_text_contents() == ["kata"]
    assert page.locator(".copy").inner_text() == (
        "“Kami mulai dengan teguran lisan” — Wening Tirtasari, Kepala, Dinas Kebersihan Kota Selarong\n\n"
        "“Buang Sampah ke Sungai, Warga Terancam Denda”, Kabar Selarong, 9 March 2024, "
        "https://kabar-selarong.example/sampah?a=1&b=2"
    )
    original = page.get_by_role("link", name="Original article")
    assert original.get_attribute("href") == "https://kabar-selarong.example/sampah?a=1&b=2"
    permanent = page.get_by_role("link", name="Permanent link").get_attribute("href") or ""
    page.goto(site + permanent)
    assert marks(page) == ["Kami mulai dengan teguran lisan"]


@pytest.mark.parametrize(
    ("words", "heading", "name"),
    [("Wening", "People and institutions", "Wening Tirtasari"), ("perda 7/2019", "Rules", PERDA_NAME)],
)
def test_a_name_or_a_rule_among_the_words_is_found_though_no_statement_has_it(
    page: Page, site: str, words: str, heading: str, name: str
) -> None:
    page.goto(f"{site}/statement?id=nothing")
    page.get_by_label("Words of a statement, a name or a rule").fill(words)
    follow(page.get_by_role("button", name="Search"))
    assert page.get_by_role("heading", name=heading).is_visible()
    assert "What bears the name is listed above." in page.locator("main").inner_text()
    follow(page.locator(".ranking").get_by_role("link", name=name))
    assert page.get_by_role("heading", level=1).inner_text() == name


def test_a_misspelt_name_is_told_as_it_is_spelled(page: Page, site: str) -> None:
    page.goto(f"{site}/search?words=Wenning+Tirtosari")
    follow(page.locator("section", has=page.get_by_role("heading", name="Did you mean")).get_by_role("link").first)
    assert page.get_by_role("heading", level=1).inner_text() == "Wening Tirtasari"
    page.goto(f"{site}/search?words=wening")
    assert not page.get_by_role("heading", name="Did you mean").count()


def test_the_fields_that_narrow_a_search_stand_open_where_one_is_filled(page: Page, site: str) -> None:
    page.goto(f"{site}/search?words=teguran")
    assert not page.get_by_label("Place").is_visible()
    page.goto(f"{site}/search?place=selarong")
    assert page.get_by_label("Place").input_value() == "selarong"
    assert page.get_by_label("Place").is_visible()


def test_what_is_not_quoted_and_what_is_not_sure_is_told_beside_the_words(page: Page, site: str) -> None:
    page.goto(f"{site}/article?id=a1")
    told = [said.locator(".manner").all_inner_texts() for said in page.locator("aside .statement").all()]
    assert told == [
        ["in the paper’s words", "announces a sanction"],
        [],
        ["medium confidence, 80%"],
        ["in the paper’s words", "negated", "low confidence, 50%"],
    ]
    shown = [(n.get_attribute("data-number"), "doubtful" in (n.get_attribute("class") or "")) for n in numbers(page)]
    assert shown == [("1", False), ("2", False), ("3", True), ("3", True), ("4", True)]
    assert "low confidence, 50%" in (page.locator("#said-4").get_attribute("aria-label") or "")
    assert "not sure" in page.locator(".legend").inner_text()


def test_what_is_copied_tells_that_the_words_are_the_papers_and_that_they_are_not_sure(page: Page, site: str) -> None:
    page.goto(f"{site}/article?id=a1")
    assert page.locator("aside .byline").nth(3).inner_text().startswith("Seorang pedagang (nobody is named)")
    follow(page.locator("aside blockquote a").nth(3))
    copied = page.locator(".copy").inner_text()
    assert copied.startswith(
        "Seorang pedagang (nobody is named), reported in the paper’s words: belum tahu aturan itu\n"
    )
    assert "Low confidence, 50%: read the marked words" in page.locator(".notice").inner_text()


def test_words_in_two_paragraphs_are_marked_in_each(page: Page, site: str) -> None:
    page.goto(f"{site}/search?words=pengecualian&since=2024-03-02&until=2024-03-02")
    follow(page.locator(".statement blockquote a"))
    assert marks(page) == ["Kalau diulang, baru denda.", "Tidak ada pengecualian"]
    assert "medium" in page.locator(".facts").inner_text()


def test_a_statement_shows_its_rules_with_provisions_and_its_sanctions(page: Page, site: str) -> None:
    page.goto(f"{site}/search?words=pelanggar&since=2024-03-02&until=2024-03-02")
    follow(page.locator(".statement blockquote a"))
    facts = page.locator(".facts").inner_text()
    assert f"{PERDA_NAME} Pengelolaan Sampah, pasal 41" in facts
    assert "denda, Rp500 ribu Rp500,000, threatened · worded “denda Rp500 ribu”" in facts
    assert f"by {PERDA_NAME}, pasal 41" in facts
    assert "by “mengatakan”" in facts
    assert "high (0.95: the share of statements" in facts
    source = "Kepala Dinas Kebersihan Kota Selarong Wening Tirtasari"
    assert page.locator(".text .source").all_text_contents() == [source]
    follow(page.get_by_role("link", name=PERDA_NAME).first)
    assert page.get_by_role("heading", level=1).inner_text() == PERDA_NAME
    assert "25 statements" in page.locator("main").inner_text()
    assert page.locator(".facts code").all_inner_texts() == [PERDA, f"/akn/id/act/{PERDA}"]


def test_a_rule_shows_from_when_until_when_it_held_and_what_ended_it(page: Page, site: str) -> None:
    page.goto(f"{site}/rule?id={PERDA}")
    facts = page.locator(".facts").inner_text()
    assert "from 2019, no longer since 25 March 2024" in facts
    follow(page.locator(".facts div", has_text="Revoked by").get_by_role("link", name=NEWER_NAME))
    assert "Kebersihan Kota" in page.locator(".lead").inner_text()
    other = page.locator(".facts div", has_text="Revokes")
    assert f"{PERDA_NAME} Pengelolaan Sampah" in other.inner_text()
    assert "No article cites this rule" in page.locator("main").inner_text()


def test_a_citation_of_a_rule_that_had_fallen_by_then_is_marked_and_no_other(page: Page, site: str) -> None:
    page.goto(f"{site}/rule?id={PERDA}")
    badges = page.locator(".badge")
    assert badges.all_inner_texts() == ["This rule was no longer in force on that day"]
    marked = page.locator(".statement", has=badges)
    assert marked.locator("time").get_attribute("datetime") == FELL
    follow(marked.locator("blockquote a"))
    assert page.locator(".facts .badge").inner_text() == "no longer in force on that day"
    page.goto(f"{site}/search?words=pelanggar&until=2024-03-24")
    follow(page.locator(".statement blockquote a").first)
    assert PERDA_NAME in page.locator(".facts").inner_text()
    assert page.locator(".badge").count() == 0


def test_a_long_list_comes_in_pages_newest_first(page: Page, site: str) -> None:
    page.goto(f"{site}/rule?id={PERDA}")
    days = page.locator(".statement time")
    first = [days.nth(i).get_attribute("datetime") for i in range(days.count())]
    follow(page.get_by_role("link", name="Older"))
    rest = [days.nth(i).get_attribute("datetime") for i in range(days.count())]
    assert [*first, *rest] == [f"2024-03-{day:02d}" for day in range(25, 0, -1)]
    assert page.get_by_text("Page 2 of 2").is_visible()
    follow(page.get_by_role("link", name="Newer"))
    assert page.get_by_text("Page 1 of 2").is_visible()


def test_who_is_joined_from_several_articles_is_said_to_be_judged_so(site: str) -> None:
    found = httpx.get(f"{site}/search", params={"speaker": "wening"}).text
    (joined,) = re.findall(r'href="(/person\?id=[^"]+)">Wening Tirtasari</a> <span class="where"', found)
    assert "is judged by names, posts and places" in httpx.get(site + joined).text
    (alone,) = re.findall(r'href="(/person[^"]+)"', httpx.get(f"{site}/search", params={"speaker": "Bayu"}).text)[:1]
    assert "is judged by" not in httpx.get(site + unescape(alone)).text


def test_a_person_leads_to_the_institution_and_back(page: Page, site: str) -> None:
    page.goto(site)
    follow(page.get_by_role("link", name="Wening Tirtasari"))
    post = page.locator(".posts li").inner_text()
    assert "Kepala, Dinas Kebersihan Kota Selarong" in post
    assert "1 March 2024 to 25 March 2024 · 25 articles" in post
    follow(page.locator(".posts [lang] a"))
    assert page.get_by_role("heading", level=1).inner_text() == "Dinas Kebersihan Kota Selarong"
    assert page.locator(".posts a").inner_text() == "Wening Tirtasari"
    assert page.get_by_role("heading", name="75 statements", exact=True).is_visible()
    assert "or by those who hold a post in it" in page.locator("main").inner_text()


def test_an_article_shows_all_its_statements_marked_and_listed(page: Page, site: str) -> None:
    page.goto(f"{site}/article?id=a3")
    linked = page.locator("article > .facts a").all_text_contents()
    assert linked == [PERDA_NAME, PERDA_NAME], "the rule, and that of the sanction"
    assert marks(page) == [
        "pelanggar Peraturan Daerah Nomor 7 Tahun 2019 dikenai denda Rp500 ribu",
        "Kami mulai dengan teguran lisan",
        "Kalau diulang, baru denda.",
        "Tidak ada pengecualian",
        "belum tahu aturan itu",
    ]
    assert page.locator("article .text p").all_text_contents() == TEXT.split("\n")
    assert page.locator("aside .statement").count() == 4
    assert page.locator("aside .unnamed").inner_text() == "Seorang pedagang"
    follow(page.locator(".text mark a").last)
    assert marks(page) == ["belum tahu aturan itu"]


def test_hostile_text_stays_text(page: Page, site: str) -> None:
    page.goto(f"{site}/search?words=Jangan&rule=%3Cscript%3E")
    follow(page.locator(".statement blockquote a"))
    assert marks(page) == [HOSTILE_WORDS]
    assert page.locator("article .text p").all_text_contents() == [HOSTILE]
    assert page.locator("main img, main script, main b, main i").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.get_by_role("link", name="Original").count() == 0
    assert "broken" not in page.title().replace("document.title='broken'", "")
    for link in ("main .speaker", "main .where a", "main .facts a"):
        follow(page.locator(link).first)
        assert page.locator("main img, main script, main b, main i").count() == 0
        assert page.locator("h1").inner_text().strip() in {
            "<b onmouseover=alert(1)>Bayu</b>",
            "<script>document.title='broken'</script>",
            "<script>alert(1)< (no number known)",
        }
        page.go_back()


def test_what_is_searched_for_is_shown_as_text(page: Page, site: str) -> None:
    page.goto(f"{site}/search?words=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&since=%3Cb%3Ekemarin")
    assert page.get_by_label("Words of the statement").input_value() == '"><script>alert(1)</script>'
    assert "“<b>kemarin” is no date" in page.get_by_role("status").first.inner_text()
    assert page.get_by_text("No statement fits.").is_visible()


def test_an_unknown_id_is_not_found(page: Page, site: str) -> None:
    for kind in ("statement", "article", "rule", "person", "institution"):
        answer = page.goto(f"{site}/{kind}?id=%3Cnowhere%3E")
        assert answer is not None
        assert answer.status == 404
        assert f"no {kind} with the id “<nowhere>”" in page.locator("main").inner_text()


def test_pages_fit_a_phone_and_can_be_walked_with_the_keyboard(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    for path in ("/", "/search?words=denda", f"/rule?id={PERDA}", f"/rule?id={NEWER}", "/article?id=a3", "/article"):
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.goto(f"{site}/search?words=denda")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    context.close()


@pytest.mark.parametrize(
    "path", ["/", "/search?words=x", "/article?id=a1", "/rule?id=x", "/nowhere", "/static/explorer.css"]
)
def test_every_answer_is_locked_down(site: str, path: str) -> None:
    headers = httpx.get(site + path).headers
    policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    assert headers["content-security-policy"] == policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost", 200),
        ("LOCALHOST:80", 200),
        ("[::1]:8765", 200),
        ("rebound.example", 421),
        ("127.0.0.1.rebound.example:80", 421),
        ("", 421),
    ],
)
def test_only_requests_for_this_machine_are_answered(site: str, host: str, status: int) -> None:
    assert httpx.get(site, headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-3",
        "page=x",
        "page=99999999999999999999",
        "page=7",
        "words=%00%ff",
        f"words={'x' * 5000}",
        "words=a+b+c+d+e",
        "until=2024-13-01",
        "rule=%25_'\"\\",
    ],
)
def test_no_search_breaks_the_page(site: str, query: str) -> None:
    assert httpx.get(f"{site}/search?{query}").status_code == 200


def test_only_reading_is_possible(site: str) -> None:
    assert httpx.post(site + "/search", data={"words": "x"}).status_code == 405


def test_a_rule_is_found_by_its_id_its_number_its_title_or_how_it_is_cited(site: str) -> None:
    for asked in (
        PERDA,
        "perda-kota-selarong/2019",
        "selarong",
        "pengelolaan",
        "peraturan daerah nomor 7",
        "Perda Kota Selarong Nomor 7 Tahun 2019",
        "perda 7/2019",
    ):
        answer = httpx.get(f"{site}/search", params={"rule": asked}).text
        assert "25 statements</h2>" in answer.replace("\n", ""), asked
    assert "0 statements</h2>" in httpx.get(f"{site}/search", params={"rule": "perda-kota-selarong/20"}).text
    assert "0 statements</h2>" in httpx.get(f"{site}/search", params={"rule": "perda kota metro 7/2019"}).text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"act": "announces-sanction"}, 25),
        ({"modality": "negated"}, 25),
        ({"act": "announces-sanction", "modality": "negated"}, 0),
        ({"act": "warns"}, 0),
        ({"act": "shouts"}, 101),
    ],
)
def test_statements_are_found_by_act_and_modality(site: str, asked: dict[str, str], found: int) -> None:
    answer = httpx.get(f"{site}/search", params=asked).text.replace("\n", "")
    assert f"{found} statements</h2>" in answer
    assert ("“shouts” is none of states, warns, " in answer) == ("shouts" in asked.values())
    for value in asked.values():
        assert (f'<option value="{value}" selected>' in answer) == (value != "shouts")


def test_a_statement_shows_its_act_and_modality_with_the_words_that_tell_them(page: Page, site: str) -> None:
    page.goto(f"{site}/search?act=announces-sanction&until=2024-03-01")
    assert page.locator(".statements .manner").all_inner_texts() == ["in the paper’s words", "announces a sanction"]
    follow(page.locator(".statement blockquote a"))
    assert "announces a sanction, by “dikenai denda Rp500 ribu”" in page.locator(".facts").inner_text()
    assert page.locator("article .text .telling").all_text_contents() == ["dikenai ", "denda Rp500 ribu"]
    page.goto(f"{site}/search?modality=negated&until=2024-03-01")
    follow(page.locator(".statement blockquote a"))
    assert "by “belum”" in page.locator(".facts").inner_text()
    assert marks(page) == ["belum tahu aturan itu"]
    assert page.locator("article .text mark .telling").all_text_contents() == ["belum"]


def test_an_empty_graph_says_what_to_do(tmp_path: Path) -> None:
    build_graph([], tmp_path / "graph.lbug")
    with served(tmp_path / "graph.lbug") as site:
        assert "holds no statements yet" in httpx.get(site).text
        assert "No statement fits" in httpx.get(f"{site}/search?words=x&rule=x&speaker=x").text
        assert httpx.get(f"{site}/rule?id=uu/2014/5").status_code == 404


def test_a_graph_rebuilt_while_serving_is_served_at_once(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    build_graph([waste("old", "2024-03-01")], path)
    with served(path) as site:
        assert httpx.get(f"{site}/article?id=old").status_code == 200
        build_graph([waste("new", "2024-03-02")], path)
        assert httpx.get(f"{site}/article?id=old").status_code == 404
        assert httpx.get(f"{site}/article?id=new").status_code == 200
        path.unlink()
        gone = httpx.get(site)
        assert gone.status_code == 503
        assert "wartagraf build" in gone.text
        path.write_bytes(b"no graph")
        assert httpx.get(site).status_code == 503
        path.unlink()
        build_graph([waste("again", "2024-03-03")], path)
        assert httpx.get(f"{site}/article?id=again").status_code == 200


def test_serving_needs_a_graph_and_a_free_port(tmp_path: Path, graph_file: Path) -> None:
    with pytest.raises(GraphError, match="wartagraf build"):
        serve(tmp_path / "graph.lbug")
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(GraphError, match="try another --port"),
    ):
        serve(graph_file, port=taken.getsockname()[1])


def test_serving_tells_its_address_and_ends_quietly_with_ctrl_c(graph_file: Path) -> None:
    code = "import sys, pathlib; from graph.explorer import serve; serve(pathlib.Path(sys.argv[1]), port=0)"
    command = [sys.executable, "-c", code, graph_file]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        told = server.stderr.readline()
        assert "Wening Tirtasari" in httpx.get(told.split()[2]).text
        server.send_signal(signal.SIGINT)
        assert server.stderr.read() == ""
        assert server.wait(10) == 0
