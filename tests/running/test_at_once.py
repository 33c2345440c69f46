"""Several people press at once, on several machines: nothing is lost, doubled or an error.

The embedded database lets one write at a time, which hides such faults, so these run on PostgreSQL.
"""

import uuid
from functools import partial

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import RequestFactory
from django.utils import timezone

from readiness.accounts import roles
from readiness.accounts import tries as sign_in_tries
from readiness.cases import access, answers, drafts, moves, opening, versions
from readiness.cases.answers import Change, Clash
from readiness.cases.models import Answer, Case, Draft, Mail, Move
from readiness.catalogue.contents import contents
from readiness.catalogue.models import Lesson
from readiness.contact import handling as contact_handling
from readiness.contact import publishing, receiving
from readiness.contact.models import Message, OfferedLesson
from readiness.reports import store
from readiness.reports.kinds import BUSINESS_CASE
from readiness.reports.models import Document
from readiness.running import tries
from readiness.suppliers import recording
from readiness.voices import casting, closing, rounds
from tests.people import Person, case_with
from tests.people import answers as whole_answers

ROUNDS = range(10)  # a race is not lost every time


@pytest.fixture(autouse=True)
def _on_postgresql(request):
    if "db" not in request.fixturenames:
        request.getfixturevalue("postgresql")


def test_it_is_a_real_postgresql(db):
    """Which also has the database made, before the others, who commit to it."""
    if settings.POSTGRESQL:
        assert connection.vendor == "postgresql"
        assert connection.pg_version >= 150000


def save(case, kept, *, base=0, by="Alice", seen=None):
    change = Change(kept=kept, base=base, by=by, at=timezone.now())
    return answers.save(case, "need", change, holds=lambda _kept: True, seen=seen)


def send(case):
    return versions.send(case, by="Alice", at=timezone.now(), contents=contents())


@pytest.fixture
def done():
    return case_with(whole_answers())


@pytest.fixture
def consultants():
    made = []
    for name in ("dawn", "eve", "frank", "grace"):
        user = get_user_model().objects.create_user(name, is_staff=True)
        roles.give(user, roles.CONSULTANT)
        made.append(user)
    return made


@pytest.mark.parametrize("_round", ROUNDS)
def test_two_first_saves_of_a_step_make_one_row_with_the_words_of_both(at_once, _round):
    case = Case.objects.create()
    at_once(partial(save, case, {"problem": "Falls"}), partial(save, case, {"who": "Night staff"}))
    row = Answer.objects.get(case=case)
    assert row.kept == {"problem": "Falls", "who": "Night staff"}
    assert sorted(row.history.values_list("version", flat=True)) == [1, 2]


def test_many_saves_over_the_same_page_lose_none_and_double_no_version(at_once):
    case = Case.objects.create()
    seen = save(case, {"problem": "Falls"})
    typed = [{"problem": "Falls", f"more_{n}": n} for n in range(8)]
    at_once(*(partial(save, case, kept, base=1, seen=seen) for kept in typed))
    row = Answer.objects.get(case=case)
    assert row.kept == {"problem": "Falls"} | {f"more_{n}": n for n in range(8)}
    assert sorted(row.history.values_list("version", flat=True)) == list(range(1, 10))


@pytest.mark.parametrize("_round", ROUNDS)
def test_of_two_who_change_one_answer_one_is_asked(at_once, _round):
    case = Case.objects.create()
    seen = save(case, {"problem": "Falls"})
    typed = [{"problem": problem} for problem in ("Nights", "Keys")]
    ended = at_once(*(partial(save, case, kept, base=1, seen=seen) for kept in typed))
    assert [type(each) for each in ended].count(Clash) == 1
    assert Answer.objects.get(case=case).version == 2


def test_a_case_that_is_sent_by_several_at_once_is_one_version(at_once, done):
    sent = at_once(*[partial(send, done)] * 4)
    assert {each.number for each in sent} == {1}
    assert done.versions.count() == 1


