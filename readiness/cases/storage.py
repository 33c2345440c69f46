"""formtools' storage over the case's own rows: one row for each step, nothing in the session."""

from collections.abc import Collection
from contextlib import nullcontext
from dataclasses import replace
from functools import partial

from django.db import transaction
from django.http import HttpRequest, QueryDict
from formtools.wizard.storage.base import BaseStorage

from readiness.cases import answers, drafts, outcome_numbers
from readiness.cases.answers import Answers, Change
from readiness.cases.models import Answer, Draft
from readiness.cases.stages import ROUTING, STEPS

ALSO = {"organisation", *ROUTING}  # named at the top of every page, and what decides on the path


# The presses that look at other steps' answers: for the figures, or for what the page had filled in.
LOOKING = ("say", "look", "leave")


def needed(step: str, request: HttpRequest) -> Collection[str]:
    """The steps whose answers a request needs: all where the page says something that hangs on them,
    which a save does not."""
    asked, posted = STEPS[step], request.POST
    if request.method == "POST" and not any(press in posted for press in LOOKING):
        return ALSO
    return STEPS if asked.reads_others or asked.page.live else ALSO


class AnswerStorage(BaseStorage):
    """Answers of the case that the request visits; the current step is the address's."""

    def __init__(self, prefix, request=None, file_storage=None):
        super().__init__(prefix, request, file_storage)
        self.visit = request.visit
        self.step = request.resolver_match.kwargs["step"]
        rows = {row.step: row for row in self.visit.answers}
        self.answers = Answers(rows, self.visit.case.heard)
        self.draft: Draft | None = self.visit.draft
        self.emptied: set[str] = set()

    @property
    def extra_data(self) -> dict:
        """Nothing beside the answers."""
        return {}

    @property
    def current_step(self) -> str:
        """The step in the address; nothing that is posted changes it."""
        return self.step

    @current_step.setter
    def current_step(self, step: str) -> None:
        """The address stays what it is."""

    def reset(self) -> None:
        """Nothing is ever wiped by the wizard."""

    def init_data(self) -> None:
        """There is nothing to prepare: a row comes into being when a step is saved."""

    def get_step_data(self, step) -> QueryDict | None:
        """What was typed and not saved, as it was posted."""
        return drafts.typed(self.draft) if step == self.step else None

    def set_step_data(self, step, change: Change) -> None:
        """Keep the step's answers and let go of its draft. Raises answers.Clash."""
        holds = partial(STEPS[step].holds, whole=not change.later)
        with transaction.atomic() if step == "outcomes" else nullcontext():
            seen = self.answers.rows.get(step)
            row = answers.save(self.visit.case, step, change, holds=holds, seen=seen)
            self.emptied = self._follow(row, change) if step == "outcomes" else set()
        self.answers = replace(self.answers, rows={**self.answers.rows, step: row})
        drafts.drop(self.draft)
        self.draft = None

    def _follow(self, row: Answer, change: Change) -> set[str]:
        """The steps in which something pointed at an outcome that is there no longer."""
        before = self.answers.kept.get("outcomes", {}).get("rows", [])
        went = outcome_numbers.moved(before, row.kept.get("rows", []))
        if all(number == place for number, place in went.items()):
            return set()
        return answers.follow(self.visit.case, went, change)

    def get_step_files(self, step) -> None:
        """There are no files in the questionnaire."""

    def set_step_files(self, step, files) -> None:
        """There are no files in the questionnaire."""

    def update_response(self, response) -> None:
        """Nothing goes into a cookie."""
