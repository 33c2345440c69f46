"""What happens to the machines, one blow after the other, at a pace that a slow machine bears."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.faults.machines import Database, Machine, wait_until_up

NO_NEWS = 60  # seconds without anything acknowledged: then the next blow comes all the same


@dataclass
class Storm:
    """Strikes while people work. Each blow comes when something was acknowledged since the last
    one, so that a busy machine is not struck before it has got up."""

    webs: list[Machine]
    workers: list[Machine]
    store: Machine
    database: Database
    chance: random.Random
    struck: Counter = field(default_factory=Counter)
    dead: set[str] = field(default_factory=set)

    def rage(self, blows: int, done: Callable[[], int], at_work: Callable[[], bool]) -> None:
        """Strike so often, while everybody is at work; `done` says how much was acknowledged."""
        coming = self._coming()
        for blow in range(blows):
            if not at_work():
                return
            self.look_for_the_dead()
            before = done()
            time.sleep(self.chance.uniform(2, 6))
            _wait(lambda before=before: done() > before)
            next(coming)()
            print(f"{blow + 1} of {blows}: {done()} things acknowledged", flush=True)  # noqa: T201

    def look_for_the_dead(self) -> None:
        """Note which machines ended by themselves: nobody here starts them again, so none may."""
        self.dead |= {each.name for each in [*self.webs, *self.workers] if not each.is_up()}

    def _coming(self) -> Iterator[Callable[[], None]]:
        """Every kind of blow, in an order of its own each time round; what is common, often."""
        kinds = [
            *[self._kill_a_web_server] * 4,
            *[self._kill_a_worker] * 4,
            *[self._cut_the_database_off] * 2,
            self._restart_a_machine,
            self._stop_all_workers,
            self._refuse_writes,
            self._let_a_machine_stand_still,
            self._let_the_storage_stand_still,
        ]
        while True:
            self.chance.shuffle(kinds)
            yield from kinds

    def _kill_a_web_server(self) -> None:
        self.struck["web servers killed"] += 1
        machine = self.chance.choice(self.webs)
        machine.kill()
        _start(machine)

    def _kill_a_worker(self) -> None:
        self.struck["workers killed"] += 1
        machine = self.chance.choice(self.workers)
        machine.kill()
        _start(machine)

    def _cut_the_database_off(self) -> None:
        self.struck["times the database was cut off and started again"] += 1
        self.database.restart()

    def _restart_a_machine(self) -> None:
        self.struck["machines stopped and started as in an upgrade"] += 1
        machine = self.chance.choice([*self.webs, *self.workers])
        machine.stop()
        _start(machine)

    def _stop_all_workers(self) -> None:
        self.struck["times all workers were stopped"] += 1
        for each in self.workers:
            each.stop()
        time.sleep(self.chance.uniform(5, 15))
        for each in self.workers:
            each.start()

    def _refuse_writes(self) -> None:
        self.struck["times the database's disk took no more"] += 1
        self.database.have_no_room(self.chance.uniform(2, 6))

    def _let_a_machine_stand_still(self) -> None:
        """For longer than a worker may be silent: another takes up what it has in hand."""
        self.struck["machines that stood still for most of a minute"] += 1
        self.chance.choice([*self.webs, *self.workers]).stand_still(self.chance.uniform(35, 50))

    def _let_the_storage_stand_still(self) -> None:
        self.struck["times the storage stood still"] += 1
        self.store.stand_still(self.chance.uniform(5, 10))


def _start(machine: Machine) -> None:
    machine.start()
    if machine.address:  # the other one is there meanwhile
        wait_until_up(f"{machine.address}/health")


def _wait(something: Callable[[], bool]) -> None:
    end = time.monotonic() + NO_NEWS
    while not something() and time.monotonic() < end:
        time.sleep(0.5)