@pytest.mark.parametrize("_round", range(4))
def test_a_move_and_the_next_version_never_wait_for_each_other(at_once, done, consultants, _round):
    version, dawn, now = send(done), consultants[0], timezone.now()
    moves.take(version, moves.Hand(dawn, now, turn=0))
    row = Answer.objects.get(case=done, step="organisation")
    change = Change(kept=row.kept | {"staff": 71}, base=row.version, by="Alice", at=now)
    answers.save(done, "organisation", change, holds=lambda _kept: True)

    def close_and_tell():
        with transaction.atomic():
            moves.close(version, moves.Hand(dawn, now, turn=1), words="Sent again.")
            Mail.objects.create(case=done, kind="close", key="1")
        access.mint(done, via="emailed", label="news", at=now)

    for ended in at_once(partial(send, done), close_and_tell):
        assert not isinstance(ended, Exception) or isinstance(ended, moves.Refused), ended
    assert done.versions.filter(is_newest=True).get().number == 2


def test_of_several_consultants_one_takes_a_version(at_once, done, consultants):
    version = send(done)
    ended = at_once(
        *(
            partial(moves.take, version, moves.Hand(each, timezone.now(), turn=0))
            for each in consultants
        )
    )
    assert ended.count(None) == 1
    assert all(isinstance(each, moves.Overtaken) for each in ended if each)
    assert Move.objects.filter(version=version).count() == 1


@pytest.mark.parametrize("_round", range(4))
def test_a_double_click_starts_one_case(at_once, _round):
    key = f"00000000-0000-4000-8000-00000000000{_round}"
    pressed = at_once(*[lambda: Person().post("/start/", {"start_key": key})] * 4)
    assert {answer.status_code for answer in pressed} == {302}
    assert Case.objects.count() == 1


def test_what_is_typed_in_two_tabs_is_one_draft(at_once):
    case = Case.objects.create()
    link = access.browser_link(case)
    keep = partial(drafts.keep, link, "need", base=0, at=timezone.now(), checked=False)
    ended = at_once(*(partial(keep, {"need-problem": [str(n)]}) for n in range(6)))
    assert ended == [None] * 6
    assert Draft.objects.get().typed["need-problem"][0] in "012345"


def test_a_paper_that_many_ask_for_is_one_row_and_one_job(at_once, done, settings):
    from procrastinate.contrib.django.models import ProcrastinateJob

    settings.TASKS = {"default": {"BACKEND": "readiness.running.queue.QueueBackend"}}
    version = send(done)

    def ask():
        store.begin(store.document_of(version, BUSINESS_CASE, "pdf"))

    assert at_once(*[ask] * 6) == [None] * 6
    assert Document.objects.count() == 1
    assert ProcrastinateJob.objects.count() == 1


def test_tries_at_once_are_all_counted(at_once):
    count = partial(tries.one_more, "open:192.0.2.1", seconds=60, at=timezone.now())
    assert sorted(at_once(*[count] * 12)) == list(range(1, 13))


def test_of_many_guesses_at_a_password_at_once_no_more_than_ten_are_looked_at(at_once):
    request = RequestFactory(REMOTE_ADDR="192.0.2.1").post("/staff/sign-in/")
    guessed = at_once(*[partial(sign_in_tries.password, request, "dawn")] * 16)
    looked_at = [each for each in guessed if each]
    assert len(looked_at) == 10
    at_once(*(each.rollback for each in looked_at))  # nor is any lost where all take theirs back
    again = at_once(*[partial(sign_in_tries.password, request, "dawn")] * 6)
    assert len([each for each in again if each]) == 4  # the six that were too many still count


def test_the_same_letter_sent_twice_is_kept_once(at_once):
    write = partial(receiving.receive, Message, {"words": "Hello"}, key="form", at=timezone.now())
    assert at_once(*[write] * 4) == [None] * 4
    assert Message.objects.count() == 1


