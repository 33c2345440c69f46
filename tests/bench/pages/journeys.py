"""People at work on each of the servers: what a turn of pages costs the server."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from readiness.cases.fields import LongText
from readiness.cases.stages import STEPS, path
from tests.bench.pages.servers import Server, Visitor
from tests.cases.builders import complete_answers, later_answers
from tests.people import typed

LONG = " and we would rather say it at length than leave anything out, as people do" * 19  # 1,400


def answers(*, long: bool = False) -> dict[str, Any]:
    """Every step, in the order of the questionnaire; with long texts where ``long``."""
    found = {**complete_answers(), **later_answers()}
    found = {step: found[step] for step in path(found) if step in found}
    return {step: _longer(step, kept) for step, kept in found.items()} if long else found


def _longer(step: str, kept: Any) -> Any:
    """The same answers, with more said wherever there is room for paragraphs."""
    rows = [_at_length(step, row) for row in kept.get("rows", [])]
    return {"rows": rows} if "rows" in kept else _at_length(step, kept)


def _at_length(step: str, kept: dict[str, Any]) -> dict[str, Any]:
    asked = STEPS[step].fields_of()
    return {
        name: each + LONG if isinstance(asked[name], LongText) and each else each
        for name, each in kept.items()
    }


ANSWERS = answers()
POSTED = {step: typed(step, kept) for step, kept in ANSWERS.items()}


@dataclass
class Spent:
    """Seconds of the processor and bytes, in all, of one journey."""

    gets: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)

    @property
    def get(self) -> float:
        return sum(self.gets) / len(self.gets)

    @property
    def post(self) -> float:
        return sum(self.posts) / len(self.posts)

    @property
    def turn(self) -> float:
        """A GET and a POST."""
        return self.get + self.post


@dataclass
class Journey:
    """Somebody who answers page after page; ``prepare`` is not counted."""

    server: Server

    def begin(self) -> list[Any]:
        """Come in afresh; the pages to answer."""
        raise NotImplementedError

    def address(self, page: Any) -> str:
        raise NotImplementedError

    def data(self, page: Any) -> Mapping[str, Any]:
        raise NotImplementedError

    def go(self) -> Spent:
        """Read and answer every page; what it cost."""
        self.visitor = Visitor(self.server.port)  # a server soon closes a connection that rests
        pages, spent = self.begin(), Spent()
        now = self.server.clock()
        for page in pages:
            status, _body = self.visitor.get(self.address(page))
            assert status == 200, (page, status)
            before, now = now, self.server.clock()
            spent.gets.append(now - before)
            status, _body = self.visitor.post(self.address(page), self.data(page))
            assert status == 302, (page, status)
            before, now = now, self.server.clock()
            spent.posts.append(now - before)
        return spent


class Floor(Journey):
    """The floor's one page, as often as the guide has steps."""

    cookie = ""

    def begin(self):
        self.visitor.cookies["sessionid"] = self.cookie
        return range(len(POSTED))

    def address(self, page):
        return "/"

    def data(self, page):
        return {"name": f"Larch House {page}", "problem": "Notes take too long.", "often": "daily"}


class Plain(Journey):
    """formtools, from the first step to the last, in a new session."""

    def begin(self):
        return list(POSTED)

    def address(self, page):
        return f"/{page}/"

    def data(self, page):
        return {**POSTED[page], "plain_wizard-current_step": page}


class Guide(Journey):
    """The guide, from a new case to the last step."""

    def begin(self):
        _status, page = self.visitor.get("/")
        key = page.partition(b'name="start_key" value="')[2].partition(b'"')[0].decode()
        status, _body = self.visitor.post("/start/", {"start_key": key})
        assert status == 302, status
        self.case = self.visitor.where
        return list(POSTED)

    def address(self, page):
        return f"{self.case}{page}/"

    def data(self, page):
        return {**POSTED[page], "base": "0"}


TIMES = 8  # that one step is read and answered in a turn
STEP = "need"


@dataclass
class SameStep(Guide):
    """Somebody who reads and changes one step again and again, in a case with other answers."""

    there: Mapping[str, Any] = field(default_factory=dict)
    saved: int = 0

    def begin(self):
        self.visitor.cookies["sessionid"] = self.there["session"]
        self.case = f"/cases/{self.there['case']}/"
        return [STEP] * TIMES

    def data(self, page):
        base, self.saved = str(self.saved), self.saved + 1
        words = f"{POSTED[page][f'{page}-problem']} {self.saved}"
        return {**POSTED[page], f"{page}-problem": words, "base": base}


@dataclass
class SamePlainStep(Plain):
    """The same with formtools, after so many steps were answered."""

    answered: int = 0
    session: str = ""

    def begin(self):
        if not self.session:
            self._prepare()
        self.visitor.cookies["sessionid"] = self.session
        return [STEP] * TIMES

    def _prepare(self) -> None:
        for step, kept in list(answers(long=True).items())[: self.answered]:
            self.visitor.get(self.address(step))
            data = {**typed(step, kept), "plain_wizard-current_step": step}
            status, _body = self.visitor.post(self.address(step), data)
            assert status == 302, (step, status)
        self.visitor.get(self.address(STEP))
        self.session = self.visitor.cookies["sessionid"]
