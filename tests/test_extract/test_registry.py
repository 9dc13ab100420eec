"""The registry of national rules, row by row, and its reader against damaged files."""

import re
from itertools import combinations

import pytest

import extract.lexicon
import extract.rules.registry
from extract.lexicon import LexiconError, read_tsv
from extract.rules.registry import (
    _rules_by_name,
    in_force,
    known_rules,
    nicknames,
    resolve_nickname,
    rules_called,
    title_of,
)

COLUMNS = (
    *("id", "title", "nicknames", "since", "until", "in_force_from", "in_force_until"),
    *("amends", "revokes", "enacts", "checked", "dates_checked"),
)
HEADER = "# a comment\n" + "\t".join(COLUMNS) + "\n"
RULES = list(known_rules().values())
YEARLESS = {"kuhp", "kuhap", "kuhper"}


@pytest.fixture
def registry(tmp_path, monkeypatch):
    """Puts rows in the place of the registry."""

    def forget():
        for cached in (read_tsv, known_rules, _rules_by_name, nicknames):
            cached.cache_clear()

    def write(*rows):
        (tmp_path / "registry.tsv").write_text(HEADER + "\n".join(rows), "utf-8")
        forget()

    for module in (extract.lexicon, extract.rules.registry):
        monkeypatch.setattr(module, "files", lambda _: tmp_path)
    yield write
    forget()


def row(**cells):
    sound = {"id": "uu/2001/1", "title": "Contoh", "checked": "news citation"}
    return "\t".join((sound | cells).get(column, "") for column in COLUMNS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_row_is_well_formed(rule):
    kind, year, number = rule.id.split("/")
    assert (kind in YEARLESS) or re.fullmatch(r"19[4-9]\d|20[0-4]\d", year)
    assert number or kind in YEARLESS | {"uud"}
    assert rule.title == " ".join(rule.title.split()).strip(" .,;")
    assert not rule.title.lower().startswith("tentang")
    assert re.fullmatch(r"[\w. ]{5,40}", rule.checked)
    assert re.fullmatch(r"[\w. ]{5,40}" if rule.in_force_from or rule.in_force_until else "", rule.dates_checked)
    for day in filter(None, (rule.since, rule.until, rule.in_force_from, rule.in_force_until)):
        assert day[:4] >= rule.year
    assert rule.nicknames or not (rule.since or rule.until)


def test_the_registry_knows_the_rules_that_news_cites_most():
    assert len(RULES) >= 300
    assert {rule.type for rule in RULES} >= {"uu", "perppu", "pp", "perpres", "inpres", "pkpu", "perma", "tap-mpr"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_relations_name_other_rules_of_the_registry_that_are_not_younger(rule):
    for other in (*rule.amends, *rule.revokes, *rule.enacts):
        assert other != rule.id
        assert other in known_rules()
        assert known_rules()[other].year <= rule.year


def test_an_act_amends_what_its_title_says_and_nothing_else():
    said = re.compile(r"Perubahan (?:\w+ )?atas (Undang-Undang|Peraturan [\w ]+) Nomor (\d+) Tahun (\d{4})")
    for rule in RULES:
        match = said.match(rule.title)
        kind = "uu" if match and match[1] == "Undang-Undang" else rule.type
        assert rule.amends == ((f"{kind}/{match[3]}/{match[2]}",) if match else ()), rule.id


def test_an_act_enacts_what_its_title_says_and_nothing_else():
    said = re.compile(r"Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor (\d+) Tahun (\d{4})")
    for rule in RULES:
        match = said.match(rule.title)
        assert rule.enacts == ((f"perppu/{match[2]}/{match[1]}",) if match else ()), rule.id


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.revokes], ids=lambda rule: rule.id)
def test_a_rule_falls_when_the_younger_one_that_revokes_it_begins(rule):
    for fallen in map(known_rules().get, rule.revokes):
        assert fallen.year < rule.year
        assert fallen.in_force_until[:4] >= rule.year
        if rule.in_force_from:
            assert fallen.in_force_until == rule.in_force_from


