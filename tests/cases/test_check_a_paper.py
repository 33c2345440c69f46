"""Anybody who holds a paper can ask whether it is what was sent."""

import pytest
from django.utils import timezone

from readiness.cases import check_codes, versions
from readiness.cases.models import Edition
from readiness.catalogue.contents import contents
from tests.people import Person


@pytest.fixture
def edition(done) -> Edition:
    version = versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    return version.editions.get()


def ask(reference: str, code: str) -> str:
    return Person().post("/check/", {"reference": reference, "code": code}).text


def test_a_board_member_reads_what_was_sent(edition):
    page = ask(edition.version.case.reference, edition.check_code)
    assert "This is version 1, as sent" in page
    assert "Its whole-life cost is £" in page


def test_a_code_may_be_typed_in_small_letters_and_in_groups(edition):
    code = edition.check_code.lower()
    page = ask(f" {edition.version.case.reference.lower()} ", f"{code[:5]}-{code[5:]}")
    assert "This is version 1" in page


@pytest.mark.parametrize("code", ["AAAAAAAAAA", "é", "'; --", "x" * 200])
def test_a_wrong_code_is_not_known(edition, code):
    assert "Not known" in ask(edition.version.case.reference, code)


def test_a_code_of_another_case_is_not_known(edition, alice):
    assert "Not known" in ask(alice.case.reference, edition.check_code)


def test_nothing_typed_is_asked_for(db):
    page = ask("", "")
    assert "Enter the reference" in page
    assert "Enter the check code" in page


def test_whoever_tries_code_after_code_is_slowed(edition):
    tries = [Person().post("/check/", {"reference": "A", "code": "B"}) for _n in range(31)]
    assert [each.status_code for each in tries[-2:]] == [200, 429]


def test_a_code_is_ten_letters_and_differs_with_the_version(edition):
    other = check_codes._code(edition.version, "decided")
    assert len(edition.check_code) == 10
    assert edition.check_code != other
