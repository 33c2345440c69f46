"""A back-up made while the guide goes on can be put back, whole, on either database."""

import json
import sqlite3
import tarfile
from contextlib import closing, contextmanager
from io import BytesIO

import pytest
from django.conf import settings as ours
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.utils import timezone

from readiness.cases.models import Answer, Case
from readiness.privacy import erasing
from readiness.privacy.models import Erasure
from readiness.running import databases, tries
from readiness.running.models import Tries

KEY = "a key of twenty letters or more"


@pytest.fixture
def guide(tmp_path, settings, django_db_setup, django_db_blocker):
    """A guide whose database can be thrown away, with one case and one document."""
    settings.STORAGES = {**settings.STORAGES}  # an empty one, in memory
    with django_db_blocker.unblock(), _a_database_of_its_own(tmp_path):
        case = Case.objects.create()
        Answer.objects.create(case=case, step="need", kept={"problem": "Falls", "a": 1})
        default_storage.save("documents/abc.pdf", ContentFile(b"%PDF-1.7"))
        yield case
    default_storage.delete("documents/abc.pdf")


@contextmanager
def _a_database_of_its_own(folder):
    """A copy of the tests' own."""
    at, own = connections.settings["default"], connections["default"]
    name = at["NAME"]
    assert name.startswith(("test_", "file:memorydb")), "nobody's own database"
    copied = _copy_on_server(name) if ours.POSTGRESQL else _copy_in(folder / "own.sqlite3")
    at["NAME"] = copied
    if not ours.POSTGRESQL:
        del connections["default"]  # what is in memory is gone once it is closed
    yield
    connections["default"].close()
    at["NAME"] = name
    connections["default"] = own
    if ours.POSTGRESQL:
        own.close_pool()
        _on_server(f"DROP DATABASE {copied}")


def _copy_in(file):
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copied:
        connection.connection.backup(copied)
    return str(file)


def _copy_on_server(name):
    connection.close()
    connection.close_pool()
    _on_server(f"DROP DATABASE IF EXISTS {name}_own")
    _on_server(f"CREATE DATABASE {name}_own TEMPLATE {name}")
    return f"{name}_own"


def _on_server(statement):
    import psycopg

    at = connections.settings["default"]
    who = {"host": at["HOST"], "port": at["PORT"], "user": at["USER"], "password": at["PASSWORD"]}
    with closing(psycopg.connect(dbname="postgres", autocommit=True, **who)) as server:
        server.execute(statement)


def test_it_has_a_database_to_back_up(db):
    """Which also has it made, before the others, who copy it."""
    assert not databases.is_empty()


def make(path, *more):
    call_command("backup", str(path), *more, verbosity=0)


def test_what_was_lost_comes_back(guide, tmp_path, capsys):
    make(tmp_path / "all")
    Case.objects.all().delete()
    default_storage.delete("documents/abc.pdf")
    call_command("restore", str(tmp_path / "all"), "--over")
    assert list(Answer.objects.get().kept) == ["problem", "a"]
    assert Case.objects.get().reference == guide.reference
    assert default_storage.open("documents/abc.pdf").read() == b"%PDF-1.7"
    told = capsys.readouterr().out
    assert "1 documents" in told
    assert "they may be there again" in told  # nothing was erased here, and who knows elsewhere
    assert "Staff sign in again" in told


def erase_now(case):
    case.erase_later(on=timezone.localdate(), why=Case.Why.ASKED)
    erasing.erase_due(at=timezone.now())
    assert not Case.objects.exists()


@pytest.mark.parametrize("lost", ["nothing", "the database"])
def test_what_was_erased_since_the_back_up_is_erased_again(guide, tmp_path, capsys, lost):
    make(tmp_path / "all")
    erase_now(guide)
    if lost == "the database":  # and the notes beside the documents are left
        Erasure.objects.all().delete()
    call_command("restore", str(tmp_path / "all"), "--over")
    assert not Case.objects.exists()
    assert not Answer.history.exists()
    erasure = Erasure.objects.get()
    assert (erasure.reference, erasure.why) == (guide.reference, "asked")
    assert "1 cases erased again" in capsys.readouterr().out


def test_a_database_that_cannot_be_read_any_more_is_replaced_all_the_same(guide, tmp_path, capsys):
    make(tmp_path / "all")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE privacy_erasure")
    call_command("restore", str(tmp_path / "all"), "--over")
    assert "does not say what was erased" in capsys.readouterr().err
    assert Case.objects.get().reference == guide.reference


def test_what_came_after_the_back_up_is_gone(guide, tmp_path):
    make(tmp_path / "all")
    Case.objects.create()
    call_command("restore", str(tmp_path / "all"), "--over")
    assert Case.objects.count() == 1


