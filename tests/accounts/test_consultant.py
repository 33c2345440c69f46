"""`make consultant` adds the first member of staff, who adds the others."""

import logging
import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from readiness.accounts import roles
from readiness.accounts.models import Opening
from tests.accounts.staff import PASSWORD, Staff, way_to
from tests.people import said

pytestmark = pytest.mark.django_db


def add(**options):
    out = StringIO()
    call_command("consultant", stdout=out, **options)
    return out.getvalue()


def test_the_first_one_also_administers_and_the_next_does_not(caplog):
    caplog.set_level(logging.DEBUG)
    words = add(name="Dawn Price", email="dawn@example.org")
    assert "the user name “dawn.price”" in words
    assert "administrator" in words
    assert "“consultant”" in add(name="Eve Hill")
    people = {each.username: each for each in get_user_model().objects.all()}
    held = {name: [group.name for group in each.groups.all()] for name, each in people.items()}
    assert held == {"dawn.price": [roles.ADMINISTRATOR], "eve.hill": [roles.CONSULTANT]}
    assert people["dawn.price"].email == "dawn@example.org"
    assert not people["dawn.price"].has_usable_password()
    assert not people["dawn.price"].is_superuser
    assert Opening.objects.filter(deed="added").count() == 2
    assert "/staff/password/new/" not in caplog.text


def test_the_address_that_is_printed_sets_the_password(settings):
    words = add(name="Dawn Price")
    address = re.search(rf"{re.escape(settings.PUBLIC_URL)}(\S+)", words)[1]
    person = Staff()
    form = person.get(address).headers["Location"]
    person.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    person.first_step("dawn.price")
    _led, page = way_to(person, "/admin/")
    assert "Set up a second step" in said(page.text)


def test_without_a_name_it_asks_on_the_terminal(monkeypatch):
    typed = iter(["Dawn Price", ""])
    monkeypatch.setattr("builtins.input", lambda _question: next(typed))
    assert "dawn.price" in add()


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({"name": "李 明"}, "A name needs a letter from a to z."),
        ({"name": "Dawn Price", "email": "no address"}, "Enter a valid email address."),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(options, fault):
    with pytest.raises(CommandError, match=re.escape(fault)):
        add(**options)
    assert not get_user_model().objects.exists()
