"""The sample pages, from HTML to answers, against what their author wrote down beside them."""

import json
from pathlib import Path

import pytest

import corpus
from extract.scoring.gold import same_name
from graph.building import GRAPH_FILE, build
from graph.engine import Graph

HERE = Path(__file__).parent
GOLDEN = [json.loads(line) for line in (HERE / "sample_answers.jsonl").read_text("utf-8").splitlines()]
# Shares of the author's statements, measured by this test; raise them when they rise, never lower them.
FOUND, RIGHT_SPEAKER, RULES = 0.95, 0.90, 0.85


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What the graph of the sample pages holds, by file name of the page."""
    into = tmp_path_factory.mktemp("sample")
    sample = Path(corpus.__file__).parent / "sample"
    build([sample], into)
    found = {}
    with Graph.open(into / GRAPH_FILE) as graph, corpus.Store.open(into / "store.sqlite") as store:
        for page in corpus.read_sources([sample]):
            article = corpus.clean(page)
            if isinstance(article, corpus.Article) and store.article(article.id):
                found[Path(page.source).name] = list(graph.ask("statements-of-article", id=article.id).dicts())
    return found


def pairs(answers):
    """Each statement of the author with the one of the graph that holds its words, or None."""
    for page in GOLDEN:
        for wanted in page["statements"]:
            found = (s for s in answers[page["page"]] if wanted["words"] in s["words"])
            yield wanted, next(found, None)


def share(outcomes):
    outcomes = list(outcomes)
    return sum(outcomes) / len(outcomes)


def test_nearly_every_statement_is_found(answers):
    assert share(found is not None for _, found in pairs(answers)) >= FOUND


def test_nearly_every_speaker_is_right(answers):
    named = [(wanted, found) for wanted, found in pairs(answers) if found and wanted["speaker"][0] != "?"]
    assert share(same_name(wanted["speaker"], found["speaker"]) for wanted, found in named) >= RIGHT_SPEAKER


def test_nearly_every_rule_is_linked_and_no_other(answers):
    found = [(set(wanted["regulations"]), set(found["rules"])) for wanted, found in pairs(answers) if found]
    right = sum(len(wanted & have) for wanted, have in found)
    assert right / sum(len(wanted) for wanted, _ in found) >= RULES
    assert right / sum(len(have) for _, have in found) >= RULES
