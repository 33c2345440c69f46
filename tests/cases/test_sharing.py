"""Alice gives each of her colleagues a link of their own, changes it, closes it, and hands over."""

import re
from datetime import datetime, time, timedelta
from itertools import permutations, product

import pytest
from django.conf import settings
from django.utils import timezone

from readiness.cases import access, opening, versions
from readiness.cases.models import AccessLink, Case, Draft
from readiness.cases.stages import STEPS
from readiness.catalogue.contents import contents
from tests.people import Person, answers, faults_on, said, value_in

Role = AccessLink.Role


def give(person, **typed):
    """Fill in the page that makes a link and press the button."""
    given = {"label": "Sam, finance", "role": "editor", "ends": "never"} | typed
    posted = {f"share-{name}": text for name, text in given.items()}
    return person.post(person.url("share"), {"key": value_in(person.see("share"), "key"), **posted})


def hand_over(person, **typed):
    given = {"label": "Nina, who leads it now", "hand_over": "editor"} | typed
    posted = {f"share-{name}": text for name, text in given.items()}
    key = value_in(person.see("share/hand-over"), "key")
    return person.post(person.url("share") + "hand-over/", {"key": key, **posted})


def path_in(answer) -> str:
    """The path of the address that the page shows."""
    return re.search(rf"{re.escape(settings.PUBLIC_URL)}(/open/[\w-]+/)", answer.text)[1]


def opened(path):
    """Somebody at another computer, who opens a link."""
    person = Person()
    answer = person.post(path)
    assert answer.status_code == 302, answer.status_code
    person.led_to = answer.headers["Location"]
    return person


def today():
    return timezone.localdate()


def typed_day(day):
    return f"{day.day} {day.month} {day.year}"


def end_of(day):
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


@pytest.mark.parametrize(("role", "led_to"), [("editor", ""), ("owner", ""), ("reader", "board")])
def test_a_link_for_somebody_opens_the_case_in_their_role(done, role, led_to):
    answer = give(done, role=role)
    assert "The link for Sam, finance" in said(answer.text)
    sam = opened(path_in(answer))
    assert sam.led_to == done.url(led_to)
    link = done.case.links.get(label="Sam, finance")
    assert (link.role, link.expires_at, link.last_used_on) == (role, None, today())
    assert sam.get(sam.led_to).status_code == 200


def test_the_address_is_shown_once(done):
    answer = give(done)
    assert path_in(answer) not in done.see("share")
    token = path_in(answer).split("/")[2]
    assert token not in str(list(AccessLink.objects.values()))


def test_a_second_press_shows_the_same_link_and_another_choice_makes_another(done):
    key = value_in(done.see("share"), "key")
    posted = {"key": key, "share-label": "Sam", "share-role": "reader", "share-ends": "never"}
    first, second = (done.post(done.url("share"), posted) for _n in range(2))
    assert path_in(first) == path_in(second)
    other = done.post(done.url("share"), posted | {"share-ends": "week"})
    more = done.post(done.url("share"), posted | {"share-role": "editor"})
    assert len({path_in(first), path_in(other), path_in(more)}) == 3
    assert done.case.links.filter(label="Sam").count() == 3


