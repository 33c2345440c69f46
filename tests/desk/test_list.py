"""Dawn, a consultant, sees what was sent: a list to filter and search, and a page to read."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from readiness.accounts import paging
from readiness.cases.models import Version
from tests.desk.at_the_desk import LIST, listed, other, page_of
from tests.people import Person, answers, case_with, said

DECLARED = {"declared": ["true", "no-names", "people-know", "readers"]}


def test_the_list_says_what_a_consultant_chooses_by(dawn, sent):
    words = said(dawn.get(LIST).text)
    for each in ("Hazel Court Care", "Waiting for review", "England", "Care home, Nursing home"):
        assert each in words
    assert "records" in words.lower()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?nation=england", ["Hazel Court Care"]),
        ("?nation=wales", ["Tan-y-bryn"]),
        ("?nation=scotland", []),
        ("?services=care-home", ["Hazel Court Care"]),
        ("?services=home-care", ["Tan-y-bryn"]),
        ("?services=home", []),
        ("?avenues=crm", ["Tan-y-bryn"]),
        ("?avenues=records-and-care-management", ["Hazel Court Care"]),
        ("?verdict=not-now", ["Tan-y-bryn"]),
        ("?status=waiting", ["Hazel Court Care", "Tan-y-bryn"]),
        ("?status=x", []),
        ("?whose=nobody", ["Hazel Court Care", "Tan-y-bryn"]),
        ("?whose=mine", []),
        ("?whose=all", ["Hazel Court Care", "Tan-y-bryn"]),
        ("?warnings=none", ["Hazel Court Care"]),
        ("?warnings=any", ["Tan-y-bryn"]),
        ("?whose=x", ["Hazel Court Care", "Tan-y-bryn"]),
        ("?warnings=many", ["Tan-y-bryn"]),
        ("?sent=1999", []),
        ("?sent=soon", ["Hazel Court Care", "Tan-y-bryn"]),
        ("?q=hazel", ["Hazel Court Care"]),
        ("?q=bryn", ["Tan-y-bryn"]),
        ("?q=' OR 1=1 --", []),
        ("?q=%25", []),
    ],
)
def test_the_list_is_filtered_and_searched(dawn, sent, query, found):
    other(
        sent,
        organisation="Tan-y-bryn",
        nation="wales",
        services=",home-care,",
        avenues=",crm,mobile-working,",
        verdict="not-now",
        warnings=7,
    )
    assert listed(dawn, query) == found


def test_a_case_is_found_by_its_reference(dawn, sent):
    other(sent, organisation="Tan-y-bryn")
    assert listed(dawn, f"?q={sent.case.reference}") == ["Hazel Court Care"]


def test_of_each_case_only_the_newest_version_is_listed(dawn, done, sent):
    done.save("organisation", answers({"organisation": {"name": "Renamed"}})["organisation"])
    done.post(done.url("submit"), DECLARED)
    assert listed(dawn) == ["Renamed"]
    assert "A newer version was sent" in said(dawn.get(page_of(sent)).text)


def test_a_case_that_was_sent_again_is_marked(dawn, sent):
    assert "sent again" not in said(dawn.get(LIST).text)
    other(sent, number=2)
    assert "2, sent again" in said(dawn.get(LIST).text)


def test_all_means_all_also_what_is_closed(dawn, sent):
    other(sent, organisation="Closed", status="closed", message="Sent twice.")
    assert listed(dawn) == ["Hazel Court Care"]
    link = re.search(r'<a href="([^"]*)">Show all that was sent', dawn.get(LIST).text)
    assert link
    assert listed(dawn, link[1]) == ["Closed", "Hazel Court Care"]


@pytest.mark.parametrize(
    ("query", "chosen"),
    [("", "To review"), ("?q=Hazel", "All that was sent"), ("?whose=mine", "Mine")],
)
def test_the_shelf_that_is_shown_is_the_one_that_is_marked(dawn, sent, query, chosen):
    marked = re.findall(r'aria-current="true">([^<]*)<', dawn.get(LIST + query).text)
    assert marked[0] == chosen


def test_the_cases_come_first_then_what_to_do_with_them_then_the_filters(dawn, sent):
    page = dawn.get(LIST).text
    assert page.index("Hazel Court Care") < page.index(">Allocate<")
    assert page.index(">Allocate<") < re.search(r"<summary>\s*Nation", page).start()


def test_a_case_that_was_not_sent_is_not_there(dawn, alice):
    assert listed(dawn) == []


def queries(person, url):
    with CaptureQueriesContext(connection) as found:
        assert person.get(url).status_code == 200
    return len(found)


def test_twenty_cases_ask_the_database_no_more_than_one(dawn, sent):
    dawn.get(LIST)
    one = queries(dawn, LIST)
    for n in range(20):
        other(sent, organisation=f"Home {n}")
    assert queries(dawn, LIST) == one
    assert one < 12


def test_the_page_of_a_case_asks_the_same_however_long_the_case(dawn, sent):
    dawn.get(page_of(sent))
    assert queries(dawn, page_of(sent)) <= 15


def test_the_page_reads_like_the_case_with_figures_checks_and_the_pdf(dawn, sent):
    page = dawn.get(page_of(sent)).text
    words = said(page)
    for each in (
        "Hazel Court Care",
        "People can see what is written about them and add to it.",
        "£12.80 an hour",
        sent.case.reference,
    ):
        assert each in words
    assert "£74,58" in words
    assert f"/review/{sent.pk}/business-case.pdf" in page


def test_nothing_can_be_changed_added_or_deleted(dawn, sent):
    page = dawn.get(page_of(sent)).text
    assert 'name="_save"' not in page
    assert "deletelink" not in page
    before = Version.objects.values().get()
    assert dawn.post(page_of(sent), {"organisation": "x"}).status_code == 403
    assert dawn.get(f"{LIST}add/").status_code == 403
    assert dawn.post(f"{LIST}{sent.pk}/delete/", {"post": "yes"}).status_code == 403
    dawn.post(LIST, {"action": "delete_selected", "_selected_action": [sent.pk], "post": "yes"})
    assert Version.objects.values().get() == before


def test_not_even_a_superuser_changes_what_was_sent(sent, db):
    user = get_user_model().objects.create_superuser("root", password="x")
    root = Person()
    root.sign_in(user)
    assert root.post(page_of(sent), {"organisation": "x"}).status_code == 403
    assert root.post(f"{LIST}{sent.pk}/delete/", {"post": "yes"}).status_code == 403
    assert root.get(page_of(sent)).status_code == 200


@pytest.mark.parametrize("staff", [None, False, True])
def test_whoever_may_not_look_does_not(sent, staff, db):
    person = Person()
    if staff is not None:
        person.sign_in(get_user_model().objects.create_user("eve", is_staff=staff))
    for url in (LIST, page_of(sent), f"{LIST}{sent.pk}/history/"):
        answer = person.get(url)
        assert answer.status_code in {302, 403}
        assert "Hazel" not in answer.text
        if answer.status_code == 302:
            assert "/admin/login/" in answer.headers["Location"]


def test_a_version_that_there_is_not_is_no_error(dawn, sent):
    for pk in ("999999", "x", "9" * 30):
        assert dawn.get(f"{LIST}{pk}/change/").status_code in {302, 404}


def test_the_page_shows_the_version_as_it_was_sent_and_not_the_answers_of_today(dawn, done, sent):
    done.save("control", answers({"control": {"how": "Changed since."}})["control"])
    words = said(dawn.get(page_of(sent)).text)
    assert "Changed since." not in words
    assert "People can see what is written about them" in words


def test_an_avenue_that_left_the_catalogue_breaks_no_page(dawn, sent):
    version = other(sent, avenues=",long-gone,", services=",gone,", nation="atlantis")
    assert "long-gone" in said(dawn.get(LIST).text)
    assert dawn.get(page_of(version)).status_code == 200


def test_one_imported_case_is_listed_once_it_is_sent(dawn):
    person = Person()
    person.join(case_with(answers()))
    assert listed(dawn) == []
    person.post(person.url("submit"), DECLARED)
    assert listed(dawn) == ["Hazel Court Care"]


def test_what_waits_longest_comes_first_and_what_is_done_is_out_of_the_way(dawn, sent):
    user = get_user_model().objects.get(username="dawn")
    other(sent, organisation="Older", sent_at=sent.sent_at.replace(year=2020))
    other(sent, organisation="Closed", status="closed", message="Sent twice.")
    other(sent, organisation="Taken", status="in-review", reviewer=user)
    result = dawn.get(LIST).context["cl"].result_list
    assert [each.organisation for each in result] == ["Older", "Hazel Court Care", "Taken"]


def test_a_long_list_is_counted_to_a_thousand_and_says_that_there_are_more(dawn, sent, monkeypatch):
    monkeypatch.setattr(paging, "MOST", 3)
    for n in range(5):
        other(sent, organisation=f"Home {n}")
    assert "These are the first 3" in said(dawn.get(LIST).text)


ODD = [
    "?organisation__regex=[",
    "?organisation__iregex=(a%2B)%2B$",
    "?case__recovery_email__contains=a",
    "?case__links__token_hash__startswith=a",
    "?snapshot__contains=a",
    "?reviewer__password__startswith=a",
    "?q=" + "a+" * 1500,
    "?q=%00",
    "?o=99&p=x",
    "?sent=99999999999",
    "?reviewer=" + "9" * 400,
    "?e=1",
]


@pytest.mark.parametrize("query", ODD)
def test_nothing_odd_in_an_address_is_an_error(dawn, sent, query):
    assert dawn.get(LIST + query).status_code in {200, 302, 400}
