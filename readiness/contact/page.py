"""The page of one thing that was sent, worked out before its template sees it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.accounts.models import User
from readiness.catalogue.contents import contents
from readiness.contact import handling, publishing
from readiness.contact.admin_forms import FORMS, SeenForm
from readiness.contact.models import Deed, Message, OfferedLesson

Verb = Deed.Verb
Row = tuple[Any, Any]  # a heading, and what stands under it

# What a deed is called on its button.
PRESS = {
    Verb.TAKE: _("Take it in hand"),
    Verb.PUT_BACK: _("Put it back for anybody to take"),
    Verb.CLOSE: _("Close it"),
    Verb.NOT_USE: _("Do not use it, with a reason"),
    Verb.PUBLISH: _("Publish it in the library"),
    Verb.WITHDRAW: _("Take it back, as who sent it asked"),
    Verb.REOPEN: _("Reopen it"),
}
ONE_PRESS = (Verb.TAKE, Verb.PUT_BACK, Verb.REOPEN)


@dataclass(frozen=True)
class Press:
    """Something that can be done: its button, and the form that goes with it."""

    verb: str
    words: Any
    form: SeenForm
    folded: bool
    final: bool


def values(
    sent: Message | OfferedLesson, user: User, forms: Mapping[str, SeenForm]
) -> dict[str, Any]:
    """All that the page prints; `forms` are those that were filled in and have a fault."""
    may_reach = handling.may(user, Verb.TAKE, sent)
    possible = handling.possible(sent, user)
    # What somebody wrote stays to be seen, also where somebody else was faster.
    verbs = [*possible, *(verb for verb in forms if verb not in possible)]
    return {
        "sent": sent,
        "rows": [row for row in _rows(sent, may_reach=may_reach) if row[1]],
        "email": sent.email if may_reach else "",
        "presses": [_press(sent, verb, forms.get(verb)) for verb in verbs],
        "history": sent.deeds.select_related("by"),
        "lesson": getattr(sent, "lesson", None),
    }


def form_for(sent: Message | OfferedLesson, verb: str, data: Any = None) -> Any:
    """The form of a deed: empty, or with what was filled in. KeyError where there is no such deed."""
    made: dict[str, Any] = {"auto_id": f"{verb}-%s", "label_suffix": ""}
    made["initial"] = {"seen": sent.status}
    if verb == Verb.PUBLISH and isinstance(sent, OfferedLesson):
        made["instance"] = publishing.draft(sent, today=timezone.localdate())
    return FORMS[Verb(verb)](data, **made)


def _press(sent: Message | OfferedLesson, verb: str, filled: SeenForm | None) -> Press:
    return Press(
        verb=verb,
        words=PRESS[Verb(verb)],
        form=filled or form_for(sent, verb),
        folded=verb not in ONE_PRESS,
        final=verb == Verb.WITHDRAW,
    )


def _rows(sent: Message | OfferedLesson, *, may_reach: bool) -> Iterator[Row]:
    if isinstance(sent, Message):
        yield gettext("About"), sent.get_about_display()
        yield gettext("Case"), sent.reference
        yield gettext("Message"), sent.words
        return
    yield gettext("How it went"), sent.get_kind_display()
    yield gettext("What happened"), sent.what_happened
    yield gettext("What was learned"), sent.what_was_learned
    yield gettext("Theme"), sent.get_theme_display()
    known = contents().avenues
    named = [known[slug].name if slug in known else slug for slug in sent.avenues]
    yield gettext("Kinds of technology"), ", ".join(named)
    yield gettext("Kind of organisation"), sent.get_organisation_display()
    yield (
        gettext("May be published"),
        gettext("Yes, without names") if sent.consent else gettext("No"),
    )
    yield gettext("Name"), sent.name if may_reach else ""
    yield gettext("Why it is not used"), sent.reason
