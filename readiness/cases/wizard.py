"""The wizard: one step a page, at one address, with one POST."""

from functools import cached_property
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from formtools.wizard.views import NamedUrlWizardView

from readiness.cases import access, clashes, drafts, links, reading_on, rows, step_page, storage
from readiness.cases.answers import Change, Clash
from readiness.cases.stages import STEPS, TO_SEND
from readiness.cases.steps.step import Kept
from readiness.catalogue.contents import contents


@method_decorator(never_cache, name="dispatch")
class StepView(NamedUrlWizardView):
    """One step of a case.

    The step is the address's and the case is the browser's access link's; what is posted
    changes neither. A press of “Save and continue” keeps sound answers; anything else keeps what
    was typed as a draft, so that no word is lost.
    """

    storage_name = "readiness.cases.storage.AnswerStorage"
    form_list = list(STEPS.items())
    template_name = "cases/step.html"

    def dispatch(self, request, case_id: int, step: str):
        if step not in STEPS:
            raise Http404
        self.visit = request.visit = access.visit(
            request, case_id, step=step, others=storage.needed(step, request)
        )
        return super().dispatch(request, case_id=case_id, step=step)

    # What formtools asks of a wizard.

    def get_prefix(self, request, *args, **kwargs):
        return "wizard"

    def get_step_url(self, step):
        return reverse("step", args=[self.visit.case.pk, step])

    def get_form_list(self):
        """The steps that apply, by what is kept now: a save may have changed them."""
        return {step: STEPS[step] for step in self.storage.answers.path}

    def get_form(self, step=None, data=None, files=None):
        form = super().get_form(step, data, files)
        form.dress(self.contents)
        return form

    def get_form_initial(self, step):
        """Nothing where all of the form is posted."""
        return {} if self.request.method == "POST" else step_page.initial(self, STEPS[step])

    def get_form_kwargs(self, step=None):
        return {"partial": True} if "later" in self.request.POST else {}

    def process_step(self, form) -> Change:
        """What is to be kept: the sound answers, and the version that they were typed over."""
        return Change(
            kept=self._to_keep(form),
            base=self.base,
            by=self.visit.link.label,
            at=timezone.now(),
            later="later" in self.request.POST,
            note=step_page.note(self.request.POST),
        )

    # What the page does.

    def get(self, request, *args, step, **kwargs):
        if step not in self.get_form_list():
            raise Http404
        form = self.get_form(data=self.storage.current_step_data)
        step_page.order(form, self.storage.answers, self.contents)
        return self.render(form)

    def post(self, request, *args, step, **kwargs):
        if step not in self.get_form_list():
            self._keep_draft(checked=False)  # another page may have made it apply no longer
            if "leave" in request.POST:
                return links.leave(request, self.visit.case.pk)
            raise Http404
        self.before = self.storage.answers.rows.get(step)
        self.request.POST = clashes.settled(self, request.POST)
        changes = dict.fromkeys(("add", "remove", "restore"), self.change_rows)
        presses = {
            "say": self.say,
            "keep": self.keep,
            **(changes if STEPS[step].rows else {}),
            "discard": self.discard,
            "look": self.look,
            "leave": self.leave,
            "later": self.put_off,
        }
        press = next((presses[name] for name in presses if name in request.POST), self.save)
        return press()

    def save(self):
        """Keep the answers and go on; where there is a fault or a clash, show it."""
        form = self.get_form(data=self.request.POST)
        if not form.is_valid():
            return self.render(form)
        try:
            self.storage.set_step_data(self.steps.current, self.process_step(form))
        except Clash as clash:
            self._keep_draft(checked=False)
            return clashes.page(self, clash)
        return HttpResponseRedirect(self._after(self.get_next_step()))

    def put_off(self):
        """Keep what is sound, mark the step, and keep the rest as a draft."""
        form = self.get_form(data=self.request.POST)
        sound = form.is_valid()
        try:
            self.storage.set_step_data(self.steps.current, self.process_step(form))
        except Clash as clash:
            self._keep_draft(checked=False)
            return clashes.page(self, clash)
        if not sound:
            now = self.storage.answers.version(self.steps.current)
            self._keep_draft(checked=True, base=now)
        return HttpResponseRedirect(self._after(self.get_next_step()))

    def say(self):
        """The sentence of the figures alone, for what is in the boxes now."""
        form = self.get_form(data=self.request.POST)
        form.is_valid()
        said = step_page.sentences(self, form.sound)
        return render(self.request, "cases/live.html", {"sentences": said})

    def keep(self):
        """Keep what was typed so far; the page sends this by itself."""
        self._keep_draft(checked=False)
        return HttpResponse(status=204)

    def change_rows(self):
        """Add a row, take one out or put it back: what was typed goes along."""
        step = STEPS[self.steps.current]
        typed, removed = rows.changed(step, self.request.POST)
        self._keep_draft(checked=False, typed=typed, removed=removed)
        return HttpResponseRedirect(self.request.get_full_path() + rows.focus(step, typed, removed))

    def look(self):
        """Go and read in the library; what was typed waits as a draft."""
        self._keep_what_was_typed()
        return HttpResponseRedirect(reading_on.address(self))

    def leave(self):
        """Leave the case; what was typed waits as a draft."""
        self._keep_what_was_typed()
        return links.leave(self.request, self.visit.case.pk)

    def discard(self):
        """Let go of what was typed and go back to what was saved."""
        drafts.drop(self.storage.draft)
        return HttpResponseRedirect(self.request.get_full_path())

    def render(self, form=None, **kwargs):
        """After a POST with a fault the page is read again, so that Back and refresh ask nothing."""
        if self.request.method == "POST":
            self._keep_draft(checked=True)
            return HttpResponseRedirect(self.request.get_full_path())
        return super().render(form, **kwargs)

    def get_context_data(self, form, **kwargs):
        return step_page.context(self, form)

    # What the above share.

    @cached_property
    def contents(self):
        """The published content, read once for this request."""
        return contents()

    @property
    def base(self) -> int:
        """The version that the person saw when typing; today's where the page did not say."""
        said = self.request.POST.get("base", "")
        if said.isascii() and said.isdigit():
            return int(said[:9])
        return self.storage.answers.version(self.steps.current)

    def _to_keep(self, form) -> Kept:
        """The sound answers; of a step that is put off, also the last ones in place of faulty ones."""
        before = self.storage.answers.kept.get(self.steps.current, {})
        step = STEPS[self.steps.current]
        if step.rows:
            return form.sound if form.arrived else before
        if not form.errors:
            return form.sound
        last = {name: before[name] for name in form.errors if name in before}
        return last | form.sound if step.holds(last | form.sound, whole=False) else form.sound

    def _after(self, following: str | None) -> str:
        case, step = self.visit.case.pk, self.steps.current
        from_check = self.request.GET.get("from") == "check"
        if asked := step_page.asks(self):
            from_there = {"from": "check"} if from_check else {}
            return f"{self.get_step_url(step)}?{urlencode(asked | from_there)}"
        if from_check:
            return reverse("check", args=[case]) + f"#{step}"
        step_page.say_what_was_emptied(self)
        if following is None or (step in TO_SEND and following not in TO_SEND):
            return reverse("check", args=[case])
        step_page.say_end_of_stage(self, following)
        return self.get_step_url(following)

    def _keep_what_was_typed(self) -> None:
        draft = self.storage.draft
        if draft:
            self._keep_draft(checked=draft.checked, removed=draft.removed)
        elif reading_on.typed_anything(self):
            self._keep_draft(checked=False)

    def _keep_draft(self, *, checked: bool, typed=None, removed=None, base=None) -> None:
        drafts.keep(
            self.visit.link,
            self.steps.current,
            dict((typed or self.request.POST).lists()),
            base=self.base if base is None else base,
            at=timezone.now(),
            checked=checked,
            removed=removed,
        )
