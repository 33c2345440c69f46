"""An editor sees what was typed as a reader would, before anything is saved."""

import pytest

from readiness.accounts import roles
from readiness.catalogue.contents import contents
from readiness.catalogue.models import KINDS, Anxiety, Avenue, Check, Term
from tests.accounts.staff import Staff, member
from tests.catalogue.editors import Editor
from tests.people import said

pytestmark = pytest.mark.usefixtures("catalogue")


@pytest.fixture
def dawn():
    return Editor("dawn")


def preview(entry):
    kind = entry if isinstance(entry, type) else type(entry)
    number = 0 if entry is kind else entry.pk
    return f"/admin/catalogue/{kind._meta.model_name}/{number}/preview/"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind._meta.model_name)
def test_every_kind_is_shown_as_it_was_typed_and_nothing_is_saved(kind, dawn):
    entry, before = kind.objects.first(), contents().version
    page = dawn.post(preview(entry), dawn.open(entry))
    assert page.status_code == 200
    assert getattr(entry, "claim", str(entry)) in said(page.text)
    assert "This is a preview. Nobody else sees it yet." in page.text
    assert contents().version == before
    assert entry.history.count() == 1


def test_what_was_typed_stands_on_the_page_of_the_library(dawn):
    avenue = Avenue.objects.first()
    typed = dawn.open(avenue) | {"summary": "Words that nobody has read yet."}
    page = dawn.post(preview(avenue), typed)
    assert "Words that nobody has read yet." in said(page.text)
    assert "What goes wrong" in page.text
    assert "Words that nobody has read yet." not in said(dawn.get(preview(avenue)).text)


def test_a_worry_and_a_check_too(dawn):
    for entry, field in ((Anxiety.objects.first(), "worry"), (Check.objects.first(), "title")):
        typed = dawn.open(entry) | {field: "A worry not yet voiced"}
        assert "A worry not yet voiced" in said(dawn.post(preview(entry), typed).text)


def test_an_entry_that_is_not_there_yet_can_be_seen(dawn):
    typed = {"slug": "drone", "language": "en", "term": "Drone", "topic": "technology"}
    typed |= {"meaning": "A thing that flies.", "looked_over": "on"}
    assert "A thing that flies." in said(dawn.post(preview(Term), typed).text)
    assert not Term.objects.filter(slug="drone").exists()
    assert dawn.get(preview(Term)).status_code == 404


def test_what_cannot_be_shown_yet_says_what_to_put_right(dawn):
    avenue = Avenue.objects.first()
    page = dawn.post(preview(avenue), dawn.open(avenue) | {"needs": "- need: [", "name": ""})
    words = said(page.text)
    assert "This cannot be shown yet" in words
    assert "Needs: Line 1 cannot be read." in words
    assert "Name: This field is required." in words


def test_what_is_typed_is_not_run(dawn):
    term = Term.objects.first()
    typed = dawn.open(term) | {"meaning": "<script>alert(1)</script>"}
    assert "<script>alert" not in dawn.post(preview(term), typed).text


def test_a_reader_and_whoever_may_not_edit_see_no_preview(client):
    term = Term.objects.first()
    assert client.post(preview(term), {}).status_code == 302
    assert client.get(preview(term)).status_code == 302
    carol = Staff()
    carol.sign_in(member("carol", roles.CONSULTANT))
    assert carol.get(preview(term)).status_code == 200
    assert carol.post(preview(term), {}).status_code == 403
    assert carol.post(preview(Term), {}).status_code == 403
    nobody = Staff()
    nobody.sign_in(member("norman"))
    assert nobody.get(preview(term)).status_code == 403
    assert nobody.put(preview(term)).status_code == 405
