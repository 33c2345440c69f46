"""Alice takes along everything that is kept of her case, in one file that nobody keeps."""

import json
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage
from django.test.utils import override_settings
from django.utils import timezone

from readiness.cases import access, case_file, versions
from readiness.cases.models import AccessLink, Draft
from readiness.catalogue.contents import contents
from readiness.privacy import archive, everything
from readiness.reports import pdf
from readiness.reports.models import Document
from tests.people import Person, said
from tests.privacy import whole_case

NOBODY_WORKS = override_settings(
    TASKS={"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
)
ZIP = "everything.zip"


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """Drawing a paper takes no time."""
    papers = []

    def draw(html, **_more):
        papers.append(html)
        return b"%PDF-1.7 stand-in"

    monkeypatch.setattr(pdf, "render", draw)
    return papers


def fetch(person):
    return person.get(person.url("your-data") + ZIP)


def opened(answer) -> ZipFile:
    assert answer.status_code == 200
    return ZipFile(BytesIO(b"".join(answer.streaming_content)))


def in_zip(person) -> dict:
    return json.loads(opened(fetch(person)).read("everything.json"))


def test_a_case_that_was_never_sent_comes_at_once(alice):
    alice.send("control", {"control-how": "Half a thought", "keep": "yes"})
    answer = fetch(alice)
    name = f"everything-{alice.case.reference}.zip"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    archived = opened(answer)
    assert archived.namelist() == ["everything.json", "case.json", "read-me.txt"]
    assert archived.testzip() is None
    held = json.loads(archived.read("everything.json"))
    (draft,) = held["drafts"]
    assert draft["typed"]["control-how"] == ["Half a thought"]


def test_everything_that_a_case_can_have_is_in_it(whole):
    whole_case.mark_every_text()
    Draft.objects.update(typed={"need-problem": ["Zqxj9w"]})
    held = everything.everything(whole.case)
    assert set(held) == {"schema", *everything.PARTS}
    assert [name for name, part in held.items() if not part] == []
    marked = [name for name, part in held.items() if whole_case.MARK in str(part)]
    unmarked = {"schema", "case_file", "papers", "counted_for_statistics", "mails"}
    assert set(held) - set(marked) <= unmarked


def test_what_was_sent_comes_as_papers(done):
    for staff in (70, 71):
        done.save("organisation", done.kept("organisation") | {"staff": staff})
        versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    archived = opened(fetch(done))
    papers = [name for name in archived.namelist() if name.startswith("papers/")]
    assert [name.partition("-v")[2][0] for name in papers] == ["1", "2"]
    assert {archived.read(name) for name in papers} == {b"%PDF-1.7 stand-in"}
    assert "could not be made" not in archived.read("read-me.txt").decode()


def test_the_answers_can_be_read_by_another_copy_of_the_guide(done):
    text = opened(fetch(done)).read("case.json").decode()
    other = case_file.imported(text, at=timezone.now())
    kept = {row.step: row.kept for row in done.case.answers.all()}
    assert {row.step: row.kept for row in other.answers.all()} == kept


def test_the_history_says_who_changed_what_and_when(done):
    bob = Person()
    bob.join(done.case, label="Bob's link")
    bob.save("organisation", done.kept("organisation") | {"staff": 99})
    last = in_zip(done)["history"][-1]
    assert (last["step"], last["by"], last["what"]) == ("organisation", "Bob's link", "changed")
    assert last["answers"]["staff"] == 99


def test_no_token_nor_its_hash_is_in_it(done):
    link, address = access.mint(
        done.case, via=AccessLink.Via.SHOWN, label="shown today", at=timezone.now()
    )
    text = json.dumps(in_zip(done))
    assert "shown today" in text
    assert link.token_hash not in text
    assert address.rstrip("/").rpartition("/")[2] not in text


def test_no_name_of_staff_is_in_it(whole):
    held = everything.everything(whole.case)
    assert {each["by"] for each in held["comments"]} == {"a consultant"}
    assert "dawn" not in str(held["notes_of_consultants"])


def test_until_its_papers_are_made_a_page_says_how_far_it_is(done):
    versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    with NOBODY_WORKS:
        answer = fetch(done)
        assert answer.status_code == 202
        assert answer.headers["Refresh"] == "3"
        assert "0 of 1 documents are ready" in said(answer.text)
        still = done.get(done.url("your-data") + f"{ZIP}?still")
        assert "Refresh" not in still.headers
    Document.objects.update(queued_at=timezone.now() - timedelta(hours=1))  # the queue was lost
    assert opened(fetch(done))


def test_others_get_their_papers_in_between(done, monkeypatch):
    begun = []
    monkeypatch.setattr("readiness.reports.store.begin", lambda document: begun.append(document))
    for staff in range(70, 75):
        done.save("organisation", done.kept("organisation") | {"staff": staff})
        versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    assert fetch(done).status_code == 202
    assert len(begun) == archive.AT_ONCE


def test_a_paper_that_cannot_be_made_is_named_and_the_rest_comes(done, monkeypatch):
    def fail(*_given, **_more):
        raise pdf.RenderFailed("It took too long.")

    monkeypatch.setattr(pdf, "render", fail)
    versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    archived = opened(fetch(done))
    assert "business-case-v1" in archived.read("read-me.txt").decode()
    assert "everything.json" in archived.namelist()


def test_a_paper_whose_file_is_lost_is_named_and_made_the_next_time(done):
    versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    assert len(opened(fetch(done)).namelist()) == 4
    default_storage.delete(Document.objects.get().stored_as)
    assert "business-case-v1" in opened(fetch(done)).read("read-me.txt").decode()
    assert len(opened(fetch(done)).namelist()) == 4


def test_no_copy_is_kept(done):
    versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    opened(fetch(done))
    assert set(default_storage.listdir("")[0]) <= {"documents", "exports", "erased"}
    assert len(default_storage.listdir("documents")[1]) == 1


def test_twenty_an_hour_are_enough(alice):
    answers = [fetch(alice) for _n in range(21)]
    assert [each.status_code for each in answers] == [200] * 20 + [429]
    for each in answers:
        each.close()


def test_the_page_says_how_long_it_is_kept(alice, done, settings):
    assert "until nobody has opened it for 12 months" in said(alice.see("your-data"))
    versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    assert "until nobody has opened it for 36 months" in said(done.see("your-data"))
    settings.KEEP_DRAFTS = settings.KEEP_SENT = 0
    assert "until you erase it" in said(alice.see("your-data"))
    assert "until you erase it" in said(done.see("your-data"))
