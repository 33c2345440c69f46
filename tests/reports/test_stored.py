"""What was sent is made once, stored by what it holds, and served as it is."""

import hashlib
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from readiness.cases import versions
from readiness.catalogue.contents import contents
from readiness.reports import pdf, store, views
from readiness.reports.kinds import BUSINESS_CASE
from readiness.reports.models import Document
from tests.people import said


@pytest.fixture
def version(done):
    return versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())


@pytest.fixture
def made(monkeypatch):
    """Count what is drawn, and draw nothing."""
    drawn = []

    def draw(html, **_more):
        drawn.append(html)
        return b"%PDF-1.7 stand-in"

    monkeypatch.setattr(pdf, "render", draw)
    return drawn


def paper(done):
    return done.get(f"/cases/{done.case.pk}/business-case.pdf")


def test_a_second_look_draws_nothing(done, version, made):
    first, second = (b"".join(paper(done).streaming_content) for _n in range(2))
    assert first == second == b"%PDF-1.7 stand-in"
    assert len(made) == 1


def test_the_foot_carries_reference_and_check_code(done, version, made):
    paper(done)
    code = version.editions.get().check_code
    assert f"{done.case.reference}, code {code}" in made[0]


def test_a_draft_is_never_stored(alice, made):
    paper(alice)
    assert not Document.objects.exists()


def test_a_paper_that_failed_says_so_and_is_tried_again_by_a_press(
    done, version, made, monkeypatch
):
    def fail(html, **_more):
        raise pdf.RenderFailed("The document took too long.", detail="clock")

    with monkeypatch.context() as broken:
        broken.setattr(pdf, "render", fail)
        answer = paper(done)
        assert answer.status_code == 503
        assert "The document took too long." in answer.text
        assert paper(done).status_code == 503
    assert not made
    assert done.post(f"/cases/{done.case.pk}/business-case.pdf").status_code == 302
    assert b"".join(paper(done).streaming_content) == b"%PDF-1.7 stand-in"


def test_while_somebody_makes_it_the_page_looks_again_by_itself(done, version, made):
    document = store.document_of(version, BUSINESS_CASE, "pdf")
    assert document.queue(at=timezone.now())
    assert document.take(at=timezone.now())
    answer = paper(done)
    assert answer.status_code == 202
    assert answer["Refresh"] == "2"
    assert not made


def test_what_a_killed_maker_left_is_taken_up_again(done, version, made):
    document = store.document_of(version, BUSINESS_CASE, "pdf")
    document.queue(at=timezone.now() - timedelta(minutes=9))
    document.take(at=timezone.now() - timedelta(minutes=5))
    assert paper(done).status_code == 200
    assert len(made) == 1


def test_the_bytes_are_named_by_what_they_hold(done, version, made):
    paper(done)
    document = Document.objects.get()
    assert default_storage.exists(document.stored_as)
    assert len(document.content_hash) == 64


def test_what_waits_in_a_queue_that_is_gone_is_asked_for_again(done, version, made):
    document = store.document_of(version, BUSINESS_CASE, "pdf")
    assert document.queue(at=timezone.now() - timedelta(minutes=5))
    assert paper(done).status_code == 200
    assert len(made) == 1


def test_what_was_asked_for_twice_is_made_once(done, version, made):
    document = store.document_of(version, BUSINESS_CASE, "pdf")
    document.queue(at=timezone.now())
    for _asked in range(2):
        store.make_now(document.pk)
    assert len(made) == 1


def test_a_half_that_somebody_left_is_never_served(done, version, made):
    whole = b"%PDF-1.7 stand-in"
    name = f"documents/{hashlib.sha256(whole).hexdigest()}.pdf"
    default_storage.save(name, ContentFile(whole[:5]))
    assert b"".join(paper(done).streaming_content) == whole


def test_a_paper_whose_bytes_are_gone_is_made_again(done, version, made):
    assert paper(done).status_code == 200
    default_storage.delete(Document.objects.get().stored_as)
    assert paper(done).status_code == 202
    assert b"".join(paper(done).streaming_content) == b"%PDF-1.7 stand-in"


def test_whatever_goes_wrong_nobody_waits_for_ever(done, version, monkeypatch, caplog):
    def fail(html, **_more):
        raise OSError("No space left")

    monkeypatch.setattr(pdf, "render", fail)
    answer = paper(done)
    assert answer.status_code == 503
    assert pdf.NOT_MADE.strip() in said(answer.text)
    assert "was not made" in caplog.text


@pytest.mark.parametrize("method", ["OPTIONS", "TRACE", "PUT", "DELETE"])
def test_a_paper_is_asked_for_and_nothing_else(done, version, made, method):
    answer = done.generic(method, f"/cases/{done.case.pk}/business-case.pdf")
    assert answer.status_code in {403, 405}
    assert not made


def test_a_draft_that_is_being_drawn_is_not_drawn_again_and_holds_up_nobody_else(
    done, alice, made, monkeypatch
):
    monkeypatch.setattr(views._in_hand, "_taken", {done.case.pk})
    assert paper(done).status_code == 202
    assert done.get(f"/cases/{done.case.pk}/business-case.csv").status_code == 200
    assert paper(alice).status_code == 200


def test_a_draft_is_not_drawn_without_end(done, made, monkeypatch):
    monkeypatch.setattr(views, "DRAFTS", 2)
    assert [paper(done).status_code for _n in range(3)] == [200, 200, 429]