def test_no_nickname_means_two_rules_on_one_day():
    for one, other in combinations(RULES, 2):
        if one.type == other.type and set(one.nicknames) & set(other.nicknames):
            older, younger = sorted((one, other), key=lambda rule: rule.since or rule.year)
            assert "" < older.until <= (younger.since or younger.year), (one.id, other.id)


def test_no_nickname_outlives_the_rule_it_means():
    fallen = {other for rule in RULES for other in rule.revokes}
    for rule in RULES:
        assert rule.until or not rule.nicknames or rule.id not in fallen, rule.id


def test_a_nickname_means_nothing_before_its_rule_was_made():
    assert resolve_nickname("uu", "TPKS", "2021-12-31") == ""
    assert resolve_nickname("uu", "TPKS", "2022-06-01") == "uu/2022/12"


def test_a_nickname_means_the_rule_in_force_on_the_day():
    days = ("2022-12-29", "2023-01-15", "2023-03-31")
    ids = [resolve_nickname("uu", "Cipta Kerja", day) for day in days]
    assert ids == ["uu/2020/11", "", "uu/2023/6"]
    assert resolve_nickname("uu", "ASN", "2023-10-30") == "uu/2014/5"
    assert resolve_nickname("uu", "ASN", "2023-10-31") == "uu/2023/20"
    assert resolve_nickname("pp", "disiplin  PNS", "2021-08-30") == "pp/2010/53"
    assert resolve_nickname("pp", "Disiplin PNS", "2021-08-31") == "pp/2021/94"


def test_all_rules_that_ever_had_a_nickname_are_told():
    assert rules_called("uu", "Tipikor") >= {"uu/1999/31"}
    assert rules_called("uu", "ASN") == {"uu/2014/5", "uu/2023/20"}
    assert rules_called("pp", "ASN") == frozenset()


def test_without_a_day_a_nickname_of_two_rules_or_of_a_past_one_means_none():
    assert resolve_nickname("uu", "Kesehatan") == ""
    assert resolve_nickname("uu", "Kesehatan Jiwa") == ""
    assert resolve_nickname("uu", "Pers") == "uu/1999/40"


@pytest.mark.parametrize(
    ("rule_id", "day", "answer"),
    [
        ("uu/2014/5", "2014-01-14", False),
        ("uu/2014/5", "2014-01-15", True),
        ("uu/2014/5", "2023-10-30", True),
        ("uu/2014/5", "2023-10-31", False),
        ("uu/2023/20", "2023-10-31", True),
        ("uu/2004/32", "2014-10-01", True),
        ("uu/2004/32", "2014-10-02", False),
        ("uu/2023/1", "2023-06-01", False),
        ("uu/2023/1", "2026-01-02", True),
        ("uu/1946/1", "2026-01-01", True),
        ("uu/1946/1", "2026-01-02", False),
        ("uu/1981/8", "2026-01-01", True),
        ("uu/1981/8", "2026-01-02", False),
        ("uu/2025/20", "2025-12-31", False),
        ("kuhp//", "2026-02-01", True),
        ("uu/1999/8", "2000-04-19", False),
        ("uu/2008/11", "2020-01-01", True),
        ("pp/2012/82", "2019-10-10", False),
        ("perpres/2021/10", "2021-03-03", False),
        ("perpres/2021/10", "2021-03-04", True),
        ("perpres/2016/44", "2021-03-04", False),
        ("perpres/2018/35", "2025-10-10", False),
        ("pp/2014/79", "2024-06-01", True),
        ("pp/2014/79", "2026-01-01", False),
    ],
)
def test_a_rule_is_in_force_from_its_first_day_and_before_the_day_it_fell(rule_id, day, answer):
    assert in_force(rule_id, day) is answer


@pytest.mark.parametrize(
    ("rule_id", "day"),
    [("uu/1999/4000", "2020-01-01"), ("perppu/2022/2", "2023-01-15"), ("uu/2014/5", "")],
    ids=["unknown rule", "unknown days", "no day"],
)
def test_whether_a_rule_is_in_force_is_open_where_nothing_tells(rule_id, day):
    assert in_force(rule_id, day) is None


