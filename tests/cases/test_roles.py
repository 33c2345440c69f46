"""What the people of a case see of it in each role. Who may open which address: tests/access."""

import pytest
from django.utils import timezone

from readiness.cases import versions
from readiness.cases.models import AccessLink
from readiness.catalogue.contents import contents
from tests.benefits.held import record
from tests.cases.builders import later_answers
from tests.people import Person, answers, case_with
from tests.reports.benefits_states import LOW
from tests.voices.asked import opens

Role = AccessLink.Role
READER, EDITOR, OWNER = "reader", "editor", "owner"


@pytest.fixture
def people(catalogue):
    """Somebody in each role of Alice's case, which has an answer to every step and was sent."""
    done = Person()
    done.join(case_with(answers({"time": LOW}) | later_answers()))
    versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    record(done, 3)
    opens(done)
    done.case.suppliers.create(name="A supplier")
    found = {"stranger": Person(), OWNER: done}
    found["stranger"].begin()
    for role in (READER, EDITOR):
        found[role] = Person()
        found[role].join(done.case, label=f"the {role}", role=role)
    return found


@pytest.mark.parametrize("page", ["", "check", "control", "sent", "history", "talk/control"])
def test_an_editor_s_pages_lead_nowhere_that_an_editor_may_not_go(people, page):
    html = people[EDITOR].see(page)
    for owners in ("submit", "decision", "next", "save", "share", "share/hand-over"):
        assert people[EDITOR].url(owners) not in html
    assert 'value="save"' not in html


def test_a_reader_s_page_leads_nowhere_that_a_reader_may_not_go(people):
    reader = people[READER]
    html = reader.see("board")
    own = reader.url("board")
    left = html.replace(own, "").replace(reader.url("leave"), "")
    assert reader.url() not in left.replace("back=", "")


def test_a_browser_that_holds_several_links_has_the_strongest_role(people):
    reader = people[READER]
    assert reader.get(reader.url()).status_code == 404
    reader.join(reader.case, label="an editor too", role=EDITOR)
    reader.join(reader.case, label="a reader again", role=READER)
    assert reader.get(reader.url()).status_code == 200
    assert reader.get(reader.url("share")).status_code == 404
    reader.join(reader.case, label="an owner too", role=OWNER)
    assert reader.get(reader.url("share")).status_code == 200
    assert "This is what your board sees" in reader.see("board")


def test_an_editor_cannot_send(people):
    editor = people[EDITOR]
    declared = {"declared": ["true", "no-names", "people-know", "readers"]}
    assert editor.post(editor.url("submit"), declared).status_code == 404
    assert editor.case.versions.count() == 1


def test_the_start_page_leads_a_reader_to_the_papers(people):
    reader, editor = people[READER], people[EDITOR]
    assert f'href="{reader.url("board")}"' in reader.get("/").text
    assert f'href="{reader.url()}"' not in reader.get("/").text
    assert f'href="{editor.url()}"' in editor.get("/").text


def test_a_reader_leaves_and_is_let_go(people):
    reader = people[READER]
    assert "You have left" in reader.post(reader.url("leave")).text
    assert reader.get(reader.url("board")).status_code == 404
