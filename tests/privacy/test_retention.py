"""A case that nobody opens for long is erased, after two warnings; whoever opens it keeps it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from readiness.cases import versions
from readiness.cases.models import AccessLink, Answer, Case, Draft
from readiness.catalogue.contents import contents
from readiness.privacy import daily, erasing, retention
from readiness.privacy.retention import months_before
from tests.people import Person, said

START = datetime(2026, 3, 15, 12, tzinfo=UTC)
SELDOM = st.integers(0, 9).map(lambda n: n == 9)
FIRST = datetime(2027, 2, 14, 12, tzinfo=UTC)  # 30 days before a year is over


def age(case, to=START):
    """Let a case be as old as if nobody had touched it since."""
    Case.objects.filter(pk=case.pk).update(created_at=to)
    case.links.update(last_used_on=to.date(), created_at=to)
    case.answers.update(changed_at=to)
    case.drafts.update(changed_at=to)
    case.versions.update(sent_at=to)


@pytest.fixture
def old(alice):
    """Alice, who has not opened her case since the middle of March; her address is confirmed."""
    Case.objects.filter(pk=alice.case.pk).update(
        recovery_email="alice@example.org", recovery_confirmed_at=START
    )
    alice.send("control", {"control-how": "Half a thought", "keep": "yes"})
    age(alice.case)
    return alice


@pytest.fixture
def on(committed):
    """Do what is due at a time of day."""

    def _on(at):
        with committed():
            return retention.run(at=at), erasing.erase_due(at=at)

    return _on


def is_there(person) -> bool:
    return Case.objects.filter(pk=person.case.pk).exists()


def doomed(person) -> date | None:
    return Case.objects.get(pk=person.case.pk).erase_on


def test_a_draft_is_warned_of_twice_and_then_erased(old, on):
    on(FIRST - timedelta(days=1))
    assert (doomed(old), mail.outbox) == (None, [])
    on(FIRST)
    day = date(2027, 3, 16)
    assert doomed(old) == day
    (message,) = mail.outbox
    assert "16 March 2027" in message.body
    assert old.case.reference in message.body
    for days in range(1, 23):
        on(FIRST + timedelta(days=days))
    assert len(mail.outbox) == 1
    on(FIRST + timedelta(days=23))
    assert len(mail.outbox) == 2
    for days in range(24, 30):
        on(FIRST + timedelta(days=days))
    assert len(mail.outbox) == 2
    assert is_there(old)
    on(FIRST + timedelta(days=30))
    assert not is_there(old)
    assert len(mail.outbox) == 2


def test_doing_it_twice_a_day_does_nothing_more(old, on):
    on(FIRST)
    assert on(FIRST)[0].startswith("0 cases warned of, 0 warned of again")
    assert len(mail.outbox) == 1


def test_without_an_address_the_case_itself_says_so_to_whoever_opens_it(old, on):
    Case.objects.filter(pk=old.case.pk).update(recovery_email="", recovery_confirmed_at=None)
    on(FIRST)
    assert mail.outbox == []
    page = said(old.see())
    assert "it was to be erased on 16 March 2027. It is kept." in page
    assert doomed(old) is None
    assert "it was to be erased" not in said(old.see())


def test_whoever_opens_the_link_of_the_mail_keeps_it_for_another_year(old, on):
    on(FIRST)
    link = next(x for x in mail.outbox[0].body.splitlines() if "/open/" in x)
    someone = Person()
    someone.post("/open/" + link.rpartition("/open/")[2])
    someone.get(old.url())
    assert doomed(old) is None
    on(FIRST + timedelta(days=40))
    assert is_there(old)
    age(old.case, to=FIRST)
    on(FIRST + timedelta(days=336))
    assert len(mail.outbox) == 2  # the warnings begin anew
    assert is_there(old)


def test_a_mail_alone_is_no_touch(old, on):
    on(FIRST)
    assert AccessLink.objects.filter(via="emailed", last_used_on=None).exists()
    on(FIRST + timedelta(days=30))
    assert not is_there(old)


@pytest.mark.parametrize("touch", ["answer", "draft", "link", "version"])
def test_each_touch_keeps_it(old, done, on, touch):
    age(done.case)
    touched = FIRST + timedelta(days=3)
    on(FIRST)
    touches = {
        "answer": lambda: Answer.objects.filter(case=done.case, step="need").update(
            changed_at=touched
        ),
        "draft": lambda: Draft.objects.create(
            case=done.case, link=done.case.links.first(), step="need", typed={}, changed_at=touched
        ),
        "link": lambda: done.case.links.update(last_used_on=touched.date()),
        "version": lambda: versions.send(done.case, by="A", at=touched, contents=contents()),
    }
    touches[touch]()
    on(touched)
    assert doomed(done) is None
    on(FIRST + timedelta(days=30))
    assert is_there(done)
    assert not is_there(old)


def test_a_touch_in_the_last_minute_counts_although_no_round_has_seen_it(old, on, committed):
    on(FIRST)
    old.case.links.update(last_used_on=date(2027, 3, 16))
    with committed():
        erasing.erase_due(at=FIRST + timedelta(days=30))
    assert is_there(old)


def test_where_the_guide_stood_still_for_long_the_warnings_still_come_first(old, on):
    back = START + timedelta(days=1000)
    on(back)
    assert is_there(old)
    assert doomed(old) == (back + timedelta(days=30)).date()
    on(back + timedelta(days=29))  # and the second, late as it is
    assert len(mail.outbox) == 2
    on(back + timedelta(days=30))
    assert not is_there(old)


def test_what_was_sent_is_kept_for_longer(done, on):
    versions.send(done.case, by="Alice", at=START, contents=contents())
    age(done.case)
    on(FIRST + timedelta(days=60))
    assert doomed(done) is None
    on(datetime(2029, 2, 14, 12, tzinfo=UTC))
    assert doomed(done) == date(2029, 3, 16)


def test_the_times_are_settings_and_nought_is_for_ever(old, on, settings):
    settings.KEEP_DRAFTS = 0
    on(START + timedelta(days=9999))
    assert doomed(old) is None
    settings.KEEP_DRAFTS = 24
    on(FIRST)
    assert doomed(old) is None
    on(datetime(2028, 2, 15, 12, tzinfo=UTC))
    assert doomed(old) == date(2028, 3, 16)
    settings.KEEP_DRAFTS = 0
    on(datetime(2028, 3, 16, 12, tzinfo=UTC))
    assert doomed(old) is None


def test_what_its_owner_wants_erased_is_not_kept_by_opening_it(old):
    old.post(old.url("erase"), {"erase-reference": old.case.reference})
    old.see()
    retention.run(at=FIRST)
    assert doomed(old) == timezone.localdate() + timedelta(days=14)


def test_a_dry_run_names_what_would_be_done_and_does_nothing(old, charlie, capsys, committed):
    age(old.case, to=timezone.now() - timedelta(days=400))
    with committed():
        call_command("retention", "--dry-run")
    assert capsys.readouterr().out.splitlines() == [
        f"Would warn of 1: {old.case.reference}",
        "Would warn again of 0",
        "Would keep after a warning 0",
        "Would erase 0",
    ]
    assert (doomed(old), mail.outbox) == (None, [])
    with committed():
        call_command("retention")
    assert capsys.readouterr().out.startswith("1 cases warned of")
    assert len(mail.outbox) == 1
    Case.objects.filter(pk=old.case.pk).update(erase_on=timezone.localdate())
    call_command("retention", "--dry-run")
    assert f"Would erase 1: {old.case.reference}" in capsys.readouterr().out
    assert is_there(old)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.integers(1, 60), SELDOM), max_size=30))
@example([(60, False)] * 12)  # which ends with the case
@example([(45, False)] * 7 + [(45, True)] + [(31, False)] * 16)
def test_however_the_days_fall_nothing_is_erased_unwarned_or_soon_after_a_touch(case, days):
    """Rounds come when they come, and so do touches, some in the days between two rounds."""
    with transaction.atomic():
        live_through(case, days)
        transaction.set_rollback(True)


def live_through(case, days) -> None:
    now = touched = START
    warned = None
    for gap, touches in days:
        now += timedelta(days=gap)
        retention.run(at=now)
        erasing.erase_due(at=now)
        found = Case.objects.filter(pk=case.pk).first()
        if found is None:
            assert warned is not None
            assert now - warned >= timedelta(days=30)
            assert now - touched >= timedelta(days=365)
            return
        warned = (warned or now) if found.erase_on else None
        if touches:
            touched = now + timedelta(hours=1)
            AccessLink.objects.filter(case=case).update(last_used_on=touched.date())


@pytest.fixture
def case(catalogue):
    """A case with a link that was used on the day it began."""
    made = Case.objects.create(created_at=START)
    made.links.create(via="shown", label="x", created_at=START, last_used_on=START.date())
    return made


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2027, 3, 15), 12, date(2026, 3, 15)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2027, 3, 31), 1, date(2027, 2, 28)),
        (date(2027, 1, 31), 2, date(2026, 11, 30)),
        (date(2027, 1, 1), 36, date(2024, 1, 1)),
        (date(2027, 12, 31), 0, date(2027, 12, 31)),
    ],
)
def test_months_are_counted_back_by_the_calendar(day, months, before):
    assert months_before(day, months) == before


def test_the_daily_round_does_it(old, committed):
    with committed():
        said_of = dict(daily.run(at=FIRST))
    assert doomed(old) is not None
    assert None not in said_of.values()