def test_a_bare_year_leaves_that_year_open(registry):
    registry(row(in_force_from="2001", in_force_until="2005", dates_checked="later citation"))
    days = (
        "2000-12-31",
        "2001-01-01",
        "2001-12-31",
        "2002-01-01",
        "2004-12-31",
        "2005-01-01",
        "2005-12-31",
        "2006-01-01",
    )
    assert [in_force("uu/2001/1", day) for day in days] == [False, None, None, True, True, None, None, False]


def test_a_day_in_force_goes_together_with_a_bare_year(registry):
    registry(row(in_force_from="2001-03-04", in_force_until="2005", dates_checked="text of the act"))
    days = ("2001-03-03", "2001-03-04", "2005-07-01", "2006-01-01")
    assert [in_force("uu/2001/1", day) for day in days] == [False, True, None, False]


def test_a_rule_that_fell_is_out_of_force_though_its_first_day_is_not_known(registry):
    registry(row(in_force_until="2005-06-07", dates_checked="text of the act"))
    assert [in_force("uu/2001/1", day) for day in ("2004-01-01", "2005-06-06", "2005-06-07")] == [None, None, False]


@pytest.mark.parametrize("long", ["kesehatan jiwa", "perdagangan berjangka komoditi", "lalu lintas devisa"])
def test_a_long_name_is_not_cut_to_the_name_of_another_rule(long):
    assert nicknames("uu").match(f"{long} berlaku").end() == len(long)


def test_titles_answer_for_known_rules_only():
    assert title_of("uu/1999/40") == "Pers"
    assert title_of("uu/1999/4000") == ""


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([row(), row(id="uu-2001-2")], "registry.tsv:4: 'uu-2001-2' is no regulation id"),
        ([row(amends="uu 2000/1")], "registry.tsv:3: 'uu' is no regulation id"),
        ([row(), "", row()], "registry.tsv:5: uu/2001/1 stands twice"),
        ([row(since="2001-02-30")], "registry.tsv:3: uu/2001/1: '2001-02-30' is no day (YYYY-MM-DD)"),
        ([row(until="20010203")], "registry.tsv:3: uu/2001/1: '20010203' is no day (YYYY-MM-DD)"),
        (
            [row(since="2003-01-01", until="2002-01-01")],
            "registry.tsv:3: uu/2001/1: 2003-01-01 is not before 2002-01-01",
        ),
        ([row(in_force_from="99")], "registry.tsv:3: uu/2001/1: '99' is no day (YYYY-MM-DD)"),
        (
            [row(in_force_from="2003", in_force_until="2003", dates_checked="later citation")],
            "registry.tsv:3: uu/2001/1: 2003 is not before 2003",
        ),
        ([row(in_force_until="2003")], "registry.tsv:3: uu/2001/1 has no 'dates_checked'"),
        ([row(in_force_from="2003")], "registry.tsv:3: uu/2001/1 has no 'dates_checked'"),
        ([row(since="2003")], "registry.tsv:3: uu/2001/1: '2003' is no day (YYYY-MM-DD)"),
        ([row(title="")], "registry.tsv:3: uu/2001/1 has no 'title'"),
        ([row(), row(id="pp/2002/7", checked="")], "registry.tsv:4: pp/2002/7 has no 'checked'"),
    ],
)
def test_a_damaged_row_is_reported_with_file_and_line(registry, rows, message):
    registry(*rows)
    with pytest.raises(LexiconError, match=f"^{re.escape(message)}$"):
        known_rules()


def test_a_sound_row_is_read_whole(registry):
    registry(row(nicknames="Contoh|UU Lain", since="2001-05-06", amends="uu/2000/1 uu/2000/2"))
    rule = known_rules()["uu/2001/1"]
    assert (rule.nicknames, rule.amends) == (("contoh", "uu-lain"), ("uu/2000/1", "uu/2000/2"))
    assert [rule.named_on(day) for day in ("2001-05-05", "2001-05-06", "2040-01-01")] == [False, True, True]
    assert resolve_nickname("uu", "Contoh", "2001-05-06") == "uu/2001/1"
