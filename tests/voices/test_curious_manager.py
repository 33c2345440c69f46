"""A curious manager casts voices herself, looks, withdraws, closes and asks again, to learn what
one person said. Whatever she does, she sees what she would have seen had they said something else."""

from collections import Counter
from uuid import uuid4

from django.utils import timezone
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from readiness.cases.answers import Answers
from readiness.cases.models import Case
from readiness.reports.context.asked import in_the_need
from readiness.reports.context.said import Said
from readiness.voices import casting, closing, export, rounds, tallying
from readiness.voices.casting import Sheet
from readiness.voices.questions import ANSWERS, GROUPS
from readiness.voices.tallying import Cast, groups
from tests.cases.builders import contents
from tests.people import Person, said

OFFERED = {
    "replace-people": [value for value, *_rest in ANSWERS["worry"]],
    "control": [value for value, *_rest in ANSWERS["control"]],
    "could-use": [value for value, *_rest in ANSWERS["could-use"]],
}
FEW = 4
BUSY = settings(  # a machine that is busy takes its time
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def one_of(question):
    return st.sampled_from(OFFERED[question])


GROUP = st.sampled_from(list(GROUPS))
SOME_ANSWERS = st.fixed_dictionaries({}, optional={q: one_of(q) for q in OFFERED})
ALL_ANSWERS = st.fixed_dictionaries({q: one_of(q) for q in OFFERED})
VOICES = st.lists(st.builds(Cast, GROUP, SOME_ANSWERS), max_size=30)


def still(_group, _question, _answer):
    return 0


def pool(name, voices, shown):
    """The voices that stand behind a group that is shown."""
    others = {each["group"] for each in shown} - {name}
    if name in ("others", "everyone"):
        return [each for each in voices if each.group not in others]
    return [each for each in voices if each.group == name]


def counts(name, voices, shown):
    """How often each answer was given in a group that is shown."""
    return Counter(
        (question, answer)
        for each in pool(name, voices, shown)
        for question, answer in each.answers.items()
    )


@BUSY
@given(VOICES)
def test_whatever_is_shown_was_said_by_five_or_more(voices):
    shown = groups(voices, still)
    assert bool(shown) is (len(voices) >= 5)
    for each in shown:
        behind = pool(each["group"], voices, shown)
        assert len(behind) >= 5
        for question in each["said"]:
            assert sum(question in voice.answers for voice in behind) >= 5


@BUSY
@given(VOICES, st.data())
def test_nobody_can_tell_which_small_group_somebody_was_in(voices, data):
    size = Counter(each.group for each in voices)
    small = [place for place, each in enumerate(voices) if size[each.group] < 5]
    rooms = [group for group in GROUPS if size[group] < FEW or group == "others"]
    if not small:
        return
    place, room = data.draw(st.sampled_from(small)), data.draw(st.sampled_from(rooms))
    moved = [*voices]
    moved[place] = Cast(room, voices[place].answers)
    assert groups(moved, still) == groups(voices, still)


@BUSY
@given(VOICES, st.data())
def test_whatever_four_people_said_the_same_could_have_been_shown(voices, data):
    """And is at most sixteen times as likely for each answer of theirs: decision 0015."""
    few = data.draw(st.sets(st.sampled_from(range(len(voices) or 1)), max_size=FEW))
    other = [
        Cast(each.group, {q: data.draw(one_of(q)) for q in each.answers}) if n in few else each
        for n, each in enumerate(voices)
    ]
    drawn = data.draw(st.integers(-3, 3))
    shown = groups(voices, lambda *_told: drawn)
    moved = {each["group"]: counts(each["group"], voices, shown) for each in shown}
    for name, was in moved.items():
        was.subtract(counts(name, other, shown))
        answers = sum(len(voices[n].answers) for n in few if n < len(voices))
        assert sum(abs(n) for n in was.values()) <= 2 * answers
    assert groups(other, lambda g, q, a: drawn + (moved[g][q, a] if q else 0)) == shown


class World:
    """A case in which a few people say one thing or another, and a manager who does what she does.

    What chance does in the second world is what it did in the first, moved as the people’s answers
    are: as likely as not, as the test above has it.
    """

    def __init__(self, others, before=None):
        self.others, self.before = others, before
        self.case, self.alice = Case.objects.create(), Person()
        self.alice.join(self.case)
        self.cast, self.seen, self.hers = [], [], []
        self.asking, self.sheets = None, 0

    def groups(self, voices):
        self.cast.append(sorted(voices, key=str))
        if self.before is None:
            return groups(voices, still)
        then = self.before.cast[len(self.cast) - 1]
        shown = groups(then, still)

        def moved(group, question, answer):
            was, now = counts(group, then, shown), counts(group, voices, shown)
            return was[question, answer] - now[question, answer] if question else 0

        return groups(voices, moved)

    def do(self, deed):
        what, *given = deed
        getattr(self, what)(*given)
        self.look()

    def open(self):
        if self.asking is None:
            asked = {"idea": "notes", "closes_on": timezone.localdate().isoformat()}
            asked |= {"tell_how": "at the meeting", "contact": "the office"}
            now, case = timezone.now(), self.case
            self.asking = rounds.open_round(case, asked, key=uuid4(), by="Alice", at=now)
            for n, (group, answers, words) in enumerate(self.others):
                self.answer(Sheet(f"other {n}", group, answers, words))

    def say(self, group, answers):
        if self.asking:
            self.sheets += 1
            self.hers.append(self.answer(Sheet(f"hers {self.sheets}", group, answers)))

    def answer(self, sheet):
        return casting.cast(self.asking, sheet, quick=False, at=timezone.now())

    def withdraw(self):
        if self.asking and self.hers:
            casting.take_back(self.asking, self.hers.pop(), at=timezone.now())

    def close(self):
        if self.asking:
            closing.close(self.asking, by="Alice", at=timezone.now())
            self.asking, self.hers = None, []

    def look(self):
        self.case.refresh_from_db()
        facts = Answers.of(self.case).facts(timezone.localdate())
        kept = export.everything(self.case)
        for each in kept["rounds"]:
            each["code"] = ""
        page = said(self.alice.see("voices")).replace(self.case.reference, "")
        for each in self.case.rounds.all():
            page = page.replace(each.code, "").replace(f"{each.code[:4]} {each.code[4:]}", "")
        self.seen.append((page, kept, str(in_the_need(Said(facts, contents())))))


HERS = st.one_of(
    st.tuples(st.just("say"), GROUP, ALL_ANSWERS),
    st.sampled_from([("open",), ("withdraw",), ("close",), ("look",)]),
)
OTHERS = st.lists(st.tuples(GROUP, ALL_ANSWERS), min_size=1, max_size=FEW)
BYSTANDERS = st.lists(st.tuples(GROUP, SOME_ANSWERS), max_size=8)
WORST = {"replace-people": 3, "control": "much-less", "could-use": "not-now"}
BEST = {"replace-people": 0, "control": "much-more", "could-use": "alone"}


@settings(
    BUSY,
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[*BUSY.suppress_health_check, HealthCheck.function_scoped_fixture],
)
@given(OTHERS, st.data(), BYSTANDERS, st.lists(HERS, max_size=10))
@example([("families", WORST)], BEST, [], [("say", "families", BEST)] * 4 + [("close",)])
@example([("people", WORST)] * 4, BEST, [], [("say", "people", WORST), ("withdraw",), ("close",)])
@example([("people", WORST)], BEST, [], [("close",), ("open",), ("say", "people", BEST)])
@example([("people", WORST)], BEST, [("people", BEST)] * 5, [("close",), ("open",), ("close",)])
def test_whatever_she_does_she_sees_the_same(catalogue, monkeypatch, theirs, data, beside, hers):
    other = data if isinstance(data, dict) else data.draw(ALL_ANSWERS)
    known = [(group, answers, "") for group, answers in beside]
    first = World([*((group, answers, "I fear it.") for group, answers in theirs), *known])
    second = World([*((group, other, "I want it.") for group, _said in theirs), *known], first)
    for world in (first, second):
        monkeypatch.setattr(tallying, "groups", world.groups)
        for deed in (("open",), *hers, ("close",)):
            world.do(deed)
    assert second.seen == first.seen
