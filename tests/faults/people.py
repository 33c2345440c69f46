"""People who fill in whole cases while machines die: they press again until they get an answer."""

import random
import re
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, build_opener

from readiness.cases.stages import STEPS, TO_SEND
from tests.people import answers, typed

PATIENCE = 240  # seconds for which somebody presses again
DECLARED = {"declared": ["true", "no-names", "people-know", "readers"]}
FINE = {200, 202, 302}


class _Stay(HTTPRedirectHandler):
    """Where the guide sends somebody is looked at, and not followed."""

    def redirect_request(self, *_args: Any) -> None:
        return None


@dataclass
class Journey:
    """One case and what its person was told."""

    addresses: list[str]
    seed: int
    case: int = 0
    # By step: what may stand there now. What was acknowledged last, and what was typed since.
    possible: dict[str, list[Mapping[str, Any]]] = field(default_factory=dict)
    saved: int = 0
    sent: int = 0  # acknowledged
    papers: int = 0
    refused: int = 0  # answers that were errors, or none
    gave_up: str = ""

    def go(self) -> None:
        """Start, answer every step, send, read the paper, change something and send again."""
        self.chance = random.Random(self.seed)
        jar = CookieJar()
        self.browser = build_opener(HTTPCookieProcessor(jar), _Stay)
        self.jar = jar
        try:
            self._begin()
            whole = answers()
            for step in STEPS:
                if step in TO_SEND and step in whole:
                    self._save(step, whole[step])
            self._send()
            self._read_paper()
            for staff in (self.seed + 100, self.seed + 200, self.seed + 300):
                self._save("organisation", whole["organisation"] | {"staff": staff})
            self._send()
            self._read_paper()
        except TimeoutError as stuck:
            self.gave_up = str(stuck)

    def _begin(self) -> None:
        key = str(uuid.UUID(int=random.Random(self.seed).getrandbits(128), version=4))
        self._ask("/")
        _code, where, _body = self._press("/start/", {"start_key": key})
        self.case = int(re.findall(r"\d+", where)[0])

    def _save(self, step: str, kept: Mapping[str, Any]) -> None:
        page = f"/cases/{self.case}/{step}/"
        body = self._ask(page)[2]
        base = re.search(r'name="base" value="(\d+)"', body)
        self.possible.setdefault(step, []).append(kept)
        values = {**typed(step, kept), "base": base[1] if base else "0"}
        _code, where, _body = self._press(page, values)
        if where.endswith(page):
            raise TimeoutError(f"{step} was not taken")
        self.possible[step] = [kept]
        self.saved += 1

    def _send(self) -> None:
        where = self._press(f"/cases/{self.case}/submit/", DECLARED)[1]
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
                self._press(f"/cases/{self.case}/business-case.pdf", {})
            time.sleep(1)
        raise TimeoutError("the paper never came")

    def _press(self, page: str, values: Mapping[str, Any]) -> tuple[int, str, str]:
        return self._ask(page, values)

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
