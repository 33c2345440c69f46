"""Which supplier is chosen, or none of them, and why: said by the owner, and never by us."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from readiness.cases import access, asking, drafts, limits, private_answers
from readiness.cases.access import Visit
from readiness.cases.answers import Answers
from readiness.cases.fields import Choice, LongText, One
from readiness.cases.models import Draft
from readiness.cases.private_words import seen
from readiness.cases.steps.step import Questions
from readiness.suppliers import comparing, recording
from readiness.suppliers.asked import STEPS, Asked, asked_of
from readiness.suppliers.comparing import Looked
from readiness.suppliers.forms import SAID, UNKNOWN
from readiness.suppliers.models import Chosen
from readiness.suppliers.recording import Choosing
from readiness.suppliers.replies import placed

HOUR = 60 * 60
NAME = "supplier-choice"  # of the draft; its inputs' names begin with it
NONE, OPEN = Chosen.Outcome.NONE.value, Chosen.Outcome.OPEN.value
NAMED = 3  # things of one kind that are named beside a supplier


class WhichOne(Questions):
    """The choice among the suppliers that there are."""

    chosen = One(_("Which one do you choose?"), choices=(), noun=_("one of them, or none"))
    why = LongText(
        _("Why?"),
        noun=_("why"),
        hint=_("In your own words, for whoever reads this in two years."),
        required=False,
        sometimes=True,
    )

    def __init__(self, *args, offered: Sequence[Choice], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = (
            *offered,
            Choice(NONE, _("None of them"), _("That is a good answer, too")),
            Choice(OPEN, _("Not decided yet")),
        )

    def check_together(self):
        if self.answer("chosen") not in (None, OPEN) and not self.answer("why"):
            self.fault("why", self.fields["why"].missing())


# /cases/<id>/suppliers/choose/


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, case_id: int) -> HttpResponse:
    """Ask which one; record it where nobody recorded another meanwhile."""
    visit = access.owner_visit(request, case_id)
    looked = comparing.look_at(visit.case.suppliers.prefetch_related("recorded"))
    answers = Answers.of(visit.case, [*STEPS, "organisation"])
    offered = [*_offered(looked, asked_of(answers.kept))]
    last = recording.newest_choice(visit.case)
    if request.method == "POST":
        form = WhichOne(request.POST, prefix=NAME, offered=offered)
        return _pressed(_Pressed(request, visit, form, last), looked)
    draft = drafts.of(visit.link, NAME)
    form = WhichOne(drafts.typed(draft), prefix=NAME, offered=offered, initial=_kept(last))
    values = {"visit": visit, "case": visit.case, "organisation": answers.organisation}
    asks = "private" in request.GET and draft and form.is_valid()
    private = private_answers.in_form(form, kept=_kept_words(last)) if asks else []
    values |= {"private": private, "private_seen": seen(private)}
    return render(request, "suppliers/choose.html", values | _shown(form, draft, last))


def _shown(form: WhichOne, draft: Draft | None, last: Chosen | None) -> dict[str, Any]:
    faults = bool(draft and draft.checked)
    return {
        "typing": True,  # so the ways out are buttons of the form
        "draft": draft,
        "last": last,
        "base": draft.base if draft else _number(last),
        "overtaken": draft is not None and draft.base != _number(last),
        "faults": form.faults() if faults else [],
        "blocks": [asking.box(form, name, faults, {}) for name in form.fields],
    }


@dataclass(frozen=True)
class _Pressed:
    """What was pressed, and what was recorded last when it was."""

    request: HttpRequest
    visit: Visit
    form: WhichOne
    last: Chosen | None

    @property
    def base(self) -> int:
        """The number of the choice that the person saw; 0 where there was none."""
        said = self.request.POST.get("base", "")
        return int(said[:9]) if said.isascii() and said.isdigit() else 0

    @property
    def typed_anything(self) -> bool:
        """Whether the boxes hold anything but what was recorded last."""
        boxes = (self.request.POST.get(f"{NAME}-{name}", "").strip() for name in self.form.fields)
        return any(boxes) and (not self.form.is_valid() or self.form.sound != _kept(self.last))

    @property
    def asks_first(self) -> bool:
        """Whether something looks private in what was typed, and was not asked about yet."""
        kept = _kept_words(self.last)
        return bool(private_answers.still_to_ask(self.request.POST, self.form, kept=kept))

    def keep_draft(self, *, checked: bool) -> None:
        """Keep what was typed, so that no word is lost."""
        typed, now = dict(self.request.POST.lists()), timezone.now()
        drafts.keep(self.visit.link, NAME, typed, base=self.base, at=now, checked=checked)


def _pressed(pressed: _Pressed, looked: Sequence[Looked]) -> HttpResponse:
    request, case = pressed.request, pressed.visit.case
    draft = drafts.of(pressed.visit.link, NAME)
    if "discard" in request.POST:
        drafts.drop(draft)
        return redirect("supplier-choose", case.pk)
    if {"keep", "look"} & {*request.POST}:
        if draft or pressed.typed_anything:
            pressed.keep_draft(checked=False)
        return _away(request, pressed.visit)
    if not pressed.form.is_valid():
        pressed.keep_draft(checked=True)
        return redirect("supplier-choose", case.pk)
    if pressed.asks_first:
        pressed.keep_draft(checked=False)
        return HttpResponseRedirect(
            reverse("supplier-choose", args=[case.pk], query={"private": 1})
        )
    if not limits.allow("choose", str(case.pk), times=20, seconds=HOUR):
        pressed.keep_draft(checked=False)
        return render(request, "cases/too_often.html", status=429)
    if not _recorded(pressed, _said(pressed.form, looked)):
        pressed.keep_draft(checked=False)
        return redirect("supplier-choose", case.pk)
    drafts.drop(draft)
    messages.success(request, gettext("Recorded."))
    return redirect("suppliers", case.pk)


def _kept_words(last: Chosen | None) -> list[str]:
    """What is recorded already: it was asked about when it was."""
    return [last.why] if last else []


def _recorded(pressed: _Pressed, said: Choosing) -> bool:
    """Record it; False where another choice was recorded since the page was opened."""
    by = pressed.visit.link.label
    try:
        recording.choose(pressed.visit.case, said, base=pressed.base, by=by, at=timezone.now())
    except recording.Overtaken:
        return False
    return True


def _away(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Nowhere, where the page kept a draft by itself; or where a button leads."""
    to, back = request.POST.get("look", ""), reverse("supplier-choose", args=[visit.case.pk])
    if "keep" in request.POST:
        return HttpResponse(status=204)
    if to in {"library", "share-a-lesson", "get-in-touch"}:
        return HttpResponseRedirect(reverse(to, query={"back": back}))
    return redirect("save" if to == "save" else "suppliers", visit.case.pk)


