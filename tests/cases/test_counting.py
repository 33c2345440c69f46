"""What is counted of a case: what the version last sent of it says."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from readiness.cases import counting
from readiness.cases.models import Counted
from tests.people import answers

DECLARED = {"declared": ["true", "no-names", "people-know", "readers"]}


def counted(kind):
    found = Counted.objects.filter(kind=kind, service="")
    return sorted(found.values_list("slug", flat=True))


def test_sending_a_case_counts_what_it_says(done):
    done.save("readiness-purpose", answers()["readiness-purpose"] | {"good_enough": "no"})
    done.post(done.url("submit"), DECLARED)

    assert counted("sent") == [""]
    assert counted("need") == ["families", "frontline", "people"]
    assert counted("avenue") == ["records-and-care-management"]
    assert counted("worry") == ["cost-much"]
    assert counted("gap") == ["purpose"]
    assert counted("verdict") == [done.case.versions.get().verdict]
    # Once for the whole case, and once for each of its services.
    services = Counted.objects.filter(kind="sent").order_by("service")
    assert [each.service for each in services] == ["", "care-home", "nursing-home"]
    assert Counted.objects.filter(kind="need").count() == 3 * 3


def test_what_was_not_sent_is_not_counted(done):
    assert not Counted.objects.exists()


def test_a_new_version_takes_the_place_of_the_one_before(done):
    done.post(done.url("submit"), DECLARED)
    done.save("organisation", answers({"organisation": {"nation": "wales"}})["organisation"])
    done.save("avenues", answers({"avenues": {"chosen": ["crm"]}})["avenues"])
    done.post(done.url("submit"), DECLARED)

    assert counted("avenue") == ["crm"]
    assert set(Counted.objects.values_list("nation", flat=True)) == {"wales"}
    assert counted("sent") == [""]


def test_what_a_review_found_is_counted_and_stays_with_the_next_version(done):
    done.case.note_reviews([3], {"outcomes": "partly", "minutes": "low", "next": "carry-on"})
    done.post(done.url("submit"), DECLARED)
    assert (counted("outcomes"), counted("minutes"), counted("next")) == (
        ["partly"],
        ["low"],
        ["carry-on"],
    )
    assert Counted.objects.filter(kind="outcomes").count() == 3

    done.save("organisation", answers({"organisation": {"nation": "wales"}})["organisation"])
    done.post(done.url("submit"), DECLARED)
    assert counted("outcomes") == ["partly"]
    assert set(Counted.objects.values_list("nation", flat=True)) == {"wales"}


def test_a_deleted_case_is_counted_no_more(done):
    done.post(done.url("submit"), DECLARED)
    done.case.delete()
    assert not Counted.objects.exists()


def test_the_command_counts_what_was_sent_before_there_was_counting(done, capsys):
    done.post(done.url("submit"), DECLARED)
    before = list(Counted.objects.order_by("kind", "slug").values_list("kind", "slug", "month"))
    Counted.objects.all().delete()

    call_command("count_cases")

    after = list(Counted.objects.order_by("kind", "slug").values_list("kind", "slug", "month"))
    assert after == before
    assert before[0][2] == counting.month_of(timezone.localdate())
    assert "1 cases counted." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Larch House", "wales"), ("LARCH  house ", "wales"), True),
        (("Larch House", "wales"), ("Larch House", "england"), False),
        (("Larch House", "wales"), ("Birch House", "wales"), False),
    ],
)
def test_an_organisation_is_known_by_its_name_and_nation(one, other, same):
    assert (counting.key_of(*one) == counting.key_of(*other)) is same
