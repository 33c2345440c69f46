"""Mallory changes what the page would post: nothing breaks, and nothing is kept that is not sound."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.cases.models import Answer, Draft
from tests.cases import contract
from tests.cases.builders import later_answers
from tests.people import answers, typed

ROWS = sorted(contract.ROWS)
PRESSES = ["add", "remove", "restore", "discard", "later", "keep", "say"]


@pytest.mark.parametrize("posted", ["organisation", "nowhere", "", "\x00", "anxiety-cost-much"])
def test_the_step_is_the_addresss_whatever_is_posted(alice, posted):
    tricks = {"wizard-current_step": posted, "wizard_goto_step": posted}
    answer = alice.save("control", answers()["control"], **tricks)
    assert answer.headers["Location"] == alice.url("inclusion")
    assert [row.step for row in alice.case.answers.all()] == ["control"]


@pytest.mark.parametrize(
    "step", ["nowhere", "done", "market", "supplier-brief", "-", "Control", "1"]
)
def test_a_step_that_there_is_not_is_not_found(alice, step):
    assert alice.get(alice.url(step)).status_code == 404
    assert alice.send(step, {"later": "yes"}).status_code == 404


@pytest.mark.parametrize("base", ["-1", "x", "", "9" * 4000, "1e3", "٣", "0", "1", "2", "\x00"])
@pytest.mark.parametrize("press", ["", "later", "keep"])
def test_a_wrong_base_is_never_an_error(done, base, press):
    changed = {**answers()["control"], "how": "They are asked each morning."}
    answer = done.save("control", changed, base=base, **({press: "yes"} if press else {}))
    assert answer.status_code in {204, 302, 409}
    assert done.kept("control")["how"] in {changed["how"], answers()["control"]["how"]}


@pytest.mark.parametrize("total", ["99999999", "-3", "", "x", "1.5", "٣", "9" * 5000, None])
@pytest.mark.parametrize(
    ("step", "press"), [*((step, "") for step in ROWS), *(("costs", press) for press in PRESSES)]
)
def test_a_wrong_number_of_rows_is_never_an_error(done, step, total, press):
    given = (answers() | later_answers())[step]
    posted = typed(step, given) | {f"{step}-TOTAL_FORMS": total}
    posted = {name: text for name, text in posted.items() if text is not None}
    answer = done.send(step, posted, **({press: "1"} if press else {}))
    assert answer.status_code in {200, 204, 302}
    assert done.get(done.url(step)).status_code == 200


@pytest.mark.parametrize("total", ["-3", "x", None])
def test_rows_that_arrived_are_not_lost_by_a_wrong_number(done, total):
    posted = typed("savings", answers()["savings"]) | {"savings-TOTAL_FORMS": total}
    done.send("savings", {name: text for name, text in posted.items() if text is not None})
    assert done.kept("savings") == answers()["savings"]


def test_a_lists_buttons_do_nothing_on_a_page_without_a_list(alice):
    for press in ("add", "remove", "restore"):
        answer = alice.send("about-you", {"about-you-role": "manager", press: "1"})
        assert answer.status_code in {200, 302}, press


@pytest.mark.parametrize("place", ["0", "-1", "99", "x", "", "1.0", "٣", "9" * 5000])
def test_taking_out_a_row_that_is_not_there_takes_out_none(done, place):
    done.send("costs", typed("costs", answers()["costs"]), remove=place)
    assert Draft.objects.get().typed["costs-TOTAL_FORMS"] == ["4"]


@pytest.mark.parametrize("row", ["%%%", "a=b&" * 400, "a=b&" * 4000, "x" * 70_000, "\x00=\x00"])
def test_putting_back_what_was_never_a_row_is_never_an_error(done, row):
    answer = done.send("costs", typed("costs", answers()["costs"]), restore="1", restore_row=row)
    assert answer.status_code in {302, 400, 413}
    assert done.get(done.url("costs")).status_code == 200


def test_more_rows_than_fit_are_said_and_not_kept(alice):
    row = answers()["risks"]["rows"][0]
    answer = alice.save("risks", {"rows": [row] * 11})
    assert "List 10 or fewer. Put some together or leave them out" in answer.text
    assert answer.text.count("Remove risk") == 11
    assert alice.kept("risks") is None


@pytest.mark.parametrize("where", ["https://evil.example", "//evil.example", "check/../x", "x", ""])
def test_a_page_goes_back_to_check_your_answers_and_nowhere_else(alice, where):
    for name in ("from", "next", "back"):
        answer = alice.save("control", answers()["control"], f"?{name}={where}")
        assert answer.headers["Location"] == alice.url("inclusion")
    for press in ({"discard": "1"}, {"add": "1"}):
        answer = alice.send("costs", press, f"?from={where}")
        assert answer.headers["Location"].startswith(alice.url("costs") + "?")


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "head", "trace"])
def test_another_method_is_no_error(alice, method):
    for page in ("", "control", "check", "submit", "sent", "save"):
        assert getattr(alice, method)(alice.url(page)).status_code < 500


NAMES = st.one_of(
    st.sampled_from(["base", "later", "later_note", "say", "keep", "add", "remove", "discard"]),
    st.sampled_from(["restore", "restore_row", "choose-rows", "choose-how", "choose-x"]),
    st.builds("{}-{}-{}".format, st.sampled_from(ROWS), st.integers(-1, 50), st.text(max_size=8)),
    st.builds("{}-{}".format, st.sampled_from(sorted(contract.STEPS)), st.text(max_size=8)),
    st.builds(
        "{0[0]}-{0[1]}".format, st.sampled_from([(step, name) for step, name, _ in contract.FIELDS])
    ),
    st.text(max_size=8),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    step=st.sampled_from(sorted(answers())),
    posted=st.dictionaries(
        NAMES,
        st.one_of(st.text(max_size=20), st.sampled_from(["theirs", "mine", "1", "0", "none"])),
        max_size=12,
    ),
)
def test_nothing_that_can_be_posted_is_an_error_or_breaks_the_page(done, step, posted):
    with transaction.atomic():
        assert done.send(step, posted).status_code in {200, 204, 302, 400, 409}
        assert done.get(done.url(step)).status_code == 200
        row = Answer.objects.get(case=done.case, step=step)
        assert row.later or row.kept
        transaction.set_rollback(True)  # a step that is emptied takes others with it
