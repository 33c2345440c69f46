"""The panels of the decision page: a few sentences each under a heading, cut to the room there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from readiness.cases import sentences
from readiness.cases.checks.worries import SERIOUS, weight
from readiness.cases.facts import Facts
from readiness.cases.sentences.weakest import ESTIMATED, GIVEN, GUESS, MEASURED, QUOTED, USUAL
from readiness.cases.verdict import GO_AHEAD, ruling
from readiness.reports.context.asked import in_one_line
from readiness.reports.context.cover import GROUPS, asked_of, in_sentence, involved, lowered
from readiness.reports.context.fitting import TIGHT, Budgets
from readiness.reports.context.options import side_by_side
from readiness.reports.context.parts import Table
from readiness.reports.context.said import Said
from readiness.reports.cutting import as_many, cut

BLOCKING, STRONG = 3, 2


@dataclass(frozen=True)
class Weak:
    """A number of the case and, in a word, how sure it is."""

    name: str
    sure: str


@dataclass(frozen=True)
class Panel:
    """A few sentences under a heading."""

    title: str
    paragraphs: tuple[str, ...]
    weak: tuple[Weak, ...] = ()


class Lines:
    """What the guide says of one case, each line and the table worked out once however often asked."""

    def __init__(self, said: Said) -> None:
        self._said = said
        self._known: dict[str, list[str]] = {}
        self._tables: dict[tuple[int, bool], Table | None] = {}

    def __call__(self, *topics: str) -> tuple[str, ...]:
        """The headlines of these topics; none of what there is nothing to say."""
        for topic in topics:
            if topic not in self._known:
                found = sentences.headlines(self._said.facts, self._said.contents, (topic,))
                self._known[topic] = found
        return tuple(text for topic in topics for text in self._known[topic])

    def options(self, names: int, *, notes: bool) -> Table | None:
        """The table of options, with so many letters for a name, with or without what to bear
        in mind; None where there are no figures."""
        figures = self._said.facts.figures
        if (names, notes) not in self._tables:
            self._tables[names, notes] = (
                side_by_side(self._said, figures, names=names, brief=True, mind=notes)
                if figures
                else None
            )
        return self._tables[names, notes]


def need(said: Said, budgets: Budgets) -> Panel:
    """The problem, and what is measured of it today."""
    problem, baseline = said.settled("need", "problem"), said.settled("need-evidence", "baseline")
    paragraphs = [cut(problem, budgets.need) or _("The need is not described yet.")]
    if baseline:
        paragraphs.append(_("Today: {baseline}").format(baseline=cut(baseline, budgets.baseline)))
    return Panel(_("The need"), tuple(paragraphs))


def ask(said: Said, lines: Lines, budgets: Budgets, *, budget: bool) -> Panel:
    """What it costs; what of that the `budget` covers, unless that is told as a reason."""
    title = _("The ask") if ruling(said.facts) == GO_AHEAD else _("What it would cost")
    if said.facts.figures is None:
        return Panel(title, (_("What it costs is not known yet."), *lines("asked")))
    topics = tuple(topic for topic in budgets.ask if budget or topic != "budget")
    source = (_funding(said, budgets.funding),) if budgets.funding else ()
    return Panel(title, (" ".join(lines("ask", "asked")), *lines(*topics), *source))


def _funding(said: Said, letters: int) -> str:
    written = cut(said.settled("cost-assumptions", "funding"), letters)
    return (
        _("Money from: {source}").format(source=written)
        if written
        else _("No source of money is named.")
    )


def must_be_true(lines: Lines) -> Panel:
    """The minutes on which it all turns, against the choice that it has to beat."""
    return Panel(_("What must be true"), lines("must_be_true"))


def if_it_goes_badly(said: Said, lines: Lines, budgets: Budgets) -> Panel | None:
    """What the low figures come to, and the most serious risk; None where there is neither."""
    paragraphs = (*lines(*budgets.badly), *_risk(said, budgets))
    return Panel(_("If it goes badly"), paragraphs) if paragraphs else None


def _risk(said: Said, budgets: Budgets) -> Iterator[str]:
    """The worst of those both likely and serious: how likely, how bad, whose, and what is done."""
    rows = zip(said.rows("risks"), said.facts.rows("risks"), strict=True)
    serious = [(weight(row), read) for read, row in rows if weight(row) >= SERIOUS]
    if not serious:
        return
    read = max(serious, key=lambda pair: pair[0])[1]
    name = cut(read.get("risk", ""), budgets.risk).rstrip(".")
    text = _("Most serious risk: {risk} ({likely}; {bad}). Looked after by {owner}.")
    yield text.format(
        risk=name,
        likely=_level(read["likelihood"]),
        bad=_level(read["impact"]),
        owner=cut(read.get("owner", ""), budgets.risk // 2).rstrip(".") or _("nobody yet"),
    )
    if response := cut(read.get("response", ""), budgets.risk):
        yield _("What is done: {response}").format(response=response)


def _level(answer: str) -> str:
    """“likely”, of “4 – Likely”."""
    return answer.rpartition(" – ")[2].lower()


def if_we_wait(said: Said, lines: Lines, budgets: Budgets) -> Panel:
    """What happens otherwise, in the case's own words and in pounds."""
    written = cut(said.settled("need", "if_nothing_changes"), budgets.waiting)
    paragraphs = tuple(text for text in (written, *lines("waiting")) if text)
    return Panel(_("If we wait"), paragraphs or (_("Not said yet."),))


