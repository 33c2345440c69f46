"""How many questions a page asks the database: run in the settings of the server that is asked."""

import argparse
import json
import sys


def main() -> None:
    """Read requests, [[method, path, data], …], from standard input; print how many each took."""
    import django

    django.setup()

    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    parser = argparse.ArgumentParser()
    parser.add_argument("--session", required=True)
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies["sessionid"] = parser.parse_args().session
    counts = []
    for method, path, data in json.load(sys.stdin):
        with CaptureQueriesContext(connection) as found:
            answer = getattr(client, method)(path, data)
        assert answer.status_code in {200, 302}, (path, answer.status_code)
        counts.append(
            sum(
                "SAVEPOINT" not in x["sql"][:20] and x["sql"][:5] not in {"BEGIN", "COMMI"}
                for x in found.captured_queries
            )
        )
    print(json.dumps(counts))  # noqa: T201


if __name__ == "__main__":
    main()