def test_a_link_that_was_closed_is_not_shown_again_by_a_page_that_was_left_open(done):
    posted = {"key": "k", "share-label": "Sam", "share-role": "reader", "share-ends": "never"}
    done.post(done.url("share"), posted)
    done.case.links.filter(label="Sam").update(revoked_at=timezone.now())
    answer = done.post(done.url("share"), posted)
    assert answer.headers["Location"] == done.url("share")


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ({"ends": "week"}, lambda: today() + timedelta(days=7)),
        ({"ends": "month"}, lambda: today() + timedelta(days=30)),
        ({"ends": "quarter"}, lambda: today() + timedelta(days=91)),
        ({"ends": "day", "until": lambda: typed_day(today())}, today),
    ],
)
def test_a_link_ends_with_its_last_day(done, typed, last):
    typed = {name: text() if callable(text) else text for name, text in typed.items()}
    path = path_in(give(done, **typed))
    link = done.case.links.get(label="Sam, finance")
    assert link.expires_at == end_of(last())
    assert "Works until" in said(done.see("share"))
    opened(path)
    AccessLink.objects.filter(pk=link.pk).update(expires_at=timezone.now())
    page = Person().get(path)
    assert page.status_code == 404
    assert "This link has ended" in page.text
    assert "Ask whoever gave it to you" in said(page.text)
    assert "Links that open nothing any more" in said(done.see("share"))


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"label": " "}, "Enter who it is for"),
        ({"label": "x" * 81}, "Who it is for must be 80 characters or fewer. Take out 1 character"),
        ({"role": ""}, "Choose what they may do"),
        ({"role": "admin"}, "Choose one of the answers listed"),
        ({"ends": "day"}, "Enter the last day"),
        ({"ends": "day", "until": "1 1 2001"}, "The last day must be today or later"),
        ({"ends": "day", "until": "soon"}, "The last day must be a real day, like 14 March 2028"),
        ({"opens_at": "nowhere"}, "Choose one of the answers listed"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(done, typed, fault):
    before = done.case.links.count()
    answer = give(done, **typed)
    assert faults_on(answer.text) == [fault]
    given = {"label": "Sam, finance"} | typed
    assert value_in(answer.text, "share-label") == given["label"]
    assert done.case.links.count() == before


def test_an_editor_s_link_can_open_at_one_step(done):
    sam = opened(path_in(give(done, opens_at="costs")))
    assert sam.led_to == done.url("costs")
    assert f"Opens at “{STEPS['costs'].page.name}”" in said(done.see("share"))


def test_a_link_for_a_step_that_is_not_asked_any_more_opens_at_the_list(done):
    path = path_in(give(done, opens_at="anxiety-cost-much"))
    done.case.answers.filter(step="anxieties").delete()
    assert opened(path).led_to == done.url()


def test_only_an_editor_s_link_opens_at_a_step(done):
    give(done, role="reader", opens_at="costs")
    assert done.case.links.get(label="Sam, finance").opens_at == ""


def test_a_label_is_shown_as_it_was_typed_and_runs_nowhere(done):
    page = give(done, label="<script>alert(1)</script>").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page + done.see("share")


def test_who_and_how_long_can_be_changed_and_the_history_keeps_the_old_name(done):
    sam = opened(path_in(give(done)))
    sam.case = done.case
    sam.save("organisation", answers({"organisation": {"name": "Sam’s house"}})["organisation"])
    link = done.case.links.get(label="Sam, finance")
    page = f"share/{link.pk}"
    assert value_in(done.see(page), "share-label") == "Sam, finance"
    posted = {"share-label": "Sam, who left", "share-ends": "day"}
    posted |= {"share-until": typed_day(today() + timedelta(days=2))}
    answer = done.post(done.url(page), posted)
    assert answer.headers["Location"] == done.url("share")
    link.refresh_from_db()
    assert (link.label, link.expires_at) == ("Sam, who left", end_of(today() + timedelta(days=2)))
    done.post(done.url(page), {"share-label": "Sam", "share-ends": "same"})
    link.refresh_from_db()
    assert (link.label, link.expires_at) == ("Sam", end_of(today() + timedelta(days=2)))
    done.post(done.url(page), {"share-label": "Sam", "share-ends": "never"})
    link.refresh_from_db()
    assert link.expires_at is None
    assert "by Sam, finance" in said(done.see("history"))


def test_a_change_that_cannot_be_is_said(done):
    give(done)
    link = done.case.links.get(label="Sam, finance")
    answer = done.post(done.url(f"share/{link.pk}"), {"share-label": "", "share-ends": "day"})
    assert faults_on(answer.text) == ["Enter who it is for", "Enter the last day"]


def test_nobody_sets_an_end_to_the_link_that_they_use(done):
    link = done.case.links.get()
    page = done.see(f"share/{link.pk}")
    assert "How long does it work?" not in page
    posted = {"share-label": "Alice", "share-ends": "week"}
    done.post(done.url(f"share/{link.pk}"), posted)
    link.refresh_from_db()
    assert (link.label, link.expires_at) == ("Alice", None)


def test_a_mailed_link_cannot_be_made_to_last(done):
    link = done.case.links.create(via="emailed", label="e-mailed", token_hash="x")
    assert done.get(done.url(f"share/{link.pk}")).status_code == 404
    assert f"share/{link.pk}/close/" in done.see("share")


def test_closing_is_asked_first_and_says_what_was_not_saved(done):
    sam = opened(path_in(give(done)))
    sam.case = done.case
    sam.send("control", {"control-how": "Half a thought", "keep": "yes"})
    link = done.case.links.get(label="Sam, finance")
    page = said(done.see(f"share/{link.pk}/close"))
    assert "Something was typed by it and not saved" in page
    assert sam.get(sam.url()).status_code == 200
    answer = done.post(done.url(f"share/{link.pk}/close"))
    assert "The link was closed" in said(done.get(answer.headers["Location"]).text)
    assert sam.get(sam.url()).status_code == 404
    assert done.get(done.url(f"share/{link.pk}/close")).status_code == 404


@pytest.mark.parametrize("number", ["0", "999999999", "9" * 30])
@pytest.mark.parametrize("page", ["share/{}", "share/{}/close"])
def test_a_link_that_there_is_not_is_no_error(done, page, number):
    assert done.get(done.url(page.format(number))).status_code == 404
    assert done.post(done.url(page.format(number))).status_code in {302, 404}


def test_the_browser_s_own_link_is_on_no_list_and_cannot_be_changed(alice):
    link = alice.case.links.get()
    assert alice.get(alice.url(f"share/{link.pk}")).status_code == 404
    assert "Only this browser so far." in said(alice.see("share"))


def test_twenty_links_an_hour_can_be_made_for_a_case(done):
    codes = [give(done, label=f"No {n}").status_code for n in range(21)]
    assert codes == [200] * 20 + [429]


# Handing over.


def test_nothing_changes_until_the_new_owner_opens_the_link(done):
    answer = hand_over(done)
    assert "you go on as an editor" in said(answer.text)
    page = said(done.see("share"))
    assert "“Nina, who leads it now” takes this case over once they open their link" in page
    assert done.get(done.url("submit")).status_code == 200


def test_the_new_owner_is_told_before_they_press(done):
    page = said(Person().get(path_in(hand_over(done))).text)
    assert "you are its owner, and those who were its owners no longer are" in page


def test_the_old_owner_goes_on_as_an_editor(done):
    nina = opened(path_in(hand_over(done)))
    nina.case = done.case
    assert nina.led_to == nina.url("save")
    assert "The case is yours now." in said(nina.see("save"))
    assert nina.get(nina.url("share")).status_code == 200
    assert done.get(done.url("share")).status_code == 404
    assert "The case was handed over to “Nina, who leads it now”" in said(done.see())
    roles = list(done.case.links.order_by("pk").values_list("role", flat=True))
    assert roles == ["editor", "owner"]


def test_the_old_owner_s_links_are_closed_and_what_they_typed_goes_to_the_new(done):
    done.send("control", {"control-how": "Half a thought", "keep": "yes"})
    nina = opened(path_in(hand_over(done, hand_over="close")))
    nina.case = done.case
    assert done.get(done.url()).status_code == 404
    assert value_in(nina.see("control"), "control-how") == "Half a thought"
    assert nina.get(nina.url("share")).status_code == 200


def test_the_recovery_address_stays_or_goes_as_was_said(done):
    done.case.set_recovery_email("alice@example.org")
    done.case.confirm_recovery_email("alice@example.org", at=timezone.now())
    assert faults_on(hand_over(done).text)[0] == "Choose where a lost link is sent"
    opened(path_in(hand_over(done, address="keep")))
    done.case.refresh_from_db()
    assert done.case.recovery_email == "alice@example.org"
    AccessLink.objects.filter(role="editor").update(role="owner")
    opened(path_in(hand_over(done, address="drop")))
    done.case.refresh_from_db()
    assert (done.case.recovery_email, done.case.recovery_confirmed_at) == ("", None)


def test_a_link_that_handed_the_case_over_does_so_once(done):
    path = path_in(hand_over(done))
    nina = opened(path)
    nina.case = done.case
    give(nina, label="A second owner", role="owner")
    opened(path)
    assert done.case.links.get(label="A second owner").role == "owner"


def test_of_two_links_that_hand_the_case_over_the_second_hands_over_nothing(done):
    first, second = (path_in(hand_over(done, label=who)) for who in ("Nina", "Omar"))
    nina, omar = opened(first), opened(second)
    nina.case = omar.case = done.case
    assert nina.get(nina.url("share")).status_code == 200
    assert omar.get(omar.url("share")).status_code == 404
    assert omar.get(omar.url()).status_code == 200


@pytest.mark.parametrize("way", ["editor", "close"])
def test_a_stale_reading_of_a_link_hands_nothing_over_either(done, way):
    """Two presses at once read both links before either is opened."""
    hand_over(done, label="Nina", hand_over=way)
    hand_over(done, label="Omar", hand_over=way)
    nina, omar = (done.case.links.get(label=who) for who in ("Nina", "Omar"))
    opening.opened(nina, at=timezone.now())
    opening.opened(omar, at=timezone.now())
    owners = done.case.links.filter(role="owner", revoked_at=None)
    assert list(owners.values_list("label", flat=True)) == ["Nina"]


@pytest.mark.parametrize("way", ["editor", "close"])
def test_a_hand_over_that_is_called_off_while_it_is_opened_leaves_the_case_its_owner(
    done, way, monkeypatch
):
    path = path_in(hand_over(done, label="Nina", hand_over=way))
    found = access.find

    def called_off_just_then(token):
        link = found(token)
        done.case.links.filter(pk=link.pk).update(revoked_at=timezone.now())
        return link

    monkeypatch.setattr(access, "find", called_off_just_then)
    nina = Person()
    assert nina.post(path).status_code == 404
    assert nina.get(done.url()).status_code == 404
    assert done.get(done.url("share")).status_code == 200


@pytest.mark.parametrize("ways", [*product(("editor", "close"), repeat=3)])
def test_in_whatever_order_three_such_links_are_opened_there_is_one_owner(db, ways):
    now = timezone.now()
    for order in permutations(range(3)):
        case = Case.objects.create()
        access.browser_link(case)
        made = [
            access.mint(case, via="shared", label=str(n), at=now, hand_over=way)[0]
            for n, way in enumerate(ways)
        ]
        for n in order:
            link = case.links.get(pk=made[n].pk)
            if link.is_open(at=now):
                opening.opened(link, at=now)
        owners = case.links.filter(role="owner", revoked_at=None)
        assert [link.label for link in owners] == [str(order[0])]


def test_a_hand_over_can_be_called_off(done):
    path = path_in(hand_over(done))
    link = done.case.links.get(hand_over="editor")
    done.post(done.url(f"share/{link.pk}/close"))
    assert Person().post(path).status_code == 404
    assert done.get(done.url("share")).status_code == 200


def test_a_link_that_only_reads_is_no_way_back_for_the_owner(alice):
    give(alice, role="reader")
    assert "Only this browser can open your case so far" in said(alice.see())
    assert "You have no link yet" in alice.post(alice.url("leave")).text


def test_drafts_of_two_links_of_one_step_are_taken_over_without_an_error(done):
    old = [done.case.links.create(via="emailed", label=f"e {n}") for n in range(2)]
    new = done.case.links.create(via="shared", label="new")
    for n, link in enumerate(old):
        at = timezone.now() + timedelta(seconds=n)
        Draft.objects.create(
            case=done.case, link=link, step="need", typed={"n": [n]}, changed_at=at
        )
    opening.take_over(new, old)
    assert new.drafts.get().typed == {"n": [1]}


def test_a_reader_s_link_says_what_it_opens_before_and_after_the_case_was_sent(done):
    before = give(done, label="Our board", role="reader")
    assert "You have not sent the case yet." in before.text
    versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    after = give(done, label="Our chair", role="reader")
    assert "It opens the papers of the version that you sent last" in after.text
