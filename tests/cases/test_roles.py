"""Who may open which page of a case: every address, for every role, in one table."""

import pytest
from django.utils import timezone

from readiness.cases import versions
from readiness.cases.models import AccessLink
from readiness.catalogue.contents import contents
from readiness.reports.kinds import KINDS
from readiness.voices.models import Round
from tests.benefits.held import record
from tests.cases.builders import later_answers
from tests.cases.test_strangers import OF_A_CASE, PARTS, filled
from tests.people import Person, answers, case_with
from tests.reports.benefits_states import LOW
from tests.voices.asked import opens

Role = AccessLink.Role
READER, EDITOR, OWNER = "reader", "editor", "owner"

# The least role that each address asks for. An address that is in no row fails the test below.
LEAST = {
    "board": READER,
    **{f"board-{kind.path}": READER for kind in KINDS.values()},
    "leave": READER,  # and a stranger may, who holds nothing to let go of
    **dict.fromkeys(("case", "check", "sent", "step", "history"), EDITOR),
    **dict.fromkeys(("talk", "take-out-comment"), EDITOR),
    **{name: EDITOR for kind in KINDS.values() for name in (kind.path, f"{kind.path}-file")},
    "supplier-brief": EDITOR,
    "supplier-brief-file": EDITOR,
    **dict.fromkeys(("submit", "decision", "next-case"), OWNER),
    **dict.fromkeys(("save", "show-link", "set-address"), OWNER),
    **dict.fromkeys(("voices", "suppliers", "supplier-table", "benefits"), EDITOR),
    "supplier-history": EDITOR,
    **dict.fromkeys(("benefits-paper", "benefits-paper-file"), EDITOR),
    "benefits-review": OWNER,
    **dict.fromkeys(("voices-sheet", "voices-qr"), EDITOR),
    **dict.fromkeys(("voices-sheet-file", "voices-on-paper"), EDITOR),
    **dict.fromkeys(("voices-open", "voices-close", "voices-quick"), OWNER),
    **dict.fromkeys(("supplier-add", "supplier-choose", "supplier-costs"), OWNER),
    **{f"supplier-{part}": OWNER for part in ("replies", "prices", "references")},
    **dict.fromkeys(("supplier-name", "supplier-remove"), OWNER),
    **dict.fromkeys(("your-data", "everything", "erase-case", "keep-case"), OWNER),
    **dict.fromkeys(("share", "change-link", "close-link", "hand-over"), OWNER),
}
RANK = ("stranger", READER, EDITOR, OWNER)


@pytest.fixture
def people(catalogue):
    """Somebody in each role of Alice's case, which has an answer to every step and was sent."""
    done = Person()
    done.join(case_with(answers({"time": LOW}) | later_answers()))
    versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    record(done, 3)
    opens(done)
    supplier = done.case.suppliers.create(name="A supplier")
    PARTS["supplier_id"] = supplier.pk
    found = {"stranger": Person(), OWNER: done}
    found["stranger"].begin()
    for role in (READER, EDITOR):
        found[role] = Person()
        found[role].join(done.case, label=f"the {role}", role=role)
    return found


def code_of(answer) -> int:
    """How it was answered, once all of it was read."""
    b"".join(answer if answer.streaming else ())
    return answer.status_code


def test_every_address_of_a_case_has_a_row():
    assert {name for name, _route in OF_A_CASE} == set(LEAST)


@pytest.mark.parametrize("route", OF_A_CASE, ids=lambda each: each[0])
def test_each_address_opens_for_its_role_and_those_above_and_for_nobody_else(people, route):
    name, pattern = route
    link = people[OWNER].case.links.get(label="the editor")
    parts = {"case_id": people[OWNER].case.pk, "link_id": link.pk, "form": "docx"}
    url = filled(pattern, **parts)
    codes = {role: code_of(people[role].get(url)) for role in RANK}
    if name == "leave":
        assert set(codes.values()) == {405}
        return
    barred = [role for role in RANK if RANK.index(role) < RANK.index(LEAST[name])]
    posted_only = {"show-link", "set-address", "take-out-comment", "keep-case"}
    posted_only |= {"voices-close", "voices-quick"}
    shown = {"round": Round.objects.get().pk}
    for role, code in codes.items():
        if name in posted_only:
            code = people[role].post(url, shown).status_code
        if role in barred:
            assert code == 404, role
        else:
            assert code in {200, 202, 302}, (role, code)


@pytest.mark.parametrize("route", OF_A_CASE, ids=lambda each: each[0])
def test_nobody_below_its_role_can_post_to_an_address(people, route):
    name, pattern = route
    link = people[OWNER].case.links.get(label="the editor")
    parts = {"case_id": people[OWNER].case.pk, "link_id": link.pk, "form": "docx"}
    url = filled(pattern, **parts)
    if name == "leave":
        return
    for role in RANK[: RANK.index(LEAST[name])]:
        assert people[role].post(url).status_code in {404, 405}
    link.refresh_from_db()
    assert link.revoked_at is None


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
