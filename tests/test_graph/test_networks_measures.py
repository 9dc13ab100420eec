"""Measures of small networks whose answers can be counted by hand, on any backend, in any order of nodes."""

import os
import random
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from graph.engine import Graph
from graph.errors import NetworkError
from graph.networks import speakers_by_rule
from graph.networks.answers import measure
from graph.networks.kinds import Centrality, Measure
from graph.networks.measures import bridges, centrality, communities, cut_nodes, participation, sample_size

ALL = pytest.mark.parametrize("what", Measure)


def network(*ties: tuple[str, str, float], alone: str = "") -> nx.Graph:
    found = nx.Graph()
    found.add_weighted_edges_from(ties)
    found.add_nodes_from(alone)
    return found


# Two triangles, joined by way of x; z is tied to nobody.
TRIANGLES = network(
    *[("a", "b", 2.0), ("b", "c", 2.0), ("a", "c", 2.0), ("d", "e", 3.0), ("e", "f", 3.0), ("d", "f", 3.0)],
    *[("c", "x", 0.5), ("x", "d", 0.5)],
    alone="z",
)


def shuffled(found: nx.Graph) -> nx.Graph:
    """The same network with nodes and edges added in another order."""
    nodes, edges = list(found.nodes(data=True)), list(found.edges(data=True))
    random.Random(7).shuffle(nodes)
    random.Random(8).shuffle(edges)
    other = nx.Graph(**found.graph)
    other.add_nodes_from(nodes)
    other.add_edges_from((b, a, own) for a, b, own in edges)
    return other


def test_degree_and_strength_are_counted() -> None:
    degree, strength = (centrality(TRIANGLES, kind) for kind in (Centrality.DEGREE, Centrality.STRENGTH))
    assert list(degree.items()) == [*(("c", 3), ("d", 3)), *((n, 2) for n in "abefx"), ("z", 0)]
    assert list(strength.items())[:4] == [("d", 6.5), ("e", 6.0), ("f", 6.0), ("c", 4.5)]


def test_whoever_all_paths_lead_over_is_between() -> None:
    between = centrality(TRIANGLES, Centrality.BETWEENNESS)
    assert list(between)[:3] == ["x", "c", "d"]
    pairs = 7 * 6 / 2  # of the others, z among them
    assert between["x"] == pytest.approx(9 / pairs)
    assert between["c"] == pytest.approx(8 / pairs)
    assert between["a"] == between["z"] == 0


def test_the_eigenvector_prefers_those_tied_to_the_central() -> None:
    found = centrality(TRIANGLES, Centrality.EIGENVECTOR)
    assert list(found)[:3] == ["d", "e", "f"]
    assert found["z"] == pytest.approx(0)


def test_communities_are_the_triangles_the_largest_first() -> None:
    assert communities(TRIANGLES) in ([("a", "b", "c", "x"), ("d", "e", "f")], [("d", "e", "f", "x"), ("a", "b", "c")])
    assert communities(network(("a", "b", 1.0), alone="z")) == [("a", "b")], "who is tied to nobody is in none"


def test_a_broker_has_ties_into_several_communities() -> None:
    found = participation(TRIANGLES, [("a", "b", "c"), ("d", "e", "f"), ("x",)])
    assert list(found) == ["x", "c", "d"]
    assert found["x"] == pytest.approx(0.5)
    assert found["c"] == pytest.approx(1 - (4 / 4.5) ** 2 - (0.5 / 4.5) ** 2)


def test_cut_nodes_and_bridges_hold_the_network_together() -> None:
    assert cut_nodes(TRIANGLES) == {"c": 2, "d": 2, "x": 2}
    assert bridges(TRIANGLES) == [("c", "x"), ("d", "x")]
    star = network(("m", "a", 1), ("m", "b", 1), ("m", "c", 1))
    assert cut_nodes(star) == {"m": 3}


def test_betweenness_of_a_large_network_is_estimated_from_a_sample() -> None:
    large = nx.relabel_nodes(nx.gnm_random_graph(300, 30_000, seed=1), {i: f"n{i:03}" for i in range(300)})
    assert sample_size(large) == 166
    assert sample_size(TRIANGLES) == len(TRIANGLES)
    assert measure(large, Measure.BETWEENNESS).rows[0][2] == 166


@ALL
def test_the_order_of_nodes_and_ties_changes_nothing(what: Measure, small_graph: Graph) -> None:
    for found in (TRIANGLES, speakers_by_rule(small_graph)):
        assert measure(shuffled(found), what) == measure(found, what)