def test_a_back_up_of_what_was_put_back_can_be_put_back(guide, tmp_path):
    for name in ("first", "second"):
        make(tmp_path / name)
        call_command("restore", str(tmp_path / name), "--over")
    assert Case.objects.get().answers.get().kept["problem"] == "Falls"


def test_with_a_key_it_is_sealed_and_needs_the_key(guide, tmp_path, settings):
    settings.BACKUP_KEY = KEY
    make(tmp_path / "all")
    assert b"Falls" not in (tmp_path / "all").read_bytes()
    Case.objects.all().delete()
    settings.BACKUP_KEY = ""
    with pytest.raises(CommandError, match="sealed"):
        call_command("restore", str(tmp_path / "all"), "--over")
    settings.BACKUP_KEY = KEY[::-1]
    with pytest.raises(CommandError, match="not the key"):
        call_command("restore", str(tmp_path / "all"), "--over")
    assert not Case.objects.exists()
    settings.BACKUP_KEY = KEY
    call_command("restore", str(tmp_path / "all"), "--over")
    assert Case.objects.exists()


def test_nobody_else_on_the_machine_can_read_it(guide, tmp_path):
    make(tmp_path / "all")
    assert (tmp_path / "all").stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_is_not_written_over(guide, tmp_path):
    (tmp_path / "all").write_text("mine")
    with pytest.raises(CommandError, match="there already"):
        make(tmp_path / "all")
    assert (tmp_path / "all").read_text() == "mine"


def test_where_it_fails_no_half_is_left(guide, tmp_path, monkeypatch):
    def full(_target):
        raise databases.NotCopied("The disk is full.")

    monkeypatch.setattr(databases, "copy", full)
    with pytest.raises(CommandError, match="The disk is full"):
        make(tmp_path / "all")
    assert not [each for each in tmp_path.iterdir() if "all" in each.name]


def test_a_database_that_is_there_is_kept_unless_one_says_so(guide, tmp_path):
    make(tmp_path / "all")
    with pytest.raises(CommandError, match="--over"):
        call_command("restore", str(tmp_path / "all"))


@pytest.mark.parametrize("cut", [100, 3000, 0.5])
def test_a_file_that_was_cut_off_changes_nothing(guide, tmp_path, cut):
    make(tmp_path / "all")
    whole = (tmp_path / "all").read_bytes()
    (tmp_path / "all").write_bytes(whole[: cut if cut > 1 else int(len(whole) * cut)])
    Answer.objects.update(kept={"problem": "Later words"})
    with pytest.raises(CommandError, match="Nothing was put back"):
        call_command("restore", str(tmp_path / "all"), "--over")
    assert Answer.objects.get().kept == {"problem": "Later words"}


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ({"guide": "another"}, "no back-up that this release"),
        ({"guide": "readiness", "format": 99}, "no back-up that this release"),
        ({"guide": "readiness", "format": 1, "database": "oracle"}, "is of oracle"),
    ],
)
def test_a_back_up_of_something_else_is_refused(guide, tmp_path, about, told):
    with tarfile.open(tmp_path / "all", "w") as archive:
        body = json.dumps(about).encode()
        entry = tarfile.TarInfo("about.json")
        entry.size = len(body)
        archive.addfile(entry, BytesIO(body))
    with pytest.raises(CommandError, match=told):
        call_command("restore", str(tmp_path / "all"), "--over")


def test_names_in_a_back_up_lead_nowhere_else(guide, tmp_path):
    make(tmp_path / "all")
    with tarfile.open(tmp_path / "all", "a") as archive:
        for name in ("files/documents/../x", "files/../x", "files/secrets/x", "/files/documents/x"):
            archive.addfile(tarfile.TarInfo(name), BytesIO())
    before = set(default_storage.listdir("")[0])
    call_command("restore", str(tmp_path / "all"), "--over")
    assert set(default_storage.listdir("")[0]) == before
    assert default_storage.listdir("documents")[1] == ["abc.pdf"]


def test_what_is_of_the_moment_is_left_out(guide, tmp_path):
    tries.one_more("open:x", seconds=60, at=timezone.now())
    make(tmp_path / "all")
    call_command("restore", str(tmp_path / "all"), "--over")
    assert not Tries.objects.exists()


def test_an_empty_place_needs_no_permission(guide, tmp_path):
    make(tmp_path / "all")
    with connection.cursor() as cursor:
        if ours.POSTGRESQL:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        else:
            (tmp_path / "own.sqlite3").rename(tmp_path / "lost.sqlite3")
            connection.close()
    call_command("restore", str(tmp_path / "all"))
    assert Case.objects.get().reference == guide.reference


def test_its_files_are_the_documents_alone(guide, tmp_path):
    default_storage.save("exports/x.zip", ContentFile(b"PK"))
    make(tmp_path / "all")
    with tarfile.open(tmp_path / "all") as archive:
        assert archive.getnames() == ["about.json", "database", "files/documents/abc.pdf"]
    default_storage.delete("exports/x.zip")
