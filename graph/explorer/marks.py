"""What is marked in the text of an article, and where a click on it leads: from rows of the graph to marks."""

import re
from collections.abc import Iterable, Iterator, Sequence

from graph.explorer.highlight import SAID, Mark, marks_at
from graph.explorer.live import Row
from graph.explorer.rule_names import rule_name
from graph.explorer.wording import address, doubt, penalty, standing


def marks_of_article(statements: Sequence[Row], rules: Iterable[Row], sanctions: Iterable[Row], day: str) -> list[Mark]:
    """The words of the statements, numbered from 1, with who said them by which word; rules; sanctions."""
    found = [*marks_of_rules(rules, day), *marks_of_sanctions(sanctions)]
    for number, said in enumerate(statements, start=1):
        href = address("statement", said["statement"])
        warning = doubt(said["confidence"])
        title = ", ".join(filter(None, (f"said by {_speaker(said)}", warning)))
        first, *others = marks_at(said["spans"], SAID, href=href, title=title)
        numbered = [first._replace(id=f"said-{number}"), *others]
        found += [mark._replace(number=number, doubtful=bool(warning)) for mark in numbered]
        found += marks_of_attribution(said)
    return found


def marks_of_statement(said: Row, rules: Iterable[Row], sanctions: Iterable[Row]) -> list[Mark]:
    """The words of one statement, who said them by which word, what tells act and modality; rules; sanctions."""
    telling = [*marks_at(said["act_at"], "telling"), *marks_at(said["modality_at"], "telling")]
    words = [*marks_at(said["spans"], SAID), *marks_of_attribution(said), *telling]
    return [*words, *marks_of_rules(rules, said["date"]), *marks_of_sanctions(sanctions)]


def marks_of_attribution(said: Row) -> Iterator[Mark]:
    """Who is named for a statement, leading to the speaker, and the reporting word."""
    speaker = address(said["speaker_kind"], said["speaker_id"]) if said["speaker_id"] else ""
    yield from marks_at(said["source"], "source", href=speaker, title=f"the speaker: {_speaker(said)}")
    yield from marks_at(said["cue"], "cue", title="the reporting word")


def marks_of_rules(rules: Iterable[Row], day: str) -> Iterator[Mark]:
    """Every place that names one of the rules; those not in force on ``day`` are ``fallen``, too."""
    for rule in rules:
        warning = standing(rule["in_force"], rule["in_force_until"], day)
        title = ", ".join(filter(None, (rule_name(rule["rule"]), rule["title"], warning)))
        kind = "rule fallen" if warning else "rule"
        yield from marks_at(rule["places"], kind, href=address("rule", rule["rule"]), title=title)


def marks_of_sanctions(sanctions: Iterable[Row]) -> Iterator[Mark]:
    """Every place that names one of the sanctions, leading to the rule it comes from where the text tells it."""
    for sanction in sanctions:
        rule = address("rule", sanction["rule"]) if sanction["rule"] else ""
        name = "sanction" if sanction["sanction"] == "generic" else sanction["name"]
        title = ": ".join(filter(None, (name, penalty(sanction))))
        yield from marks_at(sanction["places"], "sanction", href=rule, title=title)


def marks_of_forms(text: str, forms: Iterable[str], of: str) -> list[Mark]:
    """Every place in ``text`` with one of the ``forms`` of a name or post, as whole words; the longest form counts.

    >>> [mark[:2] for mark in marks_of_forms("Budi Hartawan dan Budiman, kata Budi.", ["Budi", "Budi Hartawan"], "x")]
    [(0, 13), (32, 36)]
    """
    longest_first = sorted(filter(None, forms), key=len, reverse=True)
    if not longest_first:
        return []
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    return [Mark(*found.span(), "form", title=of) for found in re.finditer(pattern, text, re.IGNORECASE)]


def _speaker(said: Row) -> str:
    return str(said["speaker"]).removeprefix("?") or "an unnamed source"
