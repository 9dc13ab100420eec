"""Identity over articles by our own judgements, and by Splink's model of the same profiles, scored by the same labels.

    pip install 'splink>=5,<6'
    python tests/bench/linkage.py [SHARED]

Splink (Fellegi and Sunter's model, parameters learnt without labels) gets what our own code looks at: names, regions,
offices, kinds, posts, areas and people of the same articles. Its clusters are scored at many thresholds, so the best
line is what it could do at the most, with a threshold chosen by the labels. Printed are B-cubed scores and the time.
"""

import os
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from extract import extract_records
from extract.record import Record
from graph.identity.gathering import gather, gather_names
from graph.identity.joining import join
from graph.identity.measuring import Joiner, articles_of, joined_appearances, read_labels, score
from graph.identity.profiles import Profile

if TYPE_CHECKING:
    from splink import SettingsCreator

SHARED = Path(os.environ.get("WARTAGRAF_SHARED") or Path(__file__).parents[3] / "shared")
LABELS = Path(__file__).parents[1] / "test_graph" / "identity_labels.jsonl"
THRESHOLDS = (0.2, 0.5, 0.7, 0.9, 0.95, 0.99, 0.999, 0.9999)
BLOCKS = ("name", "first_word", "last_word")
RANDOM_PAIRS = 1_000_000


def row_of(profile: Profile) -> dict[str, object]:
    """What Splink compares of a profile; None where the articles tell nothing."""
    words = profile.name.casefold().split()
    posts = [held.post for held in profile.posts] + [held.place for held in profile.posts if held.place]
    return {
        "unique_id": profile.id,
        "name": " ".join(words),
        "first_word": words[0] if words else None,
        "last_word": words[-1] if words else None,
        "area": profile.area or None,
        "bound": profile.office or profile.kind or None,
        "posts": sorted(set(posts)) or None,
        "around": sorted(set(profile.around)) or None,
        "beside": sorted(set(profile.beside)) or None,
    }


def settings(label: str, profiles: int) -> "SettingsCreator":
    """The comparisons of a model of people or of institutions; at first each profile is thought to have one other."""
    import splink.comparison_library as cl  # noqa: PLC0415 - weighed here, not installed with Wartagraf
    from splink import SettingsCreator, block_on  # noqa: PLC0415

    comparisons = [
        cl.JaroWinklerAtThresholds("name", [0.95, 0.88]).configure(term_frequency_adjustments=True),
        cl.ExactMatch("area"),
        cl.ExactMatch("bound"),
        cl.ArrayIntersectAtSizes("around", [2, 1]),
    ]
    if label == "Person":
        comparisons += [cl.ArrayIntersectAtSizes("posts", [2, 1]), cl.ArrayIntersectAtSizes("beside", [2, 1])]
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=list(map(block_on, BLOCKS)),
        probability_two_random_records_match=1 / profiles,
    )


def linked(label: str, profiles: list[Profile]) -> Callable[[float], dict[str, str]]:
    """Train a model on profiles; what it gives tells, for a threshold, the cluster of each profile."""
    from splink import Linker, block_on  # noqa: PLC0415 - weighed here, not installed with Wartagraf
    from splink.backends.duckdb import DuckDBAPI  # noqa: PLC0415

    api = DuckDBAPI()
    linker = Linker(
        api.register(pa.Table.from_pylist(list(map(row_of, profiles)))), settings(label, len(profiles)), log_level=None
    )
    train = linker.training
    train.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS)
    for block in ("name", "last_word"):
        train.estimate_parameters_using_expectation_maximisation(block_on(block))
    pairs = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))

    def clusters(threshold: float) -> dict[str, str]:
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold)
        return {row["unique_id"]: row["cluster_id"] for row in found.as_record_list()}

    return clusters


def by_splink(models: dict[str, Callable[[float], dict[str, str]]], threshold: float) -> Joiner:
    """A joiner that makes the table ``entity`` of Splink's clusters; it trains the models at its first use."""

    def joined(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("CREATE OR REPLACE TABLE entity(label VARCHAR, profile VARCHAR, entity VARCHAR)")
        for label in ("Institution", "Person"):
            if label not in models:
                begin = time.process_time()
                ids = [named.id for named in gather_names(connection, label)]
                models[label] = linked(label, gather(connection, label, ids))
                print(f"Splink, {label}: {len(ids):,} profiles, {time.process_time() - begin:.1f} s of the processors")
            rows = [(label, *row) for row in models[label](threshold).items()]
            connection.executemany("INSERT INTO entity VALUES (?, ?, ?)", rows)

    return joined


def main() -> None:
    """Print the scores of both."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    warnings.simplefilter("ignore")
    records = extract_records(articles_of(shared / "benchmark" / "docs"), workers=1)
    pairs = [(article, record) for article, record in records if isinstance(record, Record)]
    labels = read_labels(LABELS)
    models: dict[str, Callable[[float], dict[str, str]]] = {}
    ways: dict[str, Joiner] = {"ours": join}
    ways |= {f"Splink at {threshold}": by_splink(models, threshold) for threshold in THRESHOLDS}
    for way, joiner in ways.items():
        begin = time.process_time()
        found = joined_appearances(pairs, joiner)
        for label, scores in score(labels, found).items():
            shown = f"precision {scores.precision:.3f}  recall {scores.recall:.3f}  F1 {scores.f1:.3f}"
            print(f"{way:<18} {label:<12} {shown}  ({time.process_time() - begin:.1f} s with staging)", flush=True)


if __name__ == "__main__":
    main()
