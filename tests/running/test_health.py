"""Whoever watches the guide learns whether it is up, and whether it can do its work."""

import pytest
from django.db.migrations.executor import MigrationExecutor

from readiness import health, probe

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_seen_yet(monkeypatch):
    monkeypatch.setattr(health, "_up_to_date", set())


def test_a_guide_that_can_work_says_so(client):
    answer = client.get("/ready")
    assert (answer.status_code, answer.text) == (200, "ok")


def test_tables_that_are_behind_the_code_are_named(client, monkeypatch):
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_args: ["one"])
    answer = client.get("/ready")
    assert (answer.status_code, answer.text) == (503, "missing: migrations")


def test_that_the_tables_are_as_they_should_be_is_looked_at_once(client, monkeypatch):
    assert client.get("/ready").status_code == 200
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_args: ["one"])
    assert client.get("/ready").status_code == 200


def test_a_folder_that_nobody_may_write_to_is_named(client, settings, tmp_path, monkeypatch):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }
    settings.MEDIA_ROOT = tmp_path / "media"
    assert client.get("/ready").status_code == 200
    monkeypatch.setattr(health.os, "access", lambda *_args: False)
    assert client.get("/ready").text == "missing: storage"


def test_a_database_that_does_not_answer_is_named(client, monkeypatch):
    def away():
        raise OSError("no route to a host with a secret name")

    monkeypatch.setitem(health.NEEDS, "database", away)
    answer = client.get("/ready")
    assert (answer.status_code, answer.text) == (503, "missing: database")


def test_whoever_stands_behind_the_proxy_is_not_sent_away(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_REDIRECT_EXEMPT = ["^health$", "^ready$"]
    assert client.get("/ready").status_code == 200
    assert client.get("/health").status_code == 200
    assert client.get("/").status_code == 301


def test_the_probe_of_a_container_fails_where_nothing_answers(monkeypatch):
    monkeypatch.setenv("PORT", "9")
    assert probe.main("ready") == 1


def test_the_probe_of_a_container_names_the_guide_s_own_host(monkeypatch):
    asked = []

    class Line:
        status = 200

        def __init__(self, *_where, **_more):
            self.getresponse = lambda: self
            self.close = lambda: None

        def request(self, _method, page, headers):
            asked.append((page, headers["Host"]))

    monkeypatch.setattr(probe, "HTTPConnection", Line)
    monkeypatch.setenv("PUBLIC_URL", "https://guide.example.org")
    assert probe.main("ready") == 0
    assert asked == [("/ready", "guide.example.org")]
