"""Alice, whose case is whole, and who writes down what suppliers say."""

import pytest

from tests.cases.builders import complete_answers, later_answers
from tests.people import Person, case_with


@pytest.fixture
def buyer(catalogue):
    """Alice, the owner of a case whose every step is complete."""
    person = Person()
    person.join(case_with(complete_answers() | later_answers()))
    return person
