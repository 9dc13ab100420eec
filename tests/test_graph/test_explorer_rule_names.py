"""What rules are called in the explorer."""

import pytest

from extract.rules.registry import known_rules
from graph.explorer.rule_names import rule_name
from graph.index.rule_words import as_indexed


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("pp/2021/94", "PP 94/2021"),
        ("permen-pendidikan-dan-kebudayaan/2015/23", "Permen Pendidikan dan Kebudayaan 23/2015"),
        ("perda-di-yogyakarta/2012/1", "Perda DI Yogyakarta 1/2012"),
        ("se-wali-kota-metro/2025/45-PK.03-KESRA", "SE Wali Kota Metro 45-PK.03-KESRA/2025"),
        ("putusan-mk/2024/60", "Putusan MK 60/2024"),
        ("other-kpu/2025/731", "KPU 731/2025"),
        ("kuhper//", "KUHPer"),
        ("~ruu-perampasan-aset", "RUU Perampasan Aset (no number known)"),
        ("~pp", "PP (no number known)"),
        ("", ""),
        ("/", "/"),
    ],
)
def test_a_rule_is_called_as_people_cite_it(identifier: str, name: str) -> None:
    assert rule_name(identifier) == name


def test_the_name_of_a_numbered_national_rule_finds_it_again() -> None:
    numbered = [rule.split("/") for rule in known_rules() if rule.split("/")[0] in {"uu", "pp", "perpres"}]
    assert len(numbered) > 200
    for kind, year, number in numbered:
        assert as_indexed(rule_name(f"{kind}/{year}/{number}")) == f"{kind} {number} {year}".lower()
