"""A real browser before a real server, with the catalogue loaded, and people who sit at it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connection, connections
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from readiness.accounts import second_step
from readiness.cases import access, versions
from readiness.cases.models import Case
from readiness.catalogue import loader
from readiness.catalogue.contents import contents
from readiness.catalogue.models import Avenue
from tests.browser.at_the_browser import AtTheBrowser
from tests.people import Person, case_with

CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUMS += ("google-chrome", "google-chrome-stable")  # as .setup/need-chromium looks for them
PATIENCE = 30_000  # ms that a busy machine may take until a page shows what is waited for
expect.set_options(timeout=PATIENCE)

# Playwright runs a loop of its own in the thread of the tests, where Django would refuse to work.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The system's own Chromium where there is one; first the one that draws no windows, which is quicker."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    return {**browser_type_launch_args, "executable_path": found, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def base_url() -> str:
    """None for all: each browser gets the address of the guide that it looks at."""
    return ""


@pytest.fixture(scope="session")
def _whole(django_db_setup, django_db_blocker, tmp_path_factory) -> Path:
    """A database with the catalogue and nothing else, in a file of its own."""
    file = tmp_path_factory.mktemp("guide") / "whole.sqlite3"
    with django_db_blocker.unblock():
        assert connection.is_in_memory_db(), "nobody's own database"
        if not Avenue.objects.exists():
            loader.load()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(file)])
    return file


@pytest.fixture
def guide(_whole, db, tmp_path, settings) -> Iterator[str]:
    """The address of the guide, which is up over a database in a file, as it is in earnest:
    in memory, two requests at once would share one connection."""
    file = shutil.copy(_whole, tmp_path)
    with _database_in(file):
        server = LiveServer("127.0.0.1", start=False)
        server.thread.server_class = _Server
        server.start()
        settings.PUBLIC_URL = server.url
        settings.CSRF_TRUSTED_ORIGINS = [server.url]
        settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
        yield server.url
        server.stop()


class _Server(ThreadedWSGIServer):
    """Ends when the last request has its answer, so that none reaches another test's database."""

    daemon_threads = False

    def serve_forever(self, poll_interval=0.01):
        super().serve_forever(poll_interval)


@contextmanager
def _database_in(file: str) -> Iterator[None]:
    """Have the default database in a file; put the tests' own back afterwards."""
    own, at = connections["default"], connections.settings["default"]
    name = at["NAME"]
    at["NAME"] = file
    del connections["default"]
    yield
    connections["default"].close()
    at["NAME"] = name
    connections["default"] = own


@pytest.fixture
def sit_down(guide, new_context) -> Iterator:
    """Give somebody a browser of their own: ``sit_down(javascript=False, width=320)``."""

    def sit(*, javascript: bool = True, width: int = 1200) -> AtTheBrowser:
        context = new_context(
            base_url=guide,
            java_script_enabled=javascript,
            viewport={"width": width, "height": 900},
        )
        context.set_default_timeout(PATIENCE)
        return AtTheBrowser(context, guide)

    return sit


@pytest.fixture
def alice(sit_down):
    """A care manager at her browser, with no case yet."""
    return sit_down()


@pytest.fixture
def bob(sit_down):
    """Somebody else, at another browser."""
    return sit_down()


@pytest.fixture
def let_in():
    """Put a case with these answers before somebody, as if they had opened its link."""

    def let(person: AtTheBrowser, answers=None, *, sent: bool = False) -> Case:
        case = answers if isinstance(answers, Case) else case_with(answers or {})
        if sent:
            versions.send(case, by="Import", at=timezone.now(), contents=contents())
        link = case.links.create(via="browser", label=f"browser {case.links.count() + 1}")
        session = SessionStore()
        session[access.KEY] = [link.pk]
        session.create()
        person.hold(case, session.session_key)
        return case

    return let


@pytest.fixture
def user(guide):
    dawn = get_user_model().objects.create_superuser("dawn", password="dawn")
    second_step.set_up(dawn)
    return dawn


@pytest.fixture
def dawn(user, sit_down):
    """Seats her, signed in: ``dawn(width=320)``."""

    def sit(**how):
        person = sit_down(**how)
        signed_in = Person()
        signed_in.sign_in(user)
        session = signed_in.cookies[django_settings.SESSION_COOKIE_NAME].value
        cookie = {"name": django_settings.SESSION_COOKIE_NAME, "value": session}
        person.context.add_cookies([{**cookie, "url": person.guide}])
        person.context.add_init_script(path=AXE_FILE_PATH)
        return person

    return sit
