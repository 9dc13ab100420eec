"""What lies in the folder of a build (``--into``)."""

STORE_FILE = "store.sqlite"
GRAPH_FILE = "graph.lbug"
JUDGEMENTS_FILE = "judgements.jsonl"  # what people judged of identities; the only file here that nothing can make again
IDENTITY_FOLDER = "identity"  # what the last build joined and asks, for review
LOCK_FILE = ".lock"
