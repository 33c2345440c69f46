"""A guesser is slowed, and nobody is locked out by one: the rightful person still gets in, from
elsewhere, and from a browser they used before even at the guesser's own address."""

import pytest

from readiness.accounts import roles, tries
from tests.accounts.staff import ELSEWHERE, HERE, Staff, code_of, member
from tests.people import faults_on, said

pytestmark = pytest.mark.django_db

TOO_OFTEN = ["That was too often. Wait five minutes, then try again."]
MOST = 10  # wrong passwords from one place within five minutes


@pytest.fixture
def dawn():
    return member("dawn", roles.CONSULTANT)


def guess(person, times, name="dawn"):
    """Guess at a password so often; what the last page says."""
    return [faults_on(person.first_step(name, f"guess {n}").text) for n in range(times)][-1]


def test_a_guesser_is_slowed_and_then_not_even_the_right_password_helps(dawn):
    mallory = Staff(at=ELSEWHERE)
    assert guess(mallory, MOST) == ["That name and password do not go together."]
    assert guess(mallory, 1) == TOO_OFTEN
    assert faults_on(mallory.first_step("dawn").text) == TOO_OFTEN


def test_a_guesser_is_slowed_over_all_names_and_in_a_fresh_browser(dawn):
    for n in range(MOST):
        guess(Staff(at=ELSEWHERE), 1, name=f"name{n}")
    assert guess(Staff(at=ELSEWHERE), 1) == TOO_OFTEN


def test_the_rightful_person_gets_in_from_elsewhere_all_the_while(dawn):
    guess(Staff(at=ELSEWHERE), MOST + 5)
    person = Staff(at=HERE)
    person.enter(dawn)
    assert person.is_in()


def test_many_guessers_at_many_addresses_lock_nobody_out(dawn):
    for n in range(1, 31):
        guess(Staff(at=f"203.0.113.{n}"), 2)
    person = Staff(at=HERE)
    person.enter(dawn)
    assert person.is_in()


def test_a_browser_used_before_gets_in_even_at_the_guessers_own_address(dawn):
    person = Staff(at=HERE)
    person.enter(dawn)
    person.post("/staff/sign-out/")
    guess(Staff(at=HERE), 40)  # as many as make no difference
    person.enter(dawn, later=1)
    assert person.is_in()


def test_a_known_browser_is_slowed_as_well_if_it_guesses(dawn):
    person = Staff(at=HERE)
    person.enter(dawn)
    person.post("/staff/sign-out/")
    assert guess(person, MOST + 1) == TOO_OFTEN


def test_a_browser_known_for_one_account_is_not_known_for_another(dawn):
    member("eve", roles.CONSULTANT)
    person = Staff(at=HERE)
    person.enter(dawn)
    person.post("/staff/sign-out/")
    guess(Staff(at=HERE), MOST)
    assert guess(person, 1, name="eve") == TOO_OFTEN


@pytest.mark.parametrize("forged", ["x", "dawn", "WyJkYXduIiwiYSJd:1abcde:c2lnbmVk", ""])
def test_a_forged_cookie_makes_no_browser_known(dawn, forged):
    mallory = Staff(at=ELSEWHERE)
    mallory.cookies[tries.COOKIE] = forged
    assert guess(mallory, MOST + 1) == TOO_OFTEN


def test_the_cookie_is_for_the_server_alone(dawn, settings):
    settings.SESSION_COOKIE_SECURE = True
    person = Staff()
    person.enter(dawn)
    cookie = person.cookies[tries.COOKIE]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert (cookie["samesite"], cookie["path"]) == ("Lax", "/staff/")


def test_signing_in_rightly_uses_up_no_tries(dawn):
    for n in range(MOST + 2):
        assert Staff(at=HERE).first_step("dawn").status_code == 302, n


def wrong_codes(person, times):
    person.first_step("dawn")
    return [said(person.second("000000").text) for _n in range(times)][-1]


def test_who_knows_the_password_and_guesses_codes_is_slowed_wherever_they_are(dawn):
    assert "That code is not right" in wrong_codes(Staff(at="203.0.113.1"), 4)
    assert "That code is not right" in wrong_codes(Staff(at="203.0.113.2"), 1)
    assert TOO_OFTEN[0] in wrong_codes(Staff(at="203.0.113.3"), 1)


def test_and_keeps_the_rightful_person_out_of_no_browser_they_used_before(dawn):
    person = Staff(at=HERE)
    person.enter(dawn)
    person.post("/staff/sign-out/")
    wrong_codes(Staff(at=ELSEWHERE), 7)
    person.enter(dawn, later=1)
    assert person.is_in()


def test_a_right_code_uses_up_no_tries(dawn):
    for later in (-1, 0, 1):  # each worked out when it is used: meanwhile half a minute may end
        person = Staff(at=HERE)
        assert "not right" in wrong_codes(person, 1)
        person.second(code_of(dawn, later))
        assert person.is_in()
    assert TOO_OFTEN[0] not in wrong_codes(Staff(at=HERE), 2)


def test_behind_a_proxy_the_address_is_what_the_proxy_says_last(dawn, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    proxy = Staff(at="10.0.0.1")
    for n in range(MOST + 1):
        made_up = {"HTTP_X_FORWARDED_FOR": f"198.18.0.{n}, {ELSEWHERE}"}
        page = proxy.post("/staff/sign-in/", {"login": "dawn", "password": "x"}, **made_up).text
    assert faults_on(page) == TOO_OFTEN
    other = {"HTTP_X_FORWARDED_FOR": f"{ELSEWHERE}, {HERE}"}
    page = proxy.post("/staff/sign-in/", {"login": "dawn", "password": "x"}, **other).text
    assert faults_on(page) != TOO_OFTEN