def _number(last: Chosen | None) -> int:
    return last.pk if last else 0


def _said(form: WhichOne, looked: Sequence[Looked]) -> Choosing:
    named = {str(each.supplier.pk): each.supplier for each in looked}
    chosen, why = form.sound["chosen"], form.sound.get("why", "")
    outcome = Chosen.Outcome.ONE.value if chosen in named else chosen
    return Choosing(outcome, named.get(chosen), why)


def _kept(last: Chosen | None) -> dict[str, Any]:
    """The last choice, as the form holds it."""
    if last is None:
        return {}
    chosen = last.outcome if last.outcome in (NONE, OPEN) else str(last.supplier_id or "")
    return {n: v for n, v in (("chosen", chosen), ("why", last.why)) if v}


def _offered(looked: Sequence[Looked], asked: Sequence[Asked]) -> Iterator[Choice]:
    for each in looked:
        text = " ".join(_in_the_way(each, asked))
        yield Choice(str(each.supplier.pk), each.name, text)


def _in_the_way(looked: Looked, asked: Sequence[Asked]) -> Iterator[str]:
    """The musts that are not met, by name: a number of them would be a score."""
    musts = [one for one in placed(asked, looked.rows("replies")) if one.asked]
    musts = [one for one in musts if one.asked and one.asked.group == "must"]
    if not musts:
        return
    for state in ("not", "partly", UNKNOWN):
        named = [_in_a_list(one.words) for one in musts if _state(one) == state]
        more = [gettext("and others")] if len(named) > NAMED else []
        if named:
            yield f"{SAID[state].label}: {', '.join([*named[:NAMED], *more])}."
    if all(_state(one) == "met" for one in musts):
        yield gettext("Every must is met.")


def _in_a_list(words: str) -> str:
    return gettext("“{words}”").format(words=words.rstrip(" ."))


def _state(one: Any) -> str:
    return UNKNOWN if one.before else one.row.get("said", UNKNOWN)