def least_certain(facts: Facts, budgets: Budgets) -> Panel:
    """The guesses, the estimates and what is only usual, in this order."""
    numbers = sentences.weakest_numbers(facts)
    doubtful = [n for n in numbers if n.sure in (GUESS, ESTIMATED, USUAL)][: budgets.weak]
    weak = tuple(Weak(cut(number.name, 30), sure_word(number.sure)) for number in doubtful)
    none = _("None is a guess or an estimate.") if numbers else _("No numbers are given yet.")
    return Panel(_("Least certain numbers"), () if weak else (none,), weak)


def sure_word(sure: str) -> str:
    """How sure a number is, in a word or two."""
    words = {
        GUESS: _("a guess"),
        ESTIMATED: _("estimated"),
        USUAL: _("our usual figure"),
        GIVEN: _("as given"),
        QUOTED: _("quoted"),
        MEASURED: _("measured"),
    }
    return words[sure]


def people(said: Said, lines: Lines, budgets: Budgets) -> Panel:
    """How far each group is involved, those who draw on care first."""
    first = lines("people")
    others = list(_involved(said, budgets))
    if heard := in_one_line(said, budgets.people):
        # Where there is least room, it stands in the place of who was asked too.
        others = others[-1:] if budgets.people == TIGHT.people else others
        others.insert(0, heard)
    return Panel(_("What people said"), (*first, *others))


def _involved(said: Said, budgets: Budgets) -> Iterator[str]:
    first, groups = involved(said, GROUPS[:1]), involved(said, GROUPS[1:])
    asked = _("Asked too: {groups}.") if asked_of(first) else _("Asked: {groups}.")
    for text, these in (
        (asked, asked_of(groups)),
        (_("Not asked yet: {groups}."), groups["told"] + groups["not-yet"]),
    ):
        if these:
            names = as_many(in_sentence(these), budgets.people - len(text.format(groups="")))
            yield text.format(groups=names)
    if not any(involved(said).values()):
        yield _("Who was asked is not said yet.")


def worry(said: Said, budgets: Budgets) -> Panel:
    """The strongest worry: whose it is, and what answers it."""
    rated = said.facts.answers.get("anxieties", {})
    for level, title in ((BLOCKING, _("Blocking worry")), (STRONG, _("Strong worry"))):
        heard = [slug for slug in said.contents.anxieties if rated.get(slug) == level]
        if heard:
            return Panel(title, tuple(_answered(heard, level, said, budgets)))
    none = _("No worry was heard often or with feeling.")
    return Panel(_("Worries"), (none if rated else _("What worries people is not said yet."),))


def _answered(heard: list[str], level: int, said: Said, budgets: Budgets) -> Iterator[str]:
    step = f"anxiety-{heard[0]}"
    who, response = "", ""
    if step in said.facts.answers:
        who, response = said.settled(step, "who"), said.settled(step, "response")
    worry = _("“{worry}”").format(worry=said.contents.anxieties[heard[0]].worry)
    held = (
        _("{worry} Held by {who}.").format(worry=worry, who=lowered(who.split(", ")))
        if who
        else worry
    )
    more = _("{n} more as strong.").format(n=len(heard) - 1) if heard[1:] else ""
    yield f"{cut(held, budgets.worry)} {more}".strip()
    if not response:
        yield _("There is no answer yet.")
        return
    yield _("Answer: {response}").format(response=cut(response, budgets.worry))
    if level == BLOCKING:
        yield _("The case does not say yet that they accept it.")