def test_two_lessons_of_one_title_both_get_into_the_library(at_once, consultants):
    now, before = timezone.now(), Lesson.objects.count()

    def told(n):
        return OfferedLesson.objects.create(
            what_happened="It rang.",
            what_was_learned="Charge it.",
            theme=next(iter(Lesson.objects.all())).theme,
            consent=True,
            digest=str(n),
            received_at=now,
        )

    def publish(offered, by):
        lesson = publishing.draft(offered, today=now.date())
        lesson.title = "Charge it at night"
        hand = contact_handling.Hand(by=by, at=now, seen=offered.status)
        publishing.publish(offered, hand, lesson)

    deeds = [partial(publish, told(n), by) for n, by in enumerate(consultants)]
    assert at_once(*deeds) == [None] * 4
    assert Lesson.objects.count() == before + 4


@pytest.mark.parametrize("others", ["close", "editor"])
@pytest.mark.parametrize("_round", range(4))
def test_of_two_links_that_hand_over_opened_at_once_one_makes_the_owner(at_once, others, _round):
    case, now = Case.objects.create(), timezone.now()
    access.browser_link(case)
    make = partial(access.mint, case, via="shared", at=now, hand_over=others)
    links = [make(label=name)[0] for name in ("Bob", "Charlie")]
    ended = at_once(*(partial(opening.opened, link, at=now) for link in links))
    assert not any(isinstance(each, Exception) for each in ended), ended
    owners = [link for link in case.links.filter(role="owner") if link.is_open(at=now)]
    assert [link.hand_over for link in owners] == ["done"]
    (other,) = case.links.filter(pk__in=[link.pk for link in links]).exclude(pk=owners[0].pk)
    assert (other.role == "editor") is (others == "editor")
    assert other.is_open(at=now) is (others == "editor")


@pytest.mark.parametrize("_round", range(6))
def test_a_supplier_is_chosen_before_it_goes_or_not_at_all(at_once, _round):
    case, now = Case.objects.create(), timezone.now()
    supplier = recording.add(case, "Alder", key=uuid.uuid4(), at=now)
    said = recording.Choosing("one", supplier, "It suits the night staff.")
    chosen, gone = at_once(
        partial(recording.choose, case, said, base=0, by="Alice", at=now),
        partial(recording.remove, supplier, seen=""),
    )
    assert gone is True
    assert not case.suppliers.exists()
    if isinstance(chosen, recording.Overtaken):
        assert not case.supplier_choices.exists()
    else:
        assert case.supplier_choices.get().name == "Alder"
        assert case.supplier_choices.get().supplier is None


def open_round(case, idea):
    today = timezone.localdate()
    said = {"idea": idea, "closes_on": today.isoformat(), "tell_how": "A letter", "contact": "Sam"}
    return rounds.open_round(case, said, key=uuid.uuid4(), by="Alice", at=timezone.now())


@pytest.mark.parametrize("_round", range(4))
def test_of_two_owners_who_start_asking_at_once_one_does(at_once, _round):
    case = Case.objects.create()
    ended = at_once(*(partial(open_round, case, idea) for idea in ("notes", "bells")))
    assert [type(each) for each in ended].count(rounds.NotNow) == 1
    assert case.rounds.count() == 1
    case.refresh_from_db()
    assert case.asking["over"] is False


@pytest.mark.parametrize("_round", range(4))
def test_a_voice_beside_the_closing_counts_or_is_told_that_it_is_over(at_once, _round):
    asking, now = open_round(Case.objects.create(), "notes"), timezone.now()

    def answer(n):
        sheet = casting.Sheet(str(n), "people", {"cost-much": 1})
        return casting.cast(asking, sheet, quick=False, at=now)

    for n in range(5):
        answer(n)
    *told, _closed = at_once(
        partial(answer, 5), partial(answer, 6), partial(closing.close, asking, by="Alice", at=now)
    )
    assert all(isinstance(each, str | casting.Closed) for each in told), told
    asking.refresh_from_db()
    assert asking.settled_at
    assert not asking.voices.exists()
    asking.case.refresh_from_db()
    assert [each["group"] for each in asking.case.heard["groups"]] == ["people"]
    assert asking.case.asking is None
