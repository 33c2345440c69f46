"""The pages of the reviews ask the database as little in a full case as in a new one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.benefits.held import in_use, record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


@pytest.mark.parametrize(
    ("page", "most"), [("benefits", 8), ("benefits/3", 7), ("benefits/3/review", 4)]
)
def test_three_reviews_take_no_more_questions_than_one(page, most):
    alice = in_use(12)
    record(alice, 3)
    first = asked(alice, page)
    record(alice, 6)
    record(alice, 12)
    assert asked(alice, page) == first <= most


def asked(person, page):
    """How many questions a page asks the database."""
    person.see(page)  # the session's stamp and the link's are renewed now and then
    with CaptureQueriesContext(connection) as found:
        person.see(page)
    return len(found)
