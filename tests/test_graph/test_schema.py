from corpus.article import Article
from extract.record import Record
from graph.layout import describe, ladybug_ddl, tables
from graph.resolve import resolve
from graph.schema import EDGES, NODES, Merge, Type


def test_every_edge_leads_between_declared_labels() -> None:
    labels = {node.label for node in NODES}
    for edge in EDGES:
        assert {label for pair in edge.pairs for label in pair} <= labels, edge.type


def test_every_node_is_known_by_its_id() -> None:
    assert all(node.properties[0].name == "id" for node in NODES)


def test_keys_are_columns() -> None:
    for spec in tables():
        assert set(spec.key) <= {column.name for column in spec.columns}, spec.name


def test_lists_in_shared_rows_are_united() -> None:
    for spec in tables():
        if not spec.of.owned:
            lists = [column for column in spec.columns if column.type in {Type.STRINGS, Type.INTEGERS}]
            assert all(column.merge is Merge.UNION for column in lists), spec.name


def test_sums_and_bounds_belong_to_numbers_and_days() -> None:
    for spec in tables():
        for column in spec.columns:
            assert column.merge is not Merge.SUM or column.type is Type.INTEGER


def test_resolved_rows_have_as_many_values_as_their_table_has_columns(
    small_corpus: list[tuple[Article, Record]],
) -> None:
    specs = {spec.name: spec for spec in tables()}
    for article, record in small_corpus:
        for row in resolve(article, record):
            assert len(row.values) == len(specs[row.table].columns), row


def test_the_docs_name_every_label_edge_and_property() -> None:
    text = describe()
    for part in (*NODES, *EDGES):
        assert all(f"`{p.name}`" in text for p in part.properties)
    assert all(f"| {node.label} |" in text for node in NODES)
    assert all(f"| {edge.type} |" in text for edge in EDGES)


def test_there_is_one_statement_of_ddl_for_each_label_and_edge_type() -> None:
    assert len(list(ladybug_ddl())) == len(NODES) + len(EDGES)
