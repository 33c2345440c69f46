"""What all tests share: the content of the fixtures, and people at their browsers."""

import gc
import time
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal import auth
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from pytest_django.plugin import blocking_manager_key

from readiness.accounts import roles, second_step
from readiness.catalogue import loader
from tests.people import Person, answers, case_with

# Nothing has to be collected first, and a consultant's password is checked in no time.
QUICK = {
    "TASKS": {
        "default": {
            "BACKEND": "django.tasks.backends.immediate.ImmediateBackend",
            "QUEUES": ["default", "mail"],
        }
    },
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    "STORAGES": {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    },
    "DAILY_BY_ITSELF": False,
    "WHITENOISE_AUTOREFRESH": True,
    "WHITENOISE_USE_FINDERS": True,
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
}


def pytest_addoption(parser):
    parser.addoption(
        "--database-only", action="store_true", help="leave out what reads and writes no rows"
    )


def pytest_collection_modifyitems(config, items):
    """On a second database only those tests can tell anything new that use one."""
    if config.getoption("--database-only"):
        asked = [item for item in items if _uses_a_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(asked)])
        items[:] = asked


def _uses_a_database(item) -> bool:
    rows = {"db", "transactional_db", "django_db_setup", "_on_postgresql"}
    return bool(item.get_closest_marker("django_db")) or bool(rows & set(item.fixturenames))


def pytest_collection_finish():
    """What is loaded by now stays, so it is not looked through for litter again and again, and
    litter may heap up for longer."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _quick():
    with override_settings(**QUICK):
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_half_minute():
    """The clock of the codes stands, so that no code runs out while a busy machine uses it."""
    now = time.time()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(auth, "time", SimpleNamespace(time=lambda: now))
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, with the content of the fixtures in it, loaded once.

    Where no test asks for a database none is made, and the developer's own is left alone.
    """
    name = str(connection.settings_dict["NAME"])
    if name.startswith(("test_", "file:memorydb")):
        with django_db_blocker.unblock():
            loader.load()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """A test that commits leaves an empty database: put the content back for whichever is next."""
    yield
    mark = item.get_closest_marker("django_db")
    if mark and mark.kwargs.get("transaction"):
        with item.config.stash[blocking_manager_key].unblock():
            loader.load()


@pytest.fixture
def catalogue(db):
    """The content, in a database that the test may change."""


@pytest.fixture(autouse=True)
def _no_tries_counted():
    """No test uses up another's tries."""
    cache.clear()


@pytest.fixture
def alice(catalogue):
    """A care manager who has just started a case."""
    person = Person()
    person.begin()
    return person


@pytest.fixture
def bob(alice):
    """Alice's colleague, at his own computer, in the same case by a link of his own."""
    person = Person()
    person.join(alice.case, label="Bob's link")
    return person


@pytest.fixture
def charlie(catalogue):
    """A stranger, who has a case of his own."""
    person = Person()
    person.begin()
    return person


@pytest.fixture
def done(catalogue):
    """Alice again, in a case whose every step of stages 1 and 2 is complete."""
    person = Person()
    person.join(case_with(answers()))
    return person


@pytest.fixture
def dawn(catalogue):
    """A consultant, who is signed in, with both steps, and may do what consultants do."""
    user = get_user_model().objects.create_user("dawn", password="dawn", is_staff=True)
    roles.give(user, roles.CONSULTANT)
    second_step.set_up(user)
    person = Person()
    person.sign_in(user)
    return person