@ALL
def test_an_empty_network_has_an_empty_answer(what: Measure) -> None:
    table = measure(nx.Graph(), what)
    assert (len(table), table.columns[-1][-2:]) == (0, "id")


def test_an_answer_tells_names_and_ids(small_graph: Graph) -> None:
    found = speakers_by_rule(small_graph)
    first, *_ = measure(found, Measure.STRENGTH).dicts()
    assert (first["name"], first["strength"], first["detail"]) == ("Hasan", 2.0, "Kota Tanjung Kenari")
    assert first["id"] in found
    (tie, *_) = measure(found, Measure.TIES).dicts()
    assert {tie["one"], tie["other"]} == {"Hasan"}
    assert (tie["shared"], tie["one_said"], tie["other_said"]) == (["pp/2021/94"], 1, 1)
    assert measure(found, Measure.BRIDGES).rows == measure(found, Measure.TIES).rows


def printed(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, **environment}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], env=surroundings, capture_output=True, text=True, check=True
    )


def test_communities_do_not_depend_on_the_hashes_of_names() -> None:
    code = (
        "import networkx as nx; from graph.networks.measures import communities\n"
        "network = nx.relabel_nodes(nx.gnm_random_graph(60, 150, seed=3), str)\n"
        "print(communities(network))"
    )
    one, other = (printed(code, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert one == other != ""


FAST = """
import networkx as nx

class Backend:
    def convert_from_nx(self, graph, **more):
        return graph

    def convert_to_nx(self, result, **more):
        return result

    def number_of_isolates(self, graph):
        return 0

    def betweenness_centrality(self, graph, *more, **others):
        print("fast")
        return dict.fromkeys(graph, 0.25)

def get_info():
    return {"functions": {"betweenness_centrality": {}, "number_of_isolates": {}}}
"""
BROKEN = "raise ImportError('made for another NetworkX')\n"
ASKED = """
import networkx as nx
from graph.networks.backends import working_backends
from graph.networks.kinds import Centrality
from graph.networks.measures import centrality
print(working_backends(), centrality(nx.path_graph(["a", "b", "c"]), Centrality.BETWEENNESS))
"""


def installed(folder: Path, module: str, info: str = "") -> str:
    """The PYTHONPATH on which a NetworkX backend called "parallel" in ``folder`` is found as an installed one is."""
    (folder / "speedy.py").write_text(module, "utf-8")
    (folder / "speedy_info.py").write_text(info or FAST, "utf-8")
    about = folder / "speedy-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: speedy\nVersion: 1\n", "utf-8")
    (about / "entry_points.txt").write_text(
        "[networkx.backends]\nparallel = speedy:backend\n[networkx.backend_info]\nparallel = speedy_info:get_info\n"
    )
    return os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])


def test_a_fast_backend_is_used_where_it_is_installed(tmp_path: Path) -> None:
    path = installed(tmp_path, FAST + "\nbackend = Backend()\n")
    assert printed(ASKED, PYTHONPATH=path).stdout == "fast\n('parallel',) {'a': 0.25, 'b': 0.25, 'c': 0.25}\n"


def test_a_backend_that_does_not_load_is_left_aside_with_a_warning(tmp_path: Path) -> None:
    done = printed(ASKED, PYTHONPATH=installed(tmp_path, BROKEN))
    assert done.stdout == "() {'b': 1.0, 'a': 0.0, 'c': 0.0}\n"
    assert "parallel is installed but does not load (made for another NetworkX)" in done.stderr


def test_without_one_networkx_itself_computes() -> None:
    code = "from graph.networks.backends import FASTEST\nimport networkx as nx\n" + ASKED
    found = printed(code + "print([name for name in FASTEST if name in nx.config.backends])").stdout.splitlines()
    assert found[0].endswith("{'b': 1.0, 'a': 0.0, 'c': 0.0}")
    assert found[0].startswith("()") or found[1] != "[]"


def test_an_eigenvector_that_does_not_settle_is_refused_with_a_way_out() -> None:
    barbell = nx.relabel_nodes(nx.barbell_graph(60, 60), str)
    barbell.remove_edge("0", "1")  # one end a little weaker: the balance shifts for thousands of rounds
    with pytest.raises(NetworkError, match="ask for strength instead"):
        centrality(barbell, Centrality.EIGENVECTOR)
