"""What was erased is noted beside the documents too, so that no back-up brings it back for good."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from readiness.cases.models import Case
from readiness.privacy import daily, erased, erasing
from readiness.privacy.models import Erasure

NOW = timezone.now()


def erase(case, committed, at=NOW):
    case.erase_later(on=timezone.localdate(at), why=Case.Why.ASKED)
    with committed():
        erasing.erase_due(at=at)


def bring_back(case):
    """As somebody does who puts back a copy of the database by other means than ours."""
    Case.objects.create(reference=case.reference)
    Erasure.objects.all().delete()


def test_a_case_that_is_there_again_is_erased_in_the_next_round(alice, charlie, committed):
    erase(alice.case, committed)
    bring_back(alice.case)
    with committed():
        done = dict(daily.run(at=NOW))
    assert done["readiness.privacy.erasing.erase_again"].startswith("1 cases erased again")
    assert list(Case.objects.all()) == [charlie.case]
    erasure = Erasure.objects.get()
    assert timezone.localdate(erasure.at) == timezone.localdate(NOW)
    assert erasing.erase_again(at=NOW).startswith("0 cases")


def test_what_the_storage_missed_is_noted_in_the_next_round(alice, committed, monkeypatch):
    def away(*_given):
        raise OSError("away")

    with monkeypatch.context() as patch:
        patch.setattr(erased, "_write", away)
        patch.setattr(erased, "note_all", list)
        erase(alice.case, committed)
    assert erased.notes() == []
    erasing.erase_due(at=NOW)
    assert [each.reference for each in erased.notes()] == [alice.case.reference]


def test_a_note_holds_the_day_the_reason_and_the_reference_alone(alice, committed):
    erase(alice.case, committed)
    (name,) = default_storage.listdir("erased")[1]
    assert name == f"{timezone.localdate(NOW)}.asked.{alice.case.reference}"
    assert default_storage.open(f"erased/{name}").read() == b""


def test_after_a_year_nothing_is_left_of_it(alice, committed):
    erase(alice.case, committed)
    erasing.erase_due(at=NOW + timedelta(days=364))
    assert erased.notes()
    erasing.erase_due(at=NOW + timedelta(days=367))
    assert (erased.notes(), list(Erasure.objects.all())) == ([], [])


# The last is what a storage makes of a name that two machines give at the same moment.
@pytest.mark.parametrize(
    "name", ["x", "2028-13-01.asked.ABCD2345", "a.b.c.d", ".hidden", "2028-03-01.asked_x7.ABCD2345"]
)
def test_what_else_lies_there_is_left_alone(alice, name):
    default_storage.save(f"erased/{name}", ContentFile(b"x"))
    assert erased.notes() == []
    assert erasing.erase_again(at=NOW).startswith("0 cases")
    assert Case.objects.exists()
