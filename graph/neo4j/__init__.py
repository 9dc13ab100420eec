"""The graph in a Neo4j server: loaded over bolt or by a bulk bundle, and a server of one's own to try it with."""
