"""What was sent is made once, stored by what it holds, and served as it is."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from readiness.cases import versions
from readiness.catalogue.contents import contents
from readiness.reports import pdf, store
from readiness.reports.kinds import BUSINESS_CASE
from readiness.reports.models import Document


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
    assert document.take(at=timezone.now())
    answer = paper(done)
    assert answer.status_code == 202
    assert answer["Refresh"] == "2"
    assert not made


def test_what_a_killed_maker_left_is_taken_up_again(done, version, made):
    document = store.document_of(version, BUSINESS_CASE, "pdf")
    document.take(at=timezone.now() - timedelta(minutes=5))
    assert paper(done).status_code == 200
    assert len(made) == 1


def test_the_bytes_are_named_by_what_they_hold(done, version, made):
    paper(done)
    document = Document.objects.get()
    assert default_storage.exists(document.stored_as)
    assert len(document.content_hash) == 64
