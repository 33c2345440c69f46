"""Staff handle what was sent, each thing once."""

import pytest

from readiness.accounts import roles
from readiness.accounts.models import Opening
from readiness.contact.models import Deed
from tests.accounts.staff import Staff
from tests.contact.sent import EDITED, at_desk, message, offered, place, press
from tests.people import said, value_in

pytestmark = pytest.mark.usefixtures("catalogue")


def test_dawn_takes_a_message_answers_it_and_closes_it(dawn):
    person, user = dawn
    sent = message()
    press(person, sent, "take")
    assert (sent.status, sent.taken_by) == ("in-hand", user)
    press(person, sent, "close", words="Answered by e-mail.")
    assert sent.status == "closed"
    assert sent.closed_at is not None
    page = said(person.get(place(sent)).text)
    assert "dawn took it" in page
    assert "dawn closed it Answered by e-mail." in page


def test_what_was_closed_or_taken_can_wait_again(dawn):
    person, _user = dawn
    sent = message()
    for verb in ("take", "put-back", "close", "reopen"):
        assert press(person, sent, verb).status_code == 302
    assert (sent.status, sent.taken_by, sent.closed_at) == ("new", None, None)


def test_of_two_who_take_it_at_once_the_second_is_told(dawn):
    person, user = dawn
    eve, _eve = at_desk("eve", roles.CONSULTANT)
    sent = message()
    press(person, sent, "take", seen="new")
    answer = press(eve, sent, "take", seen="new")
    assert answer.status_code == 422
    assert "Nothing was changed: dawn took it" in said(answer.text)
    assert sent.taken_by == user


def test_what_the_second_wrote_stays_on_the_page(dawn):
    person, _user = dawn
    sent = message()
    press(person, sent, "close", seen="new")
    answer = press(person, sent, "close", seen="new", words="I rang them.")
    assert value_in(answer.text, "words") == "I rang them."


def test_a_lesson_is_not_used_only_with_a_reason(dawn):
    person, _user = dawn
    sent = offered()
    answer = press(person, sent, "not-use", words=" ")
    assert "Say why it is not used." in said(answer.text)
    assert sent.status == "new"
    press(person, sent, "not-use", words="It names a product throughout.")
    assert (sent.status, sent.reason) == ("not-used", "It names a product throughout.")
    press(person, sent, "reopen")
    assert (sent.status, sent.reason) == ("new", "")


def test_nobody_else_does_anything(mike):
    person, _user = mike
    sent = message()
    assert press(person, sent, "take").status_code == 403
    none, _none = at_desk("nora")
    assert press(none, offered(), "publish", **EDITED).status_code == 403
    assert press(Staff(), sent, "take").status_code == 302  # to sign in
    assert not Deed.objects.exists()


@pytest.mark.parametrize("verb", ["publish", "not-use", "withdraw", "no-such"])
def test_a_message_knows_no_deeds_of_lessons(dawn, verb):
    person, _user = dawn
    assert press(person, message(), verb).status_code == 404


def test_addresses_that_name_nothing_lead_nowhere(dawn):
    person, _user = dawn
    for key in ("0", "9" * 30, "x"):
        assert person.get(f"/admin/contact/message/{key}/change/").status_code in {302, 404}
    assert person.post(f"/admin/contact/message/{'9' * 30}/deed/take/").status_code == 404


def test_hostile_words_are_words_in_the_admin(dawn):
    person, _user = dawn
    sent = message(words="<script>alert(1)</script> =1+1", email='"<b>"@example.org')
    for where in (place(sent), "/admin/contact/message/"):
        page = person.get(where).text
        assert "<script>alert" not in page
        assert "<b>" not in page.partition("example.org")[0]
        assert "&lt;script&gt;" in page


def test_the_lists_are_searched_and_filtered(dawn):
    person, _user = dawn
    sent = message(words="The glossary lacks a word.")
    message(words="Thank you.", about="other")
    press(person, sent, "take")
    listed = "/admin/contact/message/"
    for asked in ("?q=glossary", "?status=in-hand", "?whose=mine", "?about=wrong"):
        page = said(person.get(listed + asked).text)
        assert "The glossary lacks a word." in page
        assert "Thank you." not in page
    assert "Thank you." in person.get(f"{listed}?whose=nobody").text
    assert person.get(f"{listed}?q={'a' * 3000}").status_code == 200
    assert person.get(f"{listed}?words__regex=(a%2B)%2B").status_code in {302, 400}
    offered()
    assert "Walk the building" in person.get("/admin/contact/offeredlesson/?consent__exact=1").text


def test_who_opens_a_message_is_noted(dawn):
    person, _user = dawn
    sent = message()
    person.get(place(sent))
    assert Opening.objects.get().kind == "contact.message"
