"""The graph, declared once: labels, properties, edges. Tables, export columns and docs derive from it.

Every property has a type that LadybugDB, Neo4j and Parquet all keep: no list of lists, so places of words are
flat lists of offsets (start, end, start, end, ...).
"""

from graph.schema.edges import EDGES
from graph.schema.kinds import Edge, Merge, Node, Property, Type
from graph.schema.nodes import NODES

__all__ = ["EDGES", "NODES", "Edge", "Merge", "Node", "Property", "Type"]
