"""How long people wait for the first byte, alone and when sixteen press at once."""

import statistics
import threading
import time
from collections.abc import Callable

from tests.bench.pages.servers import Server, Visitor

EACH = 25  # requests of each person in a turn


def first_bytes(server: Server, path: str, session: str, people: int) -> list[float]:
    """Seconds until the answer begins, for each of these people again and again."""
    found: list[float] = []
    begin = threading.Barrier(people)

    def person() -> None:
        visitor = Visitor(server.port, sessionid=session)
        visitor.get(path)
        begin.wait()
        for _request in range(EACH):
            before = time.perf_counter()
            visitor.ask(path)
            found.append(time.perf_counter() - before)
            visitor.read()

    threads = [threading.Thread(target=person) for _person in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def typical(server: Server, path: str, session: str, people: int) -> Callable[[], float]:
    """The median of one turn."""
    return lambda: statistics.median(first_bytes(server, path, session, people))
