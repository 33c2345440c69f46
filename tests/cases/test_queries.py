"""A page asks the database as little at the last step as at the first, in a full case as in a new one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from readiness.catalogue import version
from readiness.catalogue.contents import contents
from tests.people import answers, typed

TO_READ = 2  # session, link with its case and the answers; the content is in memory
TO_SAVE = 4  # and the row, its history
OF_A_DRAFT = 2  # what was typed, read and let go


@pytest.fixture(autouse=True)
def _content_in_memory(monkeypatch, catalogue):
    """As in a server, which looks once a second whether the content has changed."""
    contents()
    monkeypatch.setattr(version, "LOOK_EVERY", 60)


@pytest.fixture
def asked():
    """How many questions a press asks the database, apart from those that open savepoints."""

    def count(send, *args, **kwargs):
        with CaptureQueriesContext(connection) as found:
            response = send(*args, **kwargs)
        assert response.status_code in {200, 204, 302}
        return len([each for each in found if "SAVEPOINT" not in each["sql"]])

    return count


@pytest.mark.parametrize("step", answers())
def test_a_step_takes_no_more_questions_in_a_full_case_than_in_a_new_one(done, asked, step):
    done.see()  # the session's stamp and the link's are renewed now and then
    assert asked(done.get, done.url(step)) == TO_READ
    later = typed(step, answers()[step]) | {"later": "yes", "base": "1"}
    # The end of a stage is said on the next page, by way of the session.
    assert asked(done.send, step, later) in {TO_SAVE, TO_SAVE + 1}
    done.see()
    assert asked(done.send, step, {f"{step}-x": "y", "keep": "yes"}) <= TO_SAVE
    assert asked(done.get, done.url(step)) == TO_READ + 1  # and the draft
    assert asked(done.send, step, {f"{step}-x": "y", "look": "evidence"}) <= TO_SAVE + 1
    assert asked(done.send, step, later) <= TO_SAVE + 1 + OF_A_DRAFT
    faulty = {f"{step}-TOTAL_FORMS": "0"}
    # It is read again; or, where nothing is required, saved at the end of a stage, as above.
    assert asked(done.send, step, faulty) <= TO_SAVE + TO_READ + 2
    done.send(step, {"discard": "yes"})
    done.case.answers.filter(step=step).delete()
    if not step.startswith("anxi"):  # without the rating, its page is not asked for
        assert asked(done.save, step, answers()[step], base="0") in {TO_SAVE, TO_SAVE + 1}


@pytest.mark.parametrize(
    ("part", "most"),
    [("", 6), ("check", 5), ("submit", 5), ("save", 5), ("your-data", 4), ("erase", 3)],
)
def test_the_other_pages_do_not_ask_for_each_step_either(done, alice, asked, part, most):
    for person in (alice, done):
        person.see()
        assert asked(person.get, person.url(part)) <= most


def test_sending_asks_no_more_for_having_been_sent_before(done, asked):
    declared = {"declared": ["true", "no-names", "people-know", "readers"]}
    for staff in (70, 71, 72):
        done.save("organisation", answers({"organisation": {"staff": staff}})["organisation"])
        assert asked(done.post, done.url("submit"), declared) <= 16  # three of them to count it
    assert done.case.versions.count() == 3
