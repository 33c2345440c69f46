"""A case that has everything, and time that goes by."""

import pytest
from django.core.files.storage import default_storage

from tests.privacy import whole_case


@pytest.fixture
def whole(done, dawn):
    """Alice, in a case that has everything that a case can have."""
    whole_case.grow(done)
    done.case.refresh_from_db()
    return done


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What is done within is committed at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture(autouse=True)
def _no_files():
    """No test finds another's files."""
    yield
    for folder in ("documents", "exports", "erased"):
        if default_storage.exists(folder):
            for name in default_storage.listdir(folder)[1]:
                default_storage.delete(f"{folder}/{name}")
