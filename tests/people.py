"""The people of the tests: each sits at a browser of their own."""

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from datetime import datetime
from html import unescape
from typing import Any

from django.test import Client
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from readiness.accounts import second_step
from readiness.cases import access, case_file
from readiness.cases.models import AccessLink, Answer, Case
from readiness.cases.stages import STEPS
from tests.cases.builders import Answers, complete_answers
from tests.cases.contract import GROUPS


class Person(Client):
    """Somebody at a browser, with the case that they look at.

    ``case`` is theirs once they started or opened one.
    """

    case: Case

    def sign_in(self, user) -> None:
        """Be signed in as a member of staff, with both steps passed."""
        self.force_login(user)
        session = self.session
        second_step.let_pass(session, user)
        session.save()

    def begin(self) -> Case:
        """Press the button on the start page."""
        key = re.search(r'name="start_key" value="([^"]+)"', self.get("/").text)
        assert key
        answer = self.post("/start/", {"start_key": key[1]})
        assert answer.status_code == 302
        self.case = Case.objects.get(start_key=key[1])
        return self.case

    def join(self, case: Case, label="shown 1 May", role=AccessLink.Role.OWNER) -> AccessLink:
        """Open a case by a private link that somebody handed over."""
        now = timezone.now()
        link, address = access.mint(case, via=AccessLink.Via.SHOWN, label=label, at=now, role=role)
        assert self.post(address.removeprefix("http://127.0.0.1:8000")).status_code == 302
        self.case = case
        return link

    def url(self, page: str = "") -> str:
        """The address of a page of the case: a step, “check”, or the task list for nothing."""
        return f"/cases/{self.case.pk}/{page}/" if page else f"/cases/{self.case.pk}/"

    def see(self, page: str = "", query: str = "") -> str:
        """The words of a page of the case, as HTML."""
        answer = self.get(self.url(page) + query)
        assert answer.status_code == 200, answer.status_code
        return answer.text

    def send(self, step: str, typed: Mapping[str, Any], query: str = "", **more: Any):
        """Post a step's inputs as they are."""
        answer = self.post(self.url(step) + query, {**typed, **more})
        where = answer.headers.get("Location")
        # After a fault the browser reads the page again, and so does whoever looks at it.
        pressed = {"discard", "add", "remove", "restore"} & {*typed, *more}
        return self.get(where) if where == self.url(step) + query and not pressed else answer

    def save(self, step: str, kept: Mapping[str, Any], query: str = "", **more: Any):
        """Fill in a step's page with these answers and press “Save and continue”."""
        return self.send(step, typed(step, kept), query, **more)

    def kept(self, step: str) -> dict[str, Any] | None:
        """The step's answers as they are kept; None where there are none."""
        row = self.row(step)
        return row.kept if row else None

    def row(self, step: str) -> Answer | None:
        """The step's row; None where there is none."""
        return Answer.objects.filter(case=self.case, step=step).first()


def typed(step: str, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as a browser posts them; an empty list posts nothing."""
    posted = STEPS[step].as_typed(kept, step)
    return {name: text for name, text in posted.items() if text not in ([], None)}


def answers(changes: Mapping[str, Mapping[str, Any]] | None = None) -> Answers:
    """Every step, complete, as it is kept: what is chosen stands in the order of the choices."""
    found = complete_answers(changes)
    found["anxiety-cost-much"]["who"].sort(key=GROUPS.index)
    return found


def case_with(answers: Mapping[str, Any]) -> Case:
    """A case that holds these answers, as it comes out of an import."""
    text, now = json.dumps({"schema": 1, "answers": answers}), timezone.now()
    if text in _imported:
        return _as_before(_imported[text], now)
    case = case_file.imported(text, at=now)
    _imported[text] = list(case.answers.values("step", "kept", "later", "note", "changed_by"))
    return case


# What an import made of a case file: many tests begin with the same case, and it takes long.
_imported: dict[str, list[dict[str, Any]]] = {}


def _as_before(rows: list[dict[str, Any]], now: datetime) -> Case:
    """A case as the import made it before, with its history; tests/cases/test_case_file.py
    sees that nobody could tell them apart."""
    case = Case.objects.create(created_at=now)
    made = [Answer(case=case, changed_at=now, **deepcopy(row)) for row in rows]
    bulk_create_with_history(made, Answer)
    return case


def said(html: str) -> str:
    """The words of a page without its marks, spaces folded."""
    words = re.sub(r"<(script|style).*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", words)).split())


def faults_on(html: str) -> list[str]:
    """The problems listed at the top of a page, in order."""
    summary = re.search(r'class="faults".*?</(?:section|div)>', html, flags=re.DOTALL)
    return [said(item) for item in re.findall(r"<li>.*?</li>", summary[0])] if summary else []


def value_in(html: str, name: str) -> str | None:
    """What stands in a box of a page; None where there is no such box."""
    box = re.search(rf'<input\b[^>]*\bname="{re.escape(name)}"[^>]*>', html)
    if box:
        value = re.search(r'\bvalue="([^"]*)"', box[0])
        return unescape(value[1]) if value else ""
    area = re.search(
        rf'<textarea\b[^>]*\bname="{re.escape(name)}"[^>]*>(.*?)</textarea>', html, flags=re.DOTALL
    )
    return unescape(area[1]).removeprefix("\n") if area else None  # as browsers do


def picked_in(html: str, name: str) -> list[str]:
    """The values that are picked on a page for one question."""
    boxes = re.findall(rf'<input\b[^>]*\bname="{re.escape(name)}"[^>]*>', html)
    found = [re.search(r'\bvalue="([^"]*)"', box) for box in boxes if "checked" in box]
    folded = re.search(
        rf'<select\b[^>]*\bname="{re.escape(name)}"[^>]*>(.*?)</select>', html, flags=re.DOTALL
    )
    options = re.findall(r"<option\b[^>]*>", folded[1]) if folded else []
    found += [re.search(r'\bvalue="([^"]*)"', each) for each in options if "selected" in each]
    return [unescape(each[1]) for each in found if each]
