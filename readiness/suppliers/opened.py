"""A supplier's page as it was opened: who looks, what was recorded, and what was typed so far."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone

from readiness.cases import access, drafts, rows
from readiness.cases.access import Visit
from readiness.cases.answers import Answers, Change
from readiness.cases.models import Draft
from readiness.cases.steps.step import Kept, RowsStep
from readiness.suppliers import recording
from readiness.suppliers.asked import STEPS, Asked, asked_of
from readiness.suppliers.forms import PARTS, Replies, says_something
from readiness.suppliers.models import Recorded, Supplier
from readiness.suppliers.replies import Placed, by_question, placed

ADDRESS = {kind: f"supplier-{kind}" for kind in PARTS}  # the names of their addresses


class Gone(Exception):
    """The supplier is not there, or no more."""


@dataclass
class Opened:
    """One part of a supplier, before its owner."""

    request: HttpRequest
    visit: Visit
    supplier: Supplier
    kind: str
    posted: QueryDict  # with what was chosen in place of what was typed

    @classmethod
    def of(cls, request: HttpRequest, case_id: int, supplier_id: int, kind: str) -> "Opened":
        """The part, for the owner alone; otherwise 404. Raises Gone."""
        visit = access.owner_visit(request, case_id)
        return cls(request, visit, supplier_of(visit, supplier_id), kind, request.POST)

    @property
    def name(self) -> str:
        """What the inputs' names begin with; the draft bears it too."""
        return recording.draft_name(self.supplier, self.kind)

    @property
    def step(self) -> type[RowsStep]:
        """The form of the part."""
        return PARTS[self.kind]

    @property
    def address(self) -> str:
        """Where the page is."""
        return self.address_of(self.kind)

    def address_of(self, kind: str) -> str:
        """Where another part of the same supplier is."""
        return reverse(ADDRESS[kind], args=[self.visit.case.pk, self.supplier.pk])

    @cached_property
    def row(self) -> Recorded:
        """What was recorded; a row of version 0 where nothing was."""
        found = Recorded.objects.filter(supplier=self.supplier, kind=self.kind).first()
        return found or Recorded(supplier=self.supplier, kind=self.kind)

    @cached_property
    def draft(self) -> Draft | None:
        """What was typed and not saved."""
        return drafts.of(self.visit.link, self.name)

    @cached_property
    def answers(self) -> Answers:
        """The steps that say what is asked."""
        return Answers.of(self.visit.case, [*STEPS, "organisation"])

    @cached_property
    def asked(self) -> list[Asked]:
        """What is asked of every supplier."""
        return asked_of(self.answers.kept)

    @property
    def base(self) -> int:
        """The version that the person saw when typing; today's where the page did not say."""
        said = self.posted.get("base", "")
        return int(said[:9]) if said.isascii() and said.isdigit() else self.row.version

    def placed(self) -> list[Placed]:
        """What is asked, with what was typed of it, or recorded."""
        typed = drafts.typed(self.draft)
        if typed is None:
            return placed(self.asked, self.row.kept.get("rows", []))
        told = [
            {name: texts[0] for name, texts in row.items() if texts}
            for row in rows.typed_rows(self.name, typed)
        ]
        return placed(self.asked, [row for row in told if says_something(row)])

    def form(self) -> RowsStep:
        """The form, filled in with what was typed, or recorded."""
        if self.kind == Replies.page.slug:
            return self._form_of_replies()
        if self.draft:
            return self.step(data=drafts.typed(self.draft), prefix=self.name)
        # A list with nothing in it opens with a row to fill in.
        return self.step(initial=self.row.kept.get("rows") or [{}], prefix=self.name)

    def _form_of_replies(self) -> RowsStep:
        """One row for everything that is asked today, and then for what is asked no longer."""
        listed = self.placed()
        about = [
            {"about": each.asked.about, "asked": each.asked.words} if each.asked else {}
            for each in listed
        ]
        filled = [each.row | named for each, named in zip(listed, about, strict=True)]
        if not self.draft:
            return self._named(Replies(initial=filled, prefix=self.name), listed)
        data = QueryDict(mutable=True)
        data.update(Replies.as_typed({"rows": filled}, self.name))
        return self._named(Replies(data=data, prefix=self.name), listed)

    def _named(self, form: RowsStep, listed: list[Placed]) -> RowsStep:
        for each, row in zip(listed, form.forms, strict=True):
            row.name_it(each.words, hint=each.asked.hint if each.asked else "")
            row.before, row.group = each.before, each.asked.group if each.asked else "left"
        return form

    def posted_form(self) -> RowsStep:
        """The form as it was posted."""
        form = self.step(data=self.posted, prefix=self.name)
        if self.kind == Replies.page.slug:
            for row in form.forms:
                row.name_it(row["asked"].value() or "")
        return form

    def apart(self, kept: Kept) -> recording.Parts:
        """A record in the parts that are merged one by one: each answer, or the list as a whole."""
        return by_question(self.asked, kept) if self.kind == Replies.page.slug else kept

    def change(self, form: RowsStep) -> Change:
        """What is to be kept, and the version that it was typed over."""
        by, at = self.visit.link.label, timezone.now()
        return Change(kept=form.sound, base=self.base, by=by, at=at)

    def keep_draft(self, *, checked: bool, typed: QueryDict | None = None, removed=None) -> None:
        """Keep what was typed, so that no word is lost."""
        drafts.keep(
            self.visit.link,
            self.name,
            dict((self.posted if typed is None else typed).lists()),
            base=self.base,
            at=timezone.now(),
            checked=checked,
            removed=removed,
        )


def supplier_of(visit: Visit, supplier_id: int) -> Supplier:
    """A supplier of the case that is visited. Raises Gone."""
    if supplier_id > access.MOST_ID:
        raise Http404
    found = Supplier.objects.filter(pk=supplier_id, case=visit.case).first()
    if found is None:
        raise Gone
    return found
