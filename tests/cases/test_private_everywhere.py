"""Wherever Alice can write in her own words, what looks like a person's detail is asked about once.

The steps of the questionnaire save first and ask then: see test_private_answers.py. Here is
everything else, and a form that is new has to be put here before this holds.
"""

from dataclasses import dataclass, field

import pytest
from django.utils import timezone

import readiness.urls  # noqa: F401 (so that every form there is has been read)
from readiness.benefits.forms import Review
from readiness.cases import access
from readiness.cases.decisions import BoardsDecision
from readiness.cases.models import AccessLink
from readiness.cases.share_forms import Changed, HandedTo, SharedWith
from readiness.cases.stages import STEPS
from readiness.cases.steps.step import Questions, Step
from readiness.cases.talk import Remark
from readiness.contact.forms import CommentForm, LessonForm, MessageForm
from readiness.suppliers.choosing import WhichOne
from readiness.suppliers.forms import Naming, Price, Reference, Reply
from readiness.voices.rounds import NewRound
from tests.benefits.held import in_use, typed
from tests.people import said
from tests.suppliers import at_the_table
from tests.suppliers.at_the_table import LICENCES, REFERENCE, boxes, listed, page_of, recorded
from tests.voices.asked import ASKING, last_day

PHONE = "07700 900123"
ASKS = "Is this about a person?"


@dataclass(frozen=True)
class Place:
    """Where a form stands. ``boxes`` are sound; ``before`` their names stands ``prefix``."""

    form: type[Questions]
    page: str  # the end of its address in the case; from the root where it begins with “/”
    prefix: str = ""
    boxes: dict[str, str] = field(default_factory=dict)


def today():
    day = timezone.localdate()
    return f"{day.day} {day.month} {day.year}"


LETTER = {"about": "help", "words": "It is hard to read."}
LESSON = {"kind": "mistake", "what_happened": "It fell.", "what_was_learned": "Tie it."}
LESSON |= {"theme": "people", "consent": "no"}
BOARD = {"outcome": "conditions", "decided_on": today(), "conditions": "If it works."}
SUPPLIER = "suppliers/{supplier}"
PLACES = [
    Place(Remark, "talk/need", "talk-", {"place": "whole"}),
    Place(BoardsDecision, "decision", "decision-", BOARD),
    Place(SharedWith, "share", "share-", {"role": "reader", "ends": "never"}),
    Place(Changed, "share/{link}", "share-", {"ends": "same"}),
    Place(HandedTo, "share/hand-over", "share-", {"hand_over": "editor"}),
    Place(Naming, "suppliers/add", "supplier-"),
    Place(Naming, f"{SUPPLIER}/name", "supplier-"),
    Place(Reply, SUPPLIER, "supplier-{supplier}-replies-0-", {"said": "partly"}),
    Place(Price, f"{SUPPLIER}/prices", "supplier-{supplier}-prices-0-", LICENCES),
    Place(Reference, f"{SUPPLIER}/references", "supplier-{supplier}-references-0-", REFERENCE),
    Place(WhichOne, "suppliers/choose", "supplier-choice-", {"chosen": "none", "why": "Dear."}),
    Place(
        NewRound,
        "voices/open",
        "round-",
        {name.removeprefix("round-"): text for name, text in ASKING.items()}
        | {"closes_on": last_day()},
    ),
    Place(
        Review,
        "benefits/6",
        "review-",
        {name.removeprefix("review-"): text for name, text in typed().items()},
    ),
    Place(MessageForm, "/get-in-touch/", "", LETTER),
    Place(CommentForm, "/comment/?page=/library/", "", {"words": "It is hard to read."}),
    Place(LessonForm, "/share-a-lesson/", "", LESSON),
]


def own_words(form):
    """The questions that can be answered with anything at all."""
    names = [name for name, each in form.base_fields.items() if each.is_own_words]
    return ["actual_1", *names] if form is Review else names


def forms(of=Questions):
    for each in of.__subclasses__():
        yield each
        yield from forms(each)


@pytest.fixture
def alice(catalogue):
    """Alice, whose case is in use, with a supplier and a link for somebody else."""
    person = in_use(6)
    person.named = {
        "supplier": at_the_table.add(person, "Alder").pk,
        "link": access.mint(
            person.case,
            via=AccessLink.Via.SHARED,
            label="Sam",
            role=AccessLink.Role.OWNER,
            at=timezone.now(),
        )[0].pk,
    }
    return person


def opened(person, place):
    """The address of a form, and what stands in its boxes."""
    page = place.page.format(**person.named)
    where = page if page.startswith("/") else person.url(page)
    return where, boxes(person.get(where).text)


def test_every_form_in_which_somebody_writes_is_asked_here():
    rows = {step.form for step in STEPS.values() if step.rows}
    ours = {each for each in forms() if each.__module__.startswith("readiness.")}
    others = {each for each in ours - rows if not issubclass(each, Step)}
    assert {each for each in others if own_words(each)} == {each.form for each in PLACES}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.page)
def test_it_is_asked_once_and_said_where_it_stands(alice, place):
    where, there = opened(alice, place)
    prefix = place.prefix.format(**alice.named)
    filled = {f"{prefix}{name}": text for name, text in place.boxes.items()}
    private = {f"{prefix}{name}": PHONE for name in own_words(place.form)}
    asked = alice.post(where, there | filled | private, follow=True)
    assert f"“{PHONE}” looks like a phone number" in said(asked.text)
    assert all(f'href="#{name}"' in asked.text for name in private)
    again = there | filled | private | boxes(asked.text)
    assert again["private"]
    assert all(again[name] == PHONE for name in private)
    through = alice.post(where, again, follow=True)
    assert through.status_code == 200, said(through.text)
    assert ASKS not in through.text
    assert 'class="faults"' not in through.text


def test_of_a_supplier_nothing_is_recorded_before_she_was_asked_and_no_word_is_lost(alice):
    supplier = alice.case.suppliers.get()
    typed = listed(supplier, "references", [REFERENCE | {"said": PHONE}])
    page = alice.url(page_of(supplier, "references"))
    asked = alice.post(page, typed)
    assert asked.headers["Location"] == f"{page}?private=1"
    assert recorded(supplier, "references") == []
    assert ASKS not in alice.get(page).text  # later she finds it as she left it
    assert PHONE in alice.get(page).text
    alice.post(page, typed | boxes(alice.get(f"{page}?private=1").text))
    assert recorded(supplier, "references")[0]["said"] == PHONE


def test_what_stays_as_it_was_recorded_is_not_asked_about_again(alice):
    supplier = alice.case.suppliers.get()
    page = alice.url(page_of(supplier, "references"))
    asked = alice.post(page, listed(supplier, "references", [REFERENCE | {"said": PHONE}]))
    alice.post(page, boxes(alice.get(asked.headers["Location"]).text))
    more = [REFERENCE | {"said": PHONE}, REFERENCE | {"who": "A carer"}]
    assert (
        "private" not in alice.post(page, listed(supplier, "references", more)).headers["Location"]
    )
    assert len(recorded(supplier, "references")) == 2
