"""Dawn ticks cases in the list, and does one thing with all of them."""

import pytest
from django.contrib.auth import get_user_model

from readiness.cases.models import Case, Version
from readiness.desk.models import Deletion
from tests.desk.at_the_desk import LIST, listed, other
from tests.people import Person, said


def act(dawn, action, *versions, **more):
    ticked = [each.pk for each in versions]
    chosen = {"action": action, "index": "0", "_selected_action": ticked, **more}
    return dawn.post(f"{LIST}?whose=all", chosen, follow=True)


def test_chosen_cases_are_allocated_at_once(dawn, sent):
    other(sent, organisation="Tan-y-bryn")
    user = get_user_model().objects.get(username="dawn")
    page = act(dawn, "allocate", *Version.objects.all(), sure="yes", to=user.pk)
    assert "2 cases are now with dawn" in said(page.text)
    assert listed(dawn, "?whose=mine") == ["Hazel Court Care", "Tan-y-bryn"]
    assert listed(dawn, f"?reviewer={user.pk}") == ["Hazel Court Care", "Tan-y-bryn"]
    assert listed(dawn, "?whose=nobody") == []


def test_nobody_is_allocated_to_nobody(dawn, sent):
    page = act(dawn, "allocate", sent)
    assert "Who is to review them?" in said(page.text)
    for _again in range(2):
        page = act(dawn, "allocate", sent, sure="yes")
        assert page.status_code == 422
        assert "Choose who is to review them." in said(page.text)
        assert f'name="_selected_action" value="{sent.pk}"' in page.text
    assert Version.objects.get().reviewer is None


@pytest.mark.parametrize("ticked", [[], ["x"], ["1", "9" * 30]])
def test_where_nothing_is_ticked_dawn_is_told_what_to_do_first(dawn, sent, ticked):
    chosen = {"action": "allocate", "index": "0", "_selected_action": ticked}
    assert "Tick the cases first" in said(dawn.post(LIST, chosen, follow=True).text)


def test_a_consultant_deletes_no_case(dawn, sent):
    act(dawn, "delete_with_reason", sent, sure="yes", reason="spam", words="Adverts")
    assert Version.objects.count() == 1


def test_an_administrator_deletes_spam_with_a_reason_that_stays(sent):
    user = get_user_model().objects.create_superuser("root", password="x")
    root = Person()
    root.sign_in(user)
    assert "whole case goes" in said(act(root, "delete_with_reason", sent).text)
    act(root, "delete_with_reason", sent, sure="yes", reason="spam", words="")
    assert Case.objects.count() == 1
    page = act(root, "delete_with_reason", sent, sure="yes", reason="spam", words="Adverts only")
    assert "1 case was deleted" in said(page.text)
    assert not Case.objects.exists()
    kept = Deletion.objects.get()
    assert (kept.reference, kept.reason, kept.words) == (
        sent.case.reference,
        "spam",
        "Adverts only",
    )


def test_chosen_cases_are_exported_from_the_list(dawn, sent):
    page = act(dawn, "export", sent)
    assert page.redirect_chain[0][0].startswith("/admin/exports/")
    assert "1 of 1" in said(page.text) or "cases.zip" in page.text


def test_a_number_of_thousands_of_digits_is_nobody(dawn, sent):
    assert act(dawn, "allocate", sent, sure="yes", to="9" * 5000).status_code == 422
    assert Version.objects.get().reviewer is None


def test_what_somebody_reviews_is_named_and_left_to_them(dawn, sent):
    user = get_user_model().objects.get(username="dawn")
    Version.objects.update(status="in-review", reviewer=user)
    page = act(dawn, "allocate", sent, sure="yes", to=user.pk)
    assert "Hazel Court Care: That cannot be done now: In review" in said(page.text)
