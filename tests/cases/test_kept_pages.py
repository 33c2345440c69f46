"""What a page keeps in memory holds nobody's words, and is what would be drawn anew."""

import re

import pytest
from django.core.cache import caches
from django.db.models import query

from readiness.cases import drawing
from readiness.catalogue import version
from readiness.catalogue.contents import contents
from readiness.catalogue.models import Avenue, ContentVersion
from tests.cases.builders import later_answers
from tests.people import answers
from tests.row_by_row import NotRowByRow

SECRET = "Our Tuesday trouble <b>is bold</b>"


def forget_what_is_kept():
    drawing.forget()
    caches["fragments"].clear()


def words(page):
    """The page without what is new each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


def test_nothing_that_alice_wrote_stands_on_charlies_page(alice, charlie):
    forget_what_is_kept()
    alice.save("need", answers({"need": {"problem": SECRET}})["need"], base="0")
    assert "Our Tuesday trouble &lt;b&gt;is bold&lt;/b&gt;" in alice.see("need")
    assert "Tuesday" not in charlie.see("need")
    assert " checked>" not in charlie.see("need")


def test_the_rows_of_alice_s_lists_stand_in_none_of_charlie_s(alice, charlie):
    forget_what_is_kept()
    everything = answers() | later_answers()
    for person, words in ((alice, SECRET), (charlie, "Theirs")):
        for step, name in (
            ("outcomes", "outcome"),
            ("costs", "label"),
            ("requirements", "requirement"),
        ):
            rows = [dict(row) for row in everything[step]["rows"]]
            rows[0][name] = words
            person.save(step, {"rows": rows}, base="0")
    for step in ("costs", "requirements"):
        assert "Our Tuesday trouble &lt;b&gt;is bold&lt;/b&gt;" in alice.see(step)
        page = charlie.see(step)
        assert "Theirs" in page
        assert "Tuesday" not in page


@pytest.mark.parametrize(
    "step", ["organisation", "need", "control", "costs", "avenues", "risks", "requirements"]
)
def test_a_page_is_the_same_when_it_is_read_again(done, step):
    forget_what_is_kept()
    first = words(done.see(step))
    assert words(done.see(step)) == first


def test_a_faulty_answer_is_marked_where_the_question_was_kept(alice):
    alice.see("organisation")
    page = alice.save("organisation", {"name": ""}).text
    assert 'aria-invalid="true"' in page
    assert 'aria-invalid="true"' not in words(alice.see("need"))


def test_a_new_name_in_the_content_stands_on_the_page_at_once(alice):
    alice.see("avenues")
    avenue = Avenue.objects.first()
    avenue.name = "Bells that ring twice"
    avenue.save()
    assert "Bells that ring twice" in alice.see("avenues")


def test_what_another_process_changed_is_seen_a_second_later(catalogue, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(version, "LOOK_EVERY", 1.0)
    monkeypatch.setattr(version.time, "monotonic", lambda: now[0])
    version._seen.clear()
    contents()
    ContentVersion.objects.update(stamp="another", version="")
    assert version.current().stamp != "another"
    now[0] += 1
    assert version.current().stamp == "another"


@pytest.mark.parametrize("page", ["", "check", "submit", "save", "costs", "avenues"])
def test_no_page_of_a_case_reads_row_by_row(done, monkeypatch, page):
    monkeypatch.setattr(query, "DEFAULT_FETCH_MODE", NotRowByRow())
    assert done.get(done.url(page)).status_code == 200
