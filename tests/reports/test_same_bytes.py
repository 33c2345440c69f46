"""What was sent is the same file whichever process makes it, whenever it does."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from readiness.cases import versions
from readiness.catalogue.contents import contents
from tests.cases.builders import later_answers
from tests.people import answers, case_with

ROOT = Path(__file__).parents[2]
MAKE = """
import hashlib, json
import django
django.setup()
from readiness.cases.models import Edition
from readiness.reports import documents
from readiness.reports.kinds import KINDS, ROLL_OUT_SHORT
given = documents.material_of(Edition.objects.get())
print(json.dumps({
    f"{kind.slug}.{form}": hashlib.sha256(documents.made(kind, form, given)).hexdigest()
    for kind in KINDS.values() for form in documents.FORMATS
    if kind.has(form) and not kind.ended and (form != "pdf" or kind is ROLL_OUT_SHORT)
}))
"""


@pytest.fixture
def kept(catalogue, tmp_path):
    """The database, with one version that was sent, as a file that other processes can open."""
    case = case_with(answers() | later_answers())
    versions.send(case, by="Alice", at=timezone.now(), contents=contents())
    path = tmp_path / "kept.sqlite3"
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
    copy.close()
    return path


@pytest.mark.django_db(transaction=True)
def test_two_processes_make_the_same_bytes_of_every_document(kept):
    """Each has its own order of hashes and its own time of day. One PDF stands for all: each is
    made of its HTML alone."""
    first, second = (
        made(kept, hash_seed, zone) for hash_seed, zone in ((1, "UTC"), (2, "Asia/Tokyo"))
    )
    assert len(first) == 19
    assert first == second


def made(database, hash_seed, zone) -> dict[str, str]:
    """The hash of every document in every format, as another process makes it."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "readiness.settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "PYTHONHASHSEED": str(hash_seed),
        "TZ": zone,
    }
    done = subprocess.run(
        [sys.executable, "-c", MAKE], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)
