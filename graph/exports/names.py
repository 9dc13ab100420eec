"""Identifiers that stay: an article is called by its address, a rule by its Akoma Ntoso path, all else by its id."""

import re
from urllib.parse import quote

from corpus.article import content_id
from extract import akn_address
from graph.exports.errors import ExportError
from graph.exports.reading import GraphTables

_MARKS = ":/~@!$&'()*+,;="  # beside letters and digits, what a path of an IRI may hold as it is
_PLAIN = re.compile(r"[A-Za-z0-9:/~@.-]*")  # most ids: told without being quoted, in a third of the time
_ADDRESS = _MARKS + "?#[]%"


class Names:
    """IRIs of nodes and edges; ours begin with ``base``.

    >>> names = Names("https://warta.example")
    >>> names.node("Regulation", "uu/2014/5")
    'https://warta.example/akn/id/act/uu/2014/5'
    >>> names.node("Regulation", "~perda-ktr"), names.node("Person", "sari-0a1b")
    ('https://warta.example/regulation/~perda-ktr', 'https://warta.example/person/sari-0a1b')
    """

    def __init__(self, base: str) -> None:
        """Names that begin with ``base``; a slash is put behind it unless it ends in one of ``:/#``.

        Raises:
            ExportError: ``base`` is no absolute IRI.
        """
        scheme, colon, rest = base.partition(":")
        if not (colon and rest and scheme.isalnum() and quote(base, safe=_ADDRESS) == base):
            raise ExportError(f"{base!r} cannot begin an IRI; give one such as https://example.org/ or urn:wartagraf:")
        self.base = base if base[-1] in ":/#" else base + "/"

    def node(self, label: str, id_: str, address: str | None = None) -> str:
        """The IRI of a node; ``address`` is the one that an article has for itself."""
        if address:
            return quote(address, safe=_ADDRESS)
        if label == "Provision":
            rule, _, slug = id_.partition("#")
            return f"{self.node('Regulation', rule)}#{quote(slug, safe=_MARKS)}"
        akn = akn_address(id_) if label == "Regulation" else ""
        path = akn.lstrip("/") or f"{label.lower()}/{id_}"
        return self.base + (path if _PLAIN.fullmatch(path) else quote(path, safe=_MARKS))

    def edge(self, table: str, *key: object) -> str:
        """The IRI of an edge: twenty hexadecimal digits of its table and key."""
        return f"{self.base}edge/{content_id(table.encode(), *(repr(part).encode() for part in key))}"


def make_addresses(tables: GraphTables) -> None:
    """Make the table ``addresses(id, url)`` of the articles that are called by their address.

    Of several articles with one address it is the one that none of the others took the place of, else the first by id.
    """
    tables.do(f"""
        CREATE TABLE IF NOT EXISTS addresses AS
        SELECT id, url FROM {tables.whole("Article")} WHERE url LIKE 'http://_%' OR url LIKE 'https://_%'
        QUALIFY row_number() OVER (
            PARTITION BY url ORDER BY id IN (SELECT target_id FROM {tables.whole("REVISES:Article:Article")}), id
        ) = 1
    """)


def end_with_address(label: str, table: str, column: str) -> tuple[str, str]:
    """SQL for the address that the node in a column is called by, or NULL; and the join that it needs, or ""."""
    if label != "Article":
        return "NULL", ""
    alias = f"{table}_{column}"
    return f"{alias}.url", f"LEFT JOIN addresses {alias} ON {alias}.id = {table}.{column}"
