"""The pages where a visitor writes to us: each is a form, and a page that says it came."""

import secrets
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from readiness.cases import asking, limits
from readiness.cases.fields import LongText
from readiness.cases.private_answers import Asked, still_to_ask
from readiness.cases.private_words import seen
from readiness.contact import receiving
from readiness.contact.about import About, page_at
from readiness.contact.forms import TRAP, CommentForm, LessonForm, Letter, MessageForm
from readiness.contact.models import Message, OfferedLesson
from readiness.library import back

AN_HOUR, TIMES = 60 * 60, 10  # how often one address may send something
REFUSED = {"too_often": 429, "full": 503}  # why nothing is taken in, and its HTTP status
AUTOCOMPLETE = {"name": "name"}


def asks(view):
    """A page with a form, made anew for everybody."""
    return never_cache(require_http_methods(["GET", "HEAD", "POST"])(view))


# /get-in-touch/


@asks
def get_in_touch(request: HttpRequest) -> HttpResponse:
    """Write to us."""
    form = MessageForm(_typed(request))
    if not form.goes_through:
        return _asked(request, "message", form)
    return _received(request, "message", form, form.values())


# /comment/?page=


@asks
def comment(request: HttpRequest) -> HttpResponse:
    """Say something about a page of the library; of any other page, in the form for everything."""
    about = page_at(request.GET.get("page", ""))
    if about is None:
        return get_in_touch(request)
    form = CommentForm(_typed(request))
    if not form.goes_through:
        return _asked(request, "comment", form, about)
    values = {"about": Message.About.PAGE, "page": about.path, "page_title": about.title}
    return _received(request, "comment", form, form.values() | values, about)


# /share-a-lesson/


@asks
def share_a_lesson(request: HttpRequest) -> HttpResponse:
    """Tell others what happened, and what was learned. It may begin with what a case’s review said,
    which is posted, as words of a case belong in no address."""
    if "begin" in request.POST:
        return _asked(request, "lesson", LessonForm(initial=_begun(request)))
    form = LessonForm(_typed(request))
    if not form.goes_through:
        return _asked(request, "lesson", form)
    return _received(request, "lesson", form, form.values())


# /get-in-touch/thank-you/, and so on


@require_safe
@never_cache
def thanks(request: HttpRequest, what: str) -> HttpResponse:
    """It came, and what happens to it."""
    about = page_at(request.GET.get("page", ""))
    return render(request, f"contact/{what}_thanks.html", {"about": about, **_carried(request)})


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _begun(request: HttpRequest) -> dict[str, str]:
    """What stands in the form at first, to be changed by whoever sends it."""
    return {"what_happened": request.POST.get("what_happened", "")[: LongText.longest]}


def _received(
    request: HttpRequest, what: str, form: Letter, values: dict, about: About | None = None
) -> HttpResponse:
    """Keep it and go to the page that says so; or show it again where too much was sent, or where
    something in it looks private."""
    if private := still_to_ask(request.POST, form):
        return _asked(request, what, form, about, private=private)
    if not limits.allow("contact", limits.address(request), times=TIMES, seconds=AN_HOUR):
        return _asked(request, what, form, about, refused="too_often")
    kind = OfferedLesson if what == "lesson" else Message
    if receiving.is_full(kind):
        return _asked(request, what, form, about, refused="full")
    receiving.receive(kind, values, key=request.POST.get("key", ""), at=timezone.now())
    asked = {"page": about.path} if about else {}
    query = "&".join(each for each in (urlencode(asked), _carried(request)["carried"]) if each)
    return redirect(reverse(f"{what}-thanks") + (f"?{query}" if query else ""))


def _asked(
    request: HttpRequest,
    what: str,
    form: Letter,
    about: About | None = None,
    *,
    refused: str = "",
    private: list[Asked] | None = None,
) -> HttpResponse:
    """The form, with what was typed in it; `refused` is why nothing is taken in now."""
    faults = form.faults() if form.is_bound else []
    values = {
        "about": about,
        "blocks": [_box(form, name) for name in form.fields],
        "faults": faults,
        "trap": TRAP,
        "trapped": form.data.get(TRAP, "") if form.trapped else "",
        "refused": refused and f"contact/{refused}.html",
        "key": request.POST.get("key") or secrets.token_urlsafe(16),
        "private": private,
        "private_seen": seen(private or []),
        **_carried(request),
    }
    status = REFUSED[refused] if refused else 422 if faults else 200
    return render(request, f"contact/{what}.html", values, status=status)


def _box(form: Letter, name: str) -> asking.Box:
    box = asking.box(form, name, form.is_bound, {})
    return replace(box, autocomplete=AUTOCOMPLETE.get(name, ""))


def _carried(request: HttpRequest) -> dict[str, str]:
    """The page of a case that the library was opened from, for the links that lead on."""
    came_from = back.back(request)
    carried = back.carried(came_from)
    return {"back": came_from, "carried": carried, "carry": f"?{carried}" if carried else ""}
