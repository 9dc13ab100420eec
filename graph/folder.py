"""What lies in the folder of a build (``--into``)."""

STORE_FILE = "store.sqlite"
GRAPH_FILE = "graph.lbug"
JUDGEMENTS_FILE = "judgements.jsonl"  # what people judged of identities; the only file here that nothing can make again
IDENTITY_FOLDER = "identity"  # what the last build joined and asks, for review
PARTS_FOLDER = "parts"  # what the articles give to the graph, so that the next build takes in only what is new
LOCK_FILE = ".lock"
