"""From extraction records to the graph and its answers."""
