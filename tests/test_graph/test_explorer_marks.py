"""What is marked in the text of an article, as a journalist reads it: by mouse, by keyboard, by light and by night."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from corpus import Article
from extract.record import (
    Entity,
    EntityType,
    How,
    MentionType,
    Mode,
    Penalty,
    Pin,
    Record,
    RegulationUse,
    Role,
    SanctionStatus,
    SanctionUse,
    Statement,
)
from extract.rules.registry import KnownRule
from graph.identity.keeping import Joiner
from graph.loading import build_graph
from tests.test_graph import mentions as places
from tests.test_graph.browsing import follow, served, visiting

TEXT = (
    "🏛️ METRO – Wali Kota Metro Budi Hartawan mengatakan ⚖️, “naïf” kalau Perda Nomor 7 Tahun 2019 diabaikan: "
    "pelanggar Pasal 41 terancam denda Rp500 ribu 👩‍⚖️.\n"
    "Perda Nomor 7 Tahun 2019 itu, kata Sari Melati mengutip Budi, “menurut saya berat, denda Rp500 ribu” bagi warga.\n"
    "PP Nomor 53 Tahun 2010 juga disebut. BUDI diam."
)
LATER = "“Sampah itu urusan kita bersama,” kata Wali Kota Metro."
PERDA, FALLEN = "perda-kota-metro/2019/7", "pp/2010/53"
PERDA_NAME, FALLEN_NAME = "Perda Kota Metro 7/2019", "PP 53/2010"
RULES = (
    KnownRule(id=FALLEN, title="Disiplin", in_force_from="2010", in_force_until="2021-08-31", checked="test"),
    KnownRule(id=PERDA, title="Sampah", in_force_from="2019", checked="test"),
)


at, named = partial(places.at, TEXT), partial(places.mention, TEXT)


def told() -> tuple[Article, Record]:
    """A rule named twice and pinned, a fine named twice, a fallen rule, two statements that overlap."""
    perda, fine = "Perda Nomor 7 Tahun 2019", "denda Rp500 ribu"
    pin = Pin(start=at("Pasal 41")[0], end=at("Pasal 41")[1], provisions=("pasal 41",))
    penalty = Penalty(amount_from=500_000, amount_to=500_000, status=SanctionStatus.THREATENED, regulation=PERDA)
    mayor = Role(position="Wali Kota", region="Kota Metro")
    record = Record(
        id="a1",
        entities=(
            Entity(key="e1", type=EntityType.PERSON, name="Budi Hartawan", roles=(mayor,)),
            Entity(key="e2", type=EntityType.PERSON, name="Sari Melati"),
            Entity(key="e3", type=EntityType.REGION, name="Kota Metro", code="18.72"),
        ),
        mentions=(
            named("Budi Hartawan", MentionType.PERSON, "e1", nth=1),
            named("Budi", MentionType.PERSON, "e1", nth=2),
            named(perda, MentionType.REGULATION, PERDA, nth=1, how=How.EXPLICIT, pins=(pin,), in_force=True),
            named(perda, MentionType.REGULATION, PERDA, nth=2, how=How.EXPLICIT),
            named("PP Nomor 53 Tahun 2010", MentionType.REGULATION, FALLEN, nth=1, how=How.EXPLICIT, in_force=False),
            named(fine, MentionType.SANCTION, "denda", nth=1, detail="Rp500 ribu", penalty=penalty),
            named(fine, MentionType.SANCTION, "denda", nth=2, detail="Rp500 ribu", penalty=penalty),
        ),
        regulations=(RegulationUse(id=PERDA, provisions=("pasal 41",)), RegulationUse(id=FALLEN)),
        sanctions=(SanctionUse(kind="denda", detail="Rp500 ribu"),),
        statements=(
            Statement(
                speaker="e1",
                speaker_name="Budi Hartawan",
                mode=Mode.INDIRECT,
                cue=at("mengatakan"),
                source=at("Wali Kota Metro Budi Hartawan"),
                spans=(
                    at("“naïf” kalau Perda Nomor 7 Tahun 2019 diabaikan: pelanggar Pasal 41 terancam denda Rp500 ribu"),
                ),
                regulations=(PERDA,),
                sanctions=("denda",),
                confidence=0.95,
            ),
            Statement(
                speaker="e2",
                speaker_name="Sari Melati",
                mode=Mode.INDIRECT,
                cue=at("kata"),
                source=at("Sari Melati"),
                spans=(at("menurut saya berat, denda Rp500 ribu” bagi warga"),),
                confidence=0.6,
            ),
            Statement(
                speaker="e1",
                speaker_name="Budi Hartawan",
                mode=Mode.DIRECT,
                spans=(at("menurut saya berat, denda Rp500 ribu"),),
                sanctions=("denda",),
            ),
        ),
    )
    place = {"title": "Wali Kota soal Perda", "outlet": "Kabar Metro", "date": "2024-03-01", "section": "Pemerintahan"}
    return Article(id="a1", text=TEXT, editor="Dewi", place="Metro", **place), record


def by_post() -> tuple[Article, Record]:
    """A statement of a post: nobody is named."""
    said = Statement(
        speaker="",
        speaker_name="?Wali Kota Metro",
        mode=Mode.DIRECT,
        cue=places.at(LATER, "kata"),
        source=places.at(LATER, "Wali Kota Metro"),
        spans=(places.at(LATER, "Sampah itu urusan kita bersama"),),
        confidence=0.9,
    )
    region = Entity(key="e3", type=EntityType.REGION, name="Kota Metro", code="18.72")
    article = Article(id="a2", text=LATER, title="Soal sampah", date="2024-03-05")
    return article, Record(id="a2", entities=(region,), statements=(said,))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("marks")
    registry = {rule.id: rule for rule in RULES}
    joiner = Joiner([], folder / "identity")
    build_graph([told(), by_post()], folder / "graph.lbug", registry=registry, joined=joiner)
    with served(folder / "graph.lbug") as address:
        yield address


def texts(page: Page, selector: str) -> list[str]:
    return page.locator(f".text {selector}").all_text_contents()


def test_rules_sanctions_speakers_and_cues_are_marked_where_they_stand_also_beside_emoji(page: Page, site: str) -> None:
    page.goto(f"{site}/article?id=a1")
    assert page.locator(".text p").all_text_contents() == TEXT.split("\n")
    perda, fine = "Perda Nomor 7 Tahun 2019", "denda Rp500 ribu"
    assert texts(page, ".rule") == [perda, "Pasal 41", perda, "PP Nomor 53 Tahun 2010"]
    assert texts(page, ".sanction") == [fine, fine]
    assert texts(page, ".source") == ["Wali Kota Metro Budi Hartawan", "Sari Melati"]
    assert texts(page, ".cue") == ["mengatakan", "kata"]
    assert texts(page, ".fallen") == ["PP Nomor 53 Tahun 2010"]
    assert "no longer in force" in (page.locator(".text .fallen").get_attribute("title") or "")


def test_statements_that_overlap_and_what_stands_in_them_stay_apart(page: Page, site: str) -> None:
    page.goto(f"{site}/article?id=a1")
    assert texts(page, "mark") == [
        "“naïf” kalau Perda Nomor 7 Tahun 2019 diabaikan: pelanggar Pasal 41 terancam denda Rp500 ribu",
        "menurut saya berat, denda Rp500 ribu",
        "” bagi warga",
    ]
    assert texts(page, "mark.twice") == ["menurut saya berat, denda Rp500 ribu"]
    assert [page.locator(".text mark a a").count(), page.locator(".text a.number[id]").count()] == [0, 3]


def test_a_click_on_a_mark_leads_to_what_it_is(page: Page, site: str) -> None:
    for selector, nth, heading in (
        ("mark .rule", 0, PERDA_NAME),
        (".fallen", 0, FALLEN_NAME),
        (".sanction", 0, PERDA_NAME),
        (".source", 1, "Sari Melati"),
        (".number", 1, "Statement of Budi Hartawan"),
    ):
        page.goto(f"{site}/article?id=a1")
        follow(page.locator(f".text {selector}").nth(nth))
        assert page.locator("h1").inner_text() == heading
    page.goto(f"{site}/article?id=a1")
    follow(page.locator(".text").get_by_text("diabaikan: pelanggar"))
    assert page.locator("blockquote").inner_text().startswith("“naïf” kalau Perda")


def test_the_list_beside_the_text_leads_to_the_very_words_and_tells_the_same_number(page: Page, site: str) -> None:
    page.goto(f"{site}/article?id=a1")
    beside = page.locator("aside .number")
    assert [link.get_attribute("data-number") for link in beside.all()] == ["1", "2", "3"]
    follow(beside.nth(2))
    assert page.url.endswith("#said-3")
    assert (
        page.locator("#said-3").get_attribute("aria-label") == "Statement 3, said by Sari Melati, low confidence, 60%"
    )
    assert "low confidence" in page.locator("aside .statement").nth(2).inner_text()


def test_the_marks_can_be_walked_with_the_keyboard_each_once(browser: Browser, site: str) -> None:
    with visiting(browser) as page:
        page.goto(f"{site}/article?id=a1")
        page.evaluate("document.querySelector('.legend').tabIndex = -1; document.querySelector('.legend').focus()")
        reached = []
        for _ in range(10):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.textContent || document.activeElement.ariaLabel"))
        perda, fine = "Perda Nomor 7 Tahun 2019", "denda Rp500 ribu"
        assert reached == [
            *("Wali Kota Metro Budi Hartawan", "Statement 1, said by Budi Hartawan", perda, "Pasal 41", fine),
            *(perda, "Sari Melati", "Statement 2, said by Budi Hartawan"),
            *("Statement 3, said by Sari Melati, low confidence, 60%", fine),
        ]
        page.keyboard.press("Enter")
        page.wait_for_url("**/rule?**")


def test_each_kind_of_mark_has_a_shape_of_its_own_and_not_only_a_colour(browser: Browser, site: str) -> None:
    with visiting(browser) as page:
        page.goto(f"{site}/article?id=a1")
        shape = "e => (s => [s.textDecorationLine, s.textDecorationStyle, s.borderBottomStyle])(getComputedStyle(e))"
        kinds = ("a.source", ".cue", "a.rule:not(.fallen)", ".fallen", ".sanction", "mark > a:not([class])")
        shapes = [tuple(page.locator(f".text {kind}").first.evaluate(shape)) for kind in kinds]
        assert len(set(shapes)) == len(kinds), shapes


def test_a_rule_leads_to_the_articles_that_cite_it_and_by_which_words(page: Page, site: str) -> None:
    page.goto(f"{site}/rule?id={FALLEN}")
    assert "Articles cite this rule, but no statement does." in page.locator("main").inner_text()
    assert "as “PP Nomor 53 Tahun 2010”" in page.locator(".names").inner_text()
    follow(page.locator(".names a"))
    assert texts(page, ".fallen") == ["PP Nomor 53 Tahun 2010"]


def test_a_legend_tells_what_is_marked_and_nothing_else(page: Page, site: str) -> None:
    page.goto(f"{site}/article?id=a1")
    assert page.get_by_role("list", name="What the marks mean").locator("li").all_inner_texts() == [
        "words of a statement, after its number",
        "not sure: read before you rely on it",
        "who is named for them",
        "the reporting word",
        "a rule",
        "a rule not in force on that day",
        "a sanction",
    ]
    page.goto(f"{site}/article?id=a2")
    assert page.get_by_role("list", name="What the marks mean").locator("li").count() == 4


def test_an_article_tells_its_rules_with_their_force_its_sanctions_and_what_the_paper_says_of_it(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/article?id=a1")
    facts = page.locator("article > .facts").inner_text()
    assert f"{PERDA_NAME} Sampah, pasal 41 cited as “Perda Nomor 7 Tahun 2019” · in force on that day" in facts
    assert page.locator("article > .facts .badge").all_inner_texts() == ["no longer in force on that day"]
    assert "denda, Rp500 ribu Rp500,000, threatened" in facts
    assert "Pemerintahan · edited by Dewi · told from Metro" in page.locator("article > .where").inner_text()


# The least contrast of any text in the element with what is painted behind it.
CONTRAST = """root => {
  const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length > 3 ? m : [...m, 1] }
  const light = c => { const [r, g, b] = c.slice(0, 3).map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b }
  const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor)
      if (c[3] > 0) return c } return [255, 255, 255, 1] }
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05) }
  let least = 99
  for (const e of root.querySelectorAll('*')) {
    if ([...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
      least = Math.min(least, ratio(parse(getComputedStyle(e).color), behind(e)))
    const before = getComputedStyle(e, '::before')
    if (e.matches('.number')) least = Math.min(least, ratio(parse(before.color), parse(before.backgroundColor)))
  }
  return least
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_all_text_can_be_read_by_light_and_by_night(dark: bool, browser: Browser, site: str) -> None:
    with visiting(browser, dark=dark) as page:
        page.goto(f"{site}/article?id=a1")
        link = page.locator("aside blockquote a").first.get_attribute("href") or ""
        person = page.locator("aside a.speaker").first.get_attribute("href") or ""
        for path in ("/", "/article?id=a1", link, person, f"/rule?id={FALLEN}", "/search?words=denda"):
            page.goto(site + path)
            assert page.locator("body").evaluate(CONTRAST) >= 4.5, path


def test_a_speaker_that_only_the_post_tells_is_said_to_be_so(page: Page, site: str) -> None:
    page.goto(f"{site}/article?id=a2")
    assert "speaker found by post" in page.locator("aside .byline").inner_text()
    follow(page.locator("aside blockquote a"))
    speaker = page.locator(".facts div", has_text="Speaker").first.inner_text()
    assert "found by the post: the article names only “Wali Kota Metro”" in speaker
    assert "0.72" in page.locator(".facts").inner_text()
    follow(page.get_by_role("link", name="say who held it"))
    assert page.get_by_role("heading", level=1).inner_text() == "Budi Hartawan"


def test_a_statement_tells_by_which_words_its_speaker_is_known(page: Page, site: str) -> None:
    page.goto(f"{site}/article?id=a1")
    follow(page.locator("aside blockquote a").first)
    assert "in the article as “Wali Kota Metro Budi Hartawan”" in page.locator(".facts").inner_text()
    assert texts(page, "mark .rule") == ["Perda Nomor 7 Tahun 2019", "Pasal 41"]
    page.goto(f"{site}/article?id=a1")
    follow(page.locator("aside blockquote a").nth(1))
    assert "named before" in page.locator(".facts").inner_text()


def test_other_names_and_posts_lead_to_the_words_that_tell_them(page: Page, site: str) -> None:
    page.goto(f"{site}/search?speaker=hartawan")
    follow(page.locator(".ranking a").first)
    names = page.locator("ul.names").first.inner_text()
    assert "Budi" in names
    assert "in 1 article" in names
    follow(page.get_by_role("link", name="Wali Kota soal Perda").first)
    assert texts(page, ".form") == ["Wali Kota", "Budi Hartawan", "Budi", "BUDI"]
    assert "names and posts of Budi Hartawan" in page.locator(".legend").inner_text()
    page.go_back()
    follow(page.get_by_role("link", name="read it"))
    assert "Wali Kota" in texts(page, ".form")


def test_an_unknown_name_marks_nothing_more(page: Page, site: str) -> None:
    page.goto(f"{site}/article?id=a1&of=nobody")
    assert texts(page, ".form") == []
    assert page.locator(".notice").count() == 0
