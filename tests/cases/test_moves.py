"""Dawn and Eve review what was sent: each move has its rules, and none overwrites another."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.utils import timezone

from readiness.accounts import roles
from readiness.cases import moves, versions
from readiness.cases.models import Edition, Move, Version
from readiness.catalogue.contents import contents
from tests.people import answers

NOW = timezone.now()
MOVES = {
    "take": moves.take,
    "hand-over": lambda version, hand: moves.hand_over(version, hand, to=hand.by),
    "put-back": moves.put_back,
    "ask-for-changes": lambda version, hand: moves.ask_for_changes(
        version, hand, steps=["need", "costs"], words="Where does the price come from?"
    ),
    "approve": lambda version, hand: moves.approve(
        version, hand, name="Dawn Reed", role="Consultant", on=timezone.localdate(hand.at)
    ),
    "close": lambda version, hand: moves.close(version, hand, words="Sent twice by mistake."),
    "reopen": moves.reopen,
}
# Which moves lead to a status, from nothing, all by Dawn.
WAYS = {
    "waiting": [],
    "in-review": ["take"],
    "changes-requested": ["take", "ask-for-changes"],
    "approved": ["take", "approve"],
    "closed": ["close"],
}
CAN = {
    "waiting": {"take": "in-review", "hand-over": "waiting", "close": "closed"},
    "in-review": {
        "hand-over": "in-review",
        "put-back": "waiting",
        "ask-for-changes": "changes-requested",
        "approve": "approved",
        "close": "closed",
    },
    "changes-requested": {
        "hand-over": "changes-requested",
        "ask-for-changes": "changes-requested",
        "close": "closed",
    },
    "approved": {},
    "closed": {"reopen": "waiting"},
}


@pytest.fixture
def consultants(catalogue):
    people = get_user_model().objects
    found = [people.create_user(name, is_staff=True) for name in ("dawn", "eve")]
    for user in found:
        roles.give(user, roles.CONSULTANT)
    return found


@pytest.fixture
def version(done):
    return versions.send(done.case, by="Alice", at=NOW, contents=contents())


def hand(user, version, at=NOW):
    return moves.Hand(by=user, at=at, turn=version.turn)


def do(verb, version, user):
    MOVES[verb](version, hand(user, version))


def brought_to(status, version, user):
    for verb in WAYS[status]:
        do(verb, version, user)
    assert version.status == status
    return version


@pytest.mark.parametrize("status", CAN)
@pytest.mark.parametrize("verb", MOVES)
def test_a_move_is_made_where_it_can_be_and_refused_elsewhere(status, verb, version, consultants):
    dawn, _eve = consultants
    brought_to(status, version, dawn)
    made = version.moves.count()
    if verb in CAN[status]:
        assert verb in moves.possible(version, dawn)
        do(verb, version, dawn)
        assert version.status == CAN[status][verb]
        assert version.moves.last().verb == verb
    else:
        assert verb not in moves.possible(version, dawn)
        with pytest.raises(moves.Refused):
            do(verb, version, dawn)
        assert (version.status, version.moves.count()) == (status, made)


@pytest.mark.parametrize("verb", ["put-back", "ask-for-changes", "approve"])
def test_only_who_reviews_it_may_judge_it(verb, version, consultants):
    dawn, eve = consultants
    do("take", version, dawn)
    assert verb not in moves.possible(version, eve)
    with pytest.raises(moves.Refused, match="dawn reviews this version"):
        do(verb, version, eve)


def test_of_two_who_take_it_at_once_the_second_is_told_who_was_first(version, consultants):
    dawn, eve = consultants
    as_eve_sees_it = Version.objects.get(pk=version.pk)
    do("take", version, dawn)
    with pytest.raises(moves.Overtaken, match="dawn took it"):
        do("take", as_eve_sees_it, eve)
    version.refresh_from_db()
    assert version.reviewer == dawn
    assert Move.objects.count() == 1


def test_a_move_on_a_version_that_came_back_to_the_same_status_is_still_too_late(
    version, consultants
):
    dawn, eve = consultants
    seen = hand(eve, version)
    do("take", version, dawn)
    do("put-back", version, dawn)
    with pytest.raises(moves.Overtaken, match="dawn put it back"):
        moves.take(version, seen)


def test_once_a_newer_version_was_sent_the_older_one_is_left_alone(done, version, consultants):
    dawn, _eve = consultants
    do("take", version, dawn)
    done.save("organisation", answers({"organisation": {"staff": 90}})["organisation"])
    newer = versions.send(done.case, by="Alice", at=NOW, contents=contents())
    version.refresh_from_db()
    assert moves.possible(version, dawn) == []
    with pytest.raises(moves.Overtaken, match="version 2 was sent meanwhile"):
        do("approve", version, dawn)
    assert (newer.status, newer.reviewer) == ("waiting", dawn)


def test_approving_makes_a_new_edition_of_the_same_body(version, consultants):
    dawn, _eve = consultants
    body = version.snapshot
    brought_to("approved", version, dawn)
    assert (version.approved_by, version.approved_role) == ("Dawn Reed", "Consultant")
    assert version.snapshot == body
    kinds = list(version.editions.order_by("pk").values_list("kind", flat=True))
    assert kinds == [Edition.Kind.SENT, Edition.Kind.REVIEWED]
    assert len(set(version.editions.values_list("check_code", flat=True))) == 2


@pytest.mark.parametrize("words", ["", "  \n ", "\u200b\u2060"])
def test_nothing_is_closed_or_sent_back_without_a_word(words, version, consultants):
    dawn, _eve = consultants
    do("take", version, dawn)
    with pytest.raises(moves.Refused):
        moves.close(version, hand(dawn, version), words=words)
    with pytest.raises(moves.Refused):
        moves.ask_for_changes(version, hand(dawn, version), steps=["need"], words=words)
    with pytest.raises(moves.Refused):
        moves.ask_for_changes(version, hand(dawn, version), steps=[], words="Please look again.")


@pytest.mark.parametrize(
    ("name", "role", "days"),
    [
        ("", "Consultant", 0),
        ("Dawn", " ", 0),
        ("\u200b", "Consultant", 0),
        ("Dawn", "Consultant", 1),
        ("Dawn", "Consultant", -1),
    ],
)
def test_an_approval_has_a_name_a_role_and_a_day_that_has_come(
    name, role, days, version, consultants
):
    dawn, _eve = consultants
    do("take", version, dawn)
    on = timezone.localdate(NOW) + timedelta(days=days)
    with pytest.raises(moves.Refused):
        moves.approve(version, hand(dawn, version), name=name, role=role, on=on)
    assert version.editions.count() == 1


def test_who_no_longer_reviews_is_handed_nothing(version, consultants):
    dawn, eve = consultants
    eve.is_active = False
    eve.save()
    with pytest.raises(moves.Refused, match="eve no longer reviews cases"):
        moves.hand_over(version, hand(dawn, version), to=eve)


IMPOSSIBLE = {
    "in review by nobody": {"status": "in-review"},
    "approved by nobody": {"status": "approved"},
    "signed and not approved": {"approved_by": "Dawn", "approved_role": "Consultant"},
    "closed without a reason": {"status": "closed"},
    "steps marked while it waits": {"asked_steps": ",need,"},
    "something said while it waits": {"message": "Say more."},
    "a status that there is not": {"status": "lost"},
}


@pytest.mark.parametrize("state", IMPOSSIBLE)
def test_the_database_refuses_a_state_that_no_move_leads_to(state, version):
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(**IMPOSSIBLE[state])


def test_the_database_refuses_to_ask_for_changes_in_no_step(version, consultants):
    dawn, _eve = consultants
    brought_to("changes-requested", version, dawn)
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(asked_steps="")


@pytest.mark.parametrize(
    "move",
    [
        {"verb": "lose"},
        {"verb": "take", "steps": ",need,"},
        {"verb": "take", "words": "Mine."},
        {"verb": "close"},
        {"verb": "ask-for-changes", "words": "Say more."},
        {"verb": "ask-for-changes", "steps": ",need,"},
        {"verb": "hand-over"},
    ],
    ids=str,
)
def test_the_database_refuses_a_move_that_nobody_can_make(move, version, consultants):
    dawn, _eve = consultants
    with pytest.raises(IntegrityError), transaction.atomic():
        version.moves.create(by=dawn, **move)


def test_a_step_is_named_once_and_what_is_printed_is_one_line_without_tricks(version, consultants):
    dawn, _eve = consultants
    do("take", version, dawn)
    moves.ask_for_changes(version, hand(dawn, version), steps=["need", "need"], words="Say more.")
    assert version.steps_to_change == ["need"]
    do("close", version, dawn)
    do("reopen", version, dawn)
    do("take", version, dawn)
    name, role = "Dawn\r\nBcc: eve@example.org", "\u202etnatlusnoC\x00"
    moves.approve(version, hand(dawn, version), name=name, role=role, on=timezone.localdate(NOW))
    said = (version.approved_by, version.approved_role)
    assert said == ("Dawn Bcc: eve@example.org", "tnatlusnoC")


def test_a_name_of_nothing_but_marks_signs_no_paper(version, consultants):
    dawn, _eve = consultants
    do("take", version, dawn)
    with pytest.raises(moves.Refused, match="Give the name"):
        moves.approve(
            version,
            hand(dawn, version),
            name="\u202e",
            role="Consultant",
            on=timezone.localdate(NOW),
        )


def test_a_version_that_somebody_reviews_is_not_allocated_over_their_head(version, consultants):
    dawn, eve = consultants
    do("take", version, dawn)
    with pytest.raises(moves.Refused, match="In review"):
        moves.allocate(version, hand(eve, version), to=eve)
    assert version.reviewer == dawn


def test_a_version_is_handed_to_nobody_who_may_not_review(version, consultants):
    dawn, eve = consultants
    roles.give(eve, roles.EDITOR)
    eve = get_user_model().objects.get(pk=eve.pk)
    with pytest.raises(moves.Refused, match="eve no longer reviews cases"):
        moves.hand_over(version, hand(dawn, version), to=eve)


def test_the_database_knows_one_newest_version_of_each_case(done, version):
    done.save("organisation", answers({"organisation": {"staff": 90}})["organisation"])
    versions.send(done.case, by="Alice", at=NOW, contents=contents())
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(is_newest=True)
