"""How an entry is edited: what was typed, what others did meanwhile, and the check before it is
published."""

from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import localize_input
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.catalogue import edits, quality
from readiness.catalogue.entry import Entry
from readiness.catalogue.quality import Remark
from readiness.catalogue.version import digest
from readiness.word_changes import Changed

LONGEST_REASON = 100  # letters that the history has room for


@dataclass(frozen=True)
class ToCheck:
    """What is shown before an edit is published: what it changes, and what to think about."""

    mark: str
    changed: tuple[Changed, ...]
    concerns: list[Remark]


@dataclass(frozen=True)
class Meanwhile:
    """What somebody else changed since the form was opened; `both` names the fields that each of
    the two changed, where the form keeps what was typed."""

    line: edits.HistoryLine
    changed: tuple[Changed, ...]
    both: list[str]


class EntryForm(forms.ModelForm):
    """An entry as it was typed, as far as its own form goes."""

    looked_over = forms.BooleanField(
        required=False, label=_("I have looked all of this over today, and it is still right")
    )
    edit_reason = forms.CharField(
        required=False,
        max_length=LONGEST_REASON,
        label=_("Why you change it"),
        help_text=_("For the history, in a few words."),
        widget=forms.TextInput(attrs={"size": 80}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.was = copy(self.instance) if self.instance.pk else None
        if "reviewed_on" not in self.fields:
            self.fields.pop("looked_over", None)

    def clean_reviewed_on(self) -> date:
        """The day of the review, which is not still to come."""
        day: date = self.cleaned_data["reviewed_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        if self.cleaned_data.get("looked_over"):
            self.cleaned_data["reviewed_on"] = timezone.localdate()
            self.errors.pop("reviewed_on", None)


class PublishingForm(EntryForm):
    """An entry that is to be published: once its faults are gone, nobody else changed it in between,
    and whoever edits it has seen what changes.

    `seen` is the line of the history that the form was opened at; `checked` the mark of what was
    shown before the button was pressed again.
    """

    to_check: ToCheck | None = None
    meanwhile: Meanwhile | None = None
    stood: list[Remark] = []

    @property
    def seen(self) -> str:
        """The line of the history that what stands in the form goes back to."""
        held = self.is_bound and self.meanwhile is None
        return self.data.get("seen", "") if held else edits.newest(self.instance)

    @property
    def is_same(self) -> bool:
        """Whether the entry says what it said before."""
        return self.was is not None and self.was.published() == self.instance.published()

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        for step in (self._meet_others, self._refuse_faults, self._show_first):
            if not self.errors and not self.is_same:
                step()

    def _meet_others(self) -> None:
        """Where somebody else published meanwhile: take their words where this editor changed none,
        keep this editor's where they did, and say so."""
        if self.was is None or self.data.get("seen") == edits.newest(self.was):
            return
        kind, seen = type(self.was), self.data.get("seen", "")
        records = edits.records_of(kind, self.was.pk)
        base = records.filter(pk=seen).first() if edits.is_key(seen) else None
        both = self._take_in(base, self.was) if base else []
        self.meanwhile = Meanwhile(
            edits.HistoryLine(records.first(), ()),
            edits.differences(kind, base, self.was) if base else (),
            [edits.label(kind, name) for name in both],
        )
        self.add_error(None, gettext("Somebody else has changed this meanwhile."))

    def _take_in(self, base: Any, theirs: Entry) -> list[str]:
        """Put their words into the form where only they changed any; the fields that both changed."""
        both: list[str] = []
        data = self.data.copy()  # type: ignore[attr-defined]
        for name in set(theirs.published_fields()) & set(self.fields):
            was, now, typed = (getattr(each, name) for each in (base, theirs, self.instance))
            if typed == was:
                value = localize_input(self.fields[name].prepare_value(now))
                data[self.add_prefix(name)] = "" if value is None else str(value)
            elif now not in (was, typed):
                both.append(name)
        self.data = data
        return both

    def _refuse_faults(self) -> None:
        """Refuse what this edit brings; a fault that stood there before is told and not in the way of
        a smaller improvement."""
        before = quality.faults(self.was) if self.was else []
        found = quality.faults(self.instance)
        self.stood = [fault for fault in found if fault in before]
        for fault in found:
            if fault not in before:
                where = fault.name if fault.name in self.fields else None
                place = fault.field.removeprefix(where or "").removeprefix(", ")
                told = (place, f"“{fault.begins}”" if fault.begins else "", fault.to_do)
                self.add_error(where, ": ".join(filter(None, told)))

    def _show_first(self) -> None:
        """Show what changes before it is published, unless just this was shown."""
        now, was = self.instance.published(), self.was.published() if self.was else None
        mark = digest([now, was])
        if self.data.get("checked") != mark:
            changed = edits.differences(type(self.instance), self.was, self.instance)
            concerns = self.stood + quality.concerns(self.instance)
            self.to_check = ToCheck(mark, changed, concerns)
            self.add_error(None, gettext("Look at what changes, then publish it."))
