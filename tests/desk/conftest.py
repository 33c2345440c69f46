"""What the tests of the review desk share: a case that was sent."""

import pytest
from django.utils import timezone

from readiness.cases import versions
from readiness.catalogue.contents import contents


@pytest.fixture
def sent(done):
    """The first version of Alice's case."""
    return versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
