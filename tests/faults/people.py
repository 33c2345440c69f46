"""People who fill in whole cases while machines die: they press again until they get an answer."""

import random
import re
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, build_opener

from readiness.cases.stages import STEPS, TO_SEND
from tests.faults.post import Post
from tests.people import answers, typed

PATIENCE = 900  # seconds for which somebody presses again, as the storm is over long before
DECLARED = {"declared": ["true", "no-names", "people-know", "readers"]}
FINE = {200, 202, 302}


class _Stay(HTTPRedirectHandler):
    """Where the guide sends somebody is looked at, and not followed."""

    def redirect_request(self, *_args: Any) -> None:
        return None


def live(
    journeys: "list[Journey]", begin: Callable[[int], "Journey"], over: threading.Event
) -> None:
    """Go through one case after the other, the last of them when the storm is over."""
    number, calm = 0, False
    while not calm:
        calm = over.is_set()
        journey = begin(number)
        journeys.append(journey)
        journey.go()
        if journey.gave_up:
            return
        number += 1


@dataclass
class Journey:
    """One case and what its person was told."""

    addresses: list[str]
    seed: int
    post: Post
    case: int = 0
    # By step: what may stand there now. What was acknowledged last, and what was typed since.
    possible: dict[str, list[Mapping[str, Any]]] = field(default_factory=dict)
    saved: int = 0
    sent: int = 0  # acknowledged
    papers: int = 0
    asked_again: int = 0  # for papers that were not made in their time
    confirmed: bool = False  # acknowledged
    refused: int = 0  # answers that were errors, or none
    gave_up: str = ""

    @property
    def steps_done(self) -> int:
        """How much was acknowledged so far."""
        return self.saved + self.sent + self.papers

    def go(self) -> None:
        """Start, give an address, answer every step, send, read the paper, change something and
        send again."""
        self.chance = random.Random(self.seed)
        jar = CookieJar()
        self.browser = build_opener(HTTPCookieProcessor(jar), _Stay)
        self.jar = jar
        try:
            self._begin()
            self._give_address()
            whole = answers()
            for step in STEPS:
                if step in TO_SEND and step in whole:
                    self._save(step, whole[step])
            self._send()
            self._read_paper()
            for staff in (101, 102, 103):
                self._save("organisation", whole["organisation"] | {"staff": staff})
            self._send()
            self._read_paper()
        except TimeoutError as stuck:
            self.gave_up = str(stuck)

    def _begin(self) -> None:
        key = str(uuid.UUID(int=random.Random(self.seed).getrandbits(128), version=4))
        self._ask("/")
        _code, where, _body = self._ask("/start/", {"start_key": key})
        self.case = int(re.findall(r"\d+", where)[0])

    def _give_address(self) -> None:
        """429: it was given already, and the answer lost each time."""
        values = {"email": f"person-{self.seed}@example.org"}
        self._ask(f"/cases/{self.case}/save/address/", values, errors={429})

    def _look_for_mail(self) -> None:
        link = self.post.link_for(f"person-{self.seed}@example.org")
        if link and not self.confirmed:
            self._ask(link, {})
            self.confirmed = True

    def _save(self, step: str, kept: Mapping[str, Any]) -> None:
        page = f"/cases/{self.case}/{step}/"
        body = self._ask(page)[2]
        base = re.search(r'name="base" value="(\d+)"', body)
        self.possible.setdefault(step, []).append(kept)
        values = {**typed(step, kept), "base": base[1] if base else "0"}
        _code, where, _body = self._ask(page, values)
        if where.endswith(page):
            raise TimeoutError(f"{step} was not taken")
        self.possible[step] = [kept]
        self.saved += 1
        self._look_for_mail()

    def _send(self) -> None:
        where = self._ask(f"/cases/{self.case}/submit/", DECLARED)[1]
        if not where.endswith("/sent/"):
            raise TimeoutError(f"not sent: {where}")
        self.sent += 1

    def _read_paper(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            code, _where, body = self._ask(f"/cases/{self.case}/business-case.pdf", errors={503})
            if code == 200 and body.startswith("%PDF"):
                self.papers += 1
                return
            if code == 503 and "<form" in body:  # it says that it was not made: press the button
                self.asked_again += 1
                self._ask(f"/cases/{self.case}/business-case.pdf", {})
            time.sleep(1)
        raise TimeoutError("the paper never came")

    def _ask(
        self,
        page: str,
        values: Mapping[str, Any] | None = None,
        errors: frozenset | set = frozenset(),
    ) -> tuple[int, str, str]:
        """The first answer that is one, from whichever web server is up."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            code, where, body = self._once(page, values)
            if code in FINE or code in errors:
                return code, where, body
            self.refused += 1
            time.sleep(0.3)
        raise TimeoutError(f"{page} never answered")

    def _once(self, page: str, values: Mapping[str, Any] | None) -> tuple[int, str, str]:
        data = None
        if values is not None:
            token = next((each.value for each in self.jar if each.name == "csrftoken"), "")
            data = urlencode({**values, "csrfmiddlewaretoken": token}, doseq=True).encode()
        try:
            with self.browser.open(self.chance.choice(self.addresses) + page, data, 60) as answer:
                return answer.status, answer.headers.get("Location", ""), _text(answer.read())
        except HTTPError as told:
            with told:
                return told.code, told.headers.get("Location", ""), _text(told.read())
        except (URLError, OSError, ValueError):
            return 0, "", ""
        except Exception as broken:  # a line that was cut in the middle of an answer
            if type(broken).__module__ == "http.client":
                return 0, "", ""
            raise


def _text(body: bytes) -> str:
    return body.decode("utf-8", errors="replace")
