"""A Neo4j server to try things with, until Ctrl-C: `make neo4j`."""

import signal
import sys

from graph.errors import GraphError
from graph.neo4j.server import running_server
from graph.options import PASSWORD


def main() -> int:
    """Start it, say how to load into it, and wait."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    print("starting; the first time Maven fetches the server (130 MB)", file=sys.stderr)  # noqa: T201 - a program
    try:
        with running_server() as server:
            print(  # noqa: T201
                f"Neo4j listens at {server.url} until Ctrl-C, its data goes with it. In another terminal:\n\n"
                f"  export {PASSWORD}={server.password}\n"
                f"  wartagraf load --neo4j {server.url}\n"
                f"  wartagraf ask top-rules --neo4j {server.url}\n"
                f"  wartagraf explore --neo4j {server.url}\n",
                flush=True,
            )
            signal.pause()
    except KeyboardInterrupt:
        return 0
    except GraphError as error:
        print(error, file=sys.stderr)  # noqa: T201
    return 1


if __name__ == "__main__":
    sys.exit(main())
