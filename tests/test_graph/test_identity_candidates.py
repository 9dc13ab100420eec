"""The candidates of the 2024 elections, real names with degrees and honorifics, each written in several ways."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.identity.areas import area_of
from graph.identity.joining import cluster_profiles
from graph.identity.judging import judge_people
from graph.identity.people import is_nobody, person_name
from graph.identity.profiles import Held, Profile

DAY = "2024-11-28"
POSTS = {"gubernur": "calon {}gubernur", "bupati/walikota": "calon {}bupati"}
MUHAMMAD = re.compile(r"\b(?:MUHAMMAD|MUHAMAD|MOHAMMAD|MOHAMAD|MOCHAMAD|MOH\.|MUH\.)(?= )", re.IGNORECASE)
TITLE = re.compile(r"\b(?:H|Hj|Hi|Dr|Drs|Dra|Ir|Prof|drg?|KH|Tgk|Ust|Pdt|Pt|Ns|Apt)\.", re.IGNORECASE)
OLD = (
    (r"U", "OE"),
    (r"(?<![DTS])J", "DJ"),
    (r"KS", "X"),
    (r"SY", "SJ"),
    (r"(?<=[AIUEO])([LMNRT])(?=[AIUEO])", r"\1\1"),
)


def bare(name: str) -> str:
    """The name without what stands around it: degrees behind a comma, titles with a full stop, brackets."""
    return " ".join(TITLE.sub(" ", re.sub(r"\([^)]*\)", " ", name.partition(",")[0])).split())


def written(name: str) -> Iterator[str]:
    """``name`` as other papers write it; never so that it could be somebody else's."""
    words = bare(name).split()
    core = " ".join(words)
    yield name
    yield core.title()
    yield f"Drs. H. {core.title()}, S.Sos., M.Si"
    yield MUHAMMAD.sub("Moh.", core.title())
    yield core.title().replace("'", "’").replace("-", " ")
    if len(words) > 3 and all(len(word) > 3 for word in words):
        yield " ".join((words[0], *words[2:])).title()  # a middle name left out
    if len(words) > 1 and (long := max(words[1:], key=len)).isalpha():
        for new, old in OLD:
            yield core.replace(long, re.sub(new, old, long.upper(), count=1)).title()


def profiles_of(row: dict[str, str], line: int, field: str) -> Iterator[Profile]:
    """A profile for each way to write one candidate, as articles of the days of the election would give it."""
    code = row["kode"] if len(row["kode"]) == 2 else f"{row['kode'][:2]}.{row['kode'][2:]}"
    post = POSTS[row["jenis"]].format("wakil " if field == "wakil" else "")
    held = Held(post=post, status="designate", place=f"r{code}", area=code, first_seen=DAY, last_seen=DAY)
    area = area_of(row["wilayah"], code)
    for number, name in enumerate(dict.fromkeys(written(row[field]))):
        yield Profile(
            id=f"{line}-{field}-{number}", label="Person", name=name, region=row["wilayah"], area=area, posts=(held,)
        )


@pytest.fixture(scope="module")
def candidates(shared: Path) -> list[Profile]:
    with (shared / "gazetteer" / "pilkada2024_paslon.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [
        profile
        for line, row in enumerate(rows)
        for field in ("calon", "wakil")
        if not is_nobody(person_name(row[field]))
        for profile in profiles_of(row, line, field)
    ]


@pytest.fixture(scope="module")
def entities(candidates: list[Profile]) -> dict[str, str]:
    found = cluster_profiles(candidates, judge_people(candidates), ())
    return {profile.id: found.entity.get(profile.id, profile.id) for profile in candidates}


def candidate(id_: str) -> str:
    return id_.rpartition("-")[0]


def test_no_two_candidates_are_taken_for_one(entities: dict[str, str]) -> None:
    members = defaultdict(set)
    for id_, entity in entities.items():
        members[entity].add(candidate(id_))
    assert len(set(map(candidate, entities))) > 3_000
    assert [sorted(found) for found in members.values() if len(found) > 1] == []


def test_every_candidate_is_one_however_written(candidates: list[Profile], entities: dict[str, str]) -> None:
    names = {profile.id: profile.name for profile in candidates}
    of = defaultdict(lambda: defaultdict(list))
    for id_, entity in entities.items():
        of[candidate(id_)][entity].append(names[id_])
    assert [dict(found) for found in of.values() if len(found) > 1] == []
