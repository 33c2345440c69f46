"""Staff who handle what visitors sent, each with their account."""

import pytest

from readiness.accounts import roles
from tests.contact.sent import at_desk


@pytest.fixture
def dawn(catalogue):
    return at_desk("dawn", roles.CONSULTANT)


@pytest.fixture
def mike(catalogue):
    return at_desk("mike", roles.EDITOR)
