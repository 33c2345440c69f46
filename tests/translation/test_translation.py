"""Gwen, who will put the guide into Welsh, is given every word of it."""

import re

import pytest
from django.conf import settings
from django.core.cache import caches
from django.utils import timezone

from readiness.cases import drawing, versions
from readiness.cases.stages import STEPS
from readiness.catalogue import contents as published
from tests.benefits import held
from tests.benefits.held import in_use, record
from tests.cases.builders import later_answers
from tests.people import answers, case_with
from tests.reports.benefits_states import LOW
from tests.translation import marking
from tests.voices import asked

NEVER_TRANSLATED = {"PDF", "CSV", "JSON", "XLSX", "Word", "shown 1 May"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """What makemessages said, and the messages that it found."""
    folder = tmp_path_factory.mktemp("locale")
    done = marking.make_messages(folder)
    return done, marking.messages_of(folder / "cy" / "LC_MESSAGES" / "django.po")


@pytest.fixture
def marked(monkeypatch, made, catalogue):
    """Every message and every text of the content stands in marks."""
    marking.mark_messages(monkeypatch, made[1] | marking.of_libraries())
    read = published._read

    def read_marked(row):
        by_language = read(row)
        for each in by_language.values():
            for entry in each.entries:
                marking.mark_entry(entry)
        return by_language

    monkeypatch.setattr(published, "_read", read_marked)
    forget_what_is_kept()
    yield
    forget_what_is_kept()


def forget_what_is_kept():
    """The content and the parts of pages that are in memory, in the words they had."""
    published._kept.clear()
    drawing.forget()
    caches["fragments"].clear()


def left(html, *known):
    """What a translator could not reach on a page: not marked, and not typed by anybody."""
    typed = marking.typed_words(answers())
    return [
        piece
        for piece in marking.unmarked(html)
        if piece not in typed and piece not in NEVER_TRANSLATED and piece not in known
    ]


def test_the_messages_are_gathered_without_a_complaint(made):
    done, messages = made
    assert (done.returncode, done.stderr) == (0, "")
    assert len(messages) > 1000


def test_no_word_is_asked_for_by_a_name_that_the_gathering_does_not_know():
    other = re.compile(r"import n?p?gettext(?:_lazy)? as (?!_\n)\w+")
    files = (settings.ROOT / "readiness").rglob("*.py")
    assert [file.name for file in files if other.search(file.read_text(encoding="utf-8"))] == []


def test_a_word_that_no_translator_is_given_is_seen():
    assert left("<p>⟦Save ⟪all⟫ now⟧ or never</p><img alt='A chart'>") == ["or never", "A chart"]


OPEN = [
    *("/", "/questions/", "/check/", "/lost-link/", "/nowhere/", "/library/", "/staff/sign-in/"),
    *("/v/", "/v/ABCDEFGH/"),
    *("/get-in-touch/", "/share-a-lesson/", "/comment/?page=/library/", "/comment/thank-you/"),
    *("/library/avenues/crm/", "/library/anxieties/cost-much/", "/library/glossary/"),
    *("/library/lessons/designed-with-staff/", "/library/principles/not-an-it-project/"),
    *("/get-in-touch/thank-you/", "/share-a-lesson/thank-you/"),
    *("/privacy/", "/cookies/", "/accessibility/", "/terms/", "/who-we-are/"),
]


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("address", OPEN)
def test_every_word_of_a_page_for_all_can_be_translated(client, address):
    assert left(client.get(address).text) == []


@pytest.mark.usefixtures("marked")
def test_every_word_of_a_step_can_be_translated(done):
    pages = {slug: done.get(done.url(slug)).text for slug in STEPS}
    outcomes = answers()["outcomes"]["rows"]
    typed = [f"{n}. {row['outcome']}" for n, row in enumerate(outcomes, start=1)]
    known = (done.case.reference, *typed)
    assert {slug: words for slug, page in pages.items() if (words := left(page, *known))} == {}


@pytest.mark.usefixtures("marked")
def test_every_fault_can_be_translated(alice):
    asked = [slug for slug in STEPS if not slug.startswith("anxiety-")]
    pages = {slug: alice.send(slug, {}).text for slug in asked}
    reference = alice.case.reference
    assert {slug: words for slug, page in pages.items() if (words := left(page, reference))} == {}


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize(
    "page",
    [
        *("", "check", "submit", "save", "business-case", "statement-of-need"),
        *("your-data", "erase"),
    ],
)
def test_every_word_of_a_page_of_a_case_can_be_translated(done, page):
    assert left(done.see(page), done.case.reference) == []


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize(
    "page",
    [
        *("decision", "next", "supplier-brief", "roll-out-on-one-page", "roll-out-plan"),
        *("share", "share/hand-over", "board", "history", "talk/need"),
    ],
)
def test_every_word_of_a_page_of_the_last_stages_can_be_translated(done, page):
    case = case_with(answers() | later_answers())
    versions.send(case, by="Import", at=timezone.now(), contents=published.contents())
    done.join(case)
    typed = marking.typed_words(later_answers())
    found = left(done.see(page), case.reference)
    assert [piece for piece in found if piece.rstrip("…") not in typed] == []


@pytest.mark.usefixtures("marked")
def test_every_word_of_the_benefits_reviews_can_be_translated():
    alice = in_use(6)
    record(alice, 3)
    record(alice, 6, minutes="", paid_once="")
    said = {name.partition("-")[2]: text for name, text in held.typed().items()}
    typed = marking.typed_words(later_answers() | {"review": said})
    pages = ("benefits", "benefits/6", "benefits/12", "benefits/6/review")
    found = {page: left(alice.see(page), alice.case.reference, "shown 1 May") for page in pages}
    assert {p: [w for w in words if w not in typed] for p, words in found.items()} == {
        page: [] for page in pages
    }


@pytest.mark.usefixtures("marked")
def test_every_word_of_the_note_on_an_ending_can_be_translated(done):
    done.save("time", answers({"time": LOW})["time"])
    assert left(done.see("not-now-note"), done.case.reference) == []


@pytest.mark.usefixtures("marked")
def test_every_word_of_the_pages_of_voices_can_be_translated(done, client):
    known = {"shown 1 May", done.case.reference, *asked.ASKING.values()}
    pages = [done.see("voices"), done.see("voices/open")]
    asking = asked.opens(done)
    known.add(f"{asking.code[:4]} {asking.code[4:]}")
    sheet = asked.sheet(asking, "people", words="", **{"cost-much": "3"})
    pages += [
        done.see("voices"),
        done.see("voices/sheet"),
        client.get(asked.at(asking)).text,
        *(client.post(asked.at(asking, page), sheet).text for page in ("questions", "check")),
        client.get(asked.at(asking, "take-back")).text,
        client.post(asked.at(asking, "take-back"), {"receipt": "x"}).text,
        re.sub(r'"code">[^<]*', '"code">', client.post(asked.at(asking, "send"), sheet).text),
    ]
    asked.many_say(asking, "people", 5, **{"cost-much": "3", "control": "less"})
    asked.closes(asking)
    pages += [done.see("voices"), client.get(asked.at(asking)).text]
    found = [piece for page in pages for piece in left(page, *known)]
    assert [piece for piece in found if not re.match(r"http|127|/v|8000", piece)] == []


DESK = [
    "/admin/",
    "/admin/voices/words/",
    "/admin/cases/version/",
    "/admin/insights/",
    "/admin/insights/worries/",
    "/admin/insights/benefits/",
    "/admin/exports/",
    "/admin/contact/offeredlesson/",
    "/admin/privacy/erasure/",
    "/staff/signed-in/",
]


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("address", DESK)
def test_every_word_of_the_review_desk_can_be_translated(dawn, address):
    drawn = "Search"  # Django’s own picture of a lens says so in English everywhere
    assert left(dawn.get(address).text, "dawn", drawn) == []


@pytest.mark.usefixtures("marked")
def test_every_word_of_the_page_of_a_version_can_be_translated(dawn):
    case = case_with(answers())
    version = versions.send(case, by="Import", at=timezone.now(), contents=published.contents())
    page = dawn.get(f"/admin/cases/version/{version.pk}/change/").text
    assert left(page, case.reference, "dawn") == []
