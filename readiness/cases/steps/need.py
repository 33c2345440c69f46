"""Stage 1, ask the right questions: the need, how we know, and what will be better."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, LongText, Many, Month, One, Text
from readiness.cases.steps.choices import GROUPS
from readiness.cases.steps.step import Page, Questions, RowsStep, Step


class Need(Step):
    """The need."""

    page = Page(
        slug="need",
        name=_("The need"),
        title=_("What is the need?"),
        intro=_("Tell us what goes wrong today. Leave products out of it for now."),
        why=_(
            "Projects often go wrong when they start from a product. Your board will back a need that it can see. It is also the yardstick for every supplier."
        ),
        example=_(
            "Staff at Larch House write the same notes two or three times a shift. Handovers miss things. Families wait for answers, because nobody can find the right page."
        ),
        findings=(
            "codesign-aged-care-system-worked",
            "magpie-effect",
            "emar-laid-on-broken-process",
        ),
        theme="not-an-it-project",
    )

    problem = LongText(
        _("What is the problem?"),
        noun=_("the problem"),
        hint=_("Say what happens, where and to whom. Do not name people you support."),
        read_as=_("The problem"),
    )

    affected = Many(
        _("Who feels it?"),
        choices=GROUPS,
        noun=_("the groups"),
        hint=_("Choose all that fit."),
        read_as=_("Who feels it"),
    )

    frequency = One(
        _("How often does it happen?"),
        choices=(
            Choice("every-shift", _("Every shift"), _("Or every visit or session")),
            Choice("daily", _("Most days")),
            Choice("weekly", _("Most weeks")),
            Choice("monthly", _("Most months")),
            Choice("rarely", _("Less than once a month"), _("But it matters when it does")),
        ),
        noun=_("how often it happens"),
        hint=_("Choose the nearest one."),
        read_as=_("How often it happens"),
    )

    if_nothing_changes = LongText(
        _("What happens if nothing changes?"),
        noun=_("what happens if nothing changes"),
        hint=_("Think one to three years ahead."),
        read_as=_("If nothing changes"),
    )


class NeedEvidence(Step):
    """How you know."""

    page = Page(
        slug="need-evidence",
        name=_("How you know"),
        title=_("How do you know?"),
        intro=_("A few facts are worth more than a long report."),
        why=_(
            "A board will ask “is it really that bad?” If you measure now, you can also show later that it got better."
        ),
        example=_(
            "Larch House timed ten shifts in March. Notes took 55 minutes a shift. In the same month families rang 31 times to ask for news."
        ),
        findings=(
            "dorset-acoustic-falls-49",
            "lip-hard-to-evidence-savings",
            "airedale-control-group-shrinks-benefit",
        ),
        worry="improve-productivity",
    )

    sources = Many(
        _("What tells you that the problem is real?"),
        choices=(
            Choice(
                "own-records", _("Our own records"), _("Such as care notes, rotas or call logs")
            ),
            Choice("incidents", _("Incidents and near misses")),
            Choice("complaints", _("Complaints")),
            Choice(
                "staff-survey",
                _("A survey of staff"),
                _("Or what staff say in supervision and exit talks"),
            ),
            Choice("feedback-people", _("What people who draw on care tell us")),
            Choice("feedback-families", _("What families tell us")),
            Choice("inspection", _("An inspection"), _("By your care regulator")),
            Choice(
                "commissioner", _("A commissioner"), _("A council or NHS body that pays for care")
            ),
            Choice("observation", _("Watching and timing"), _("We looked at how the work is done")),
            Choice("none", _("Nothing yet"), _("It is what we think")),
        ),
        alone="none",
        noun=_("how you know"),
        hint=_("Choose all that fit."),
        read_as=_("How you know"),
        required=False,
    )

    baseline = LongText(
        _("What do you measure today, and what is the figure?"),
        noun=_("the figure and what it counts"),
        hint=_("Give the figure and its date, such as “55 minutes a shift, March 2026”."),
        read_as=_("Where you start from"),
        required=False,
    )

    confidence = One(
        _("How sure are you of that?"),
        choices=(
            Choice("measured", _("Measured"), _("We counted or timed it, or it is in our records")),
            Choice("estimated", _("Estimated"), _("We worked it out from something we know")),
            Choice("guess", _("A guess"), _("We have not looked yet")),
        ),
        noun=_("how sure you are"),
        hint=_("A guess is fine for now. We will say that it is one."),
        read_as=_("How sure"),
    )


class Outcome(Questions):
    """One row of outcomes."""

    outcome = Text(
        _("What will be better?"),
        noun=_("the outcome"),
        hint=_("Say it as someone would notice it."),
        read_as=_("Outcome"),
    )

    who_for = One(
        _("Who is it better for?"),
        folded=True,
        choices=GROUPS,
        noun=_("who it is better for"),
        hint=_("Choose who gains most."),
        read_as=_("Who it is for"),
    )

    measure = Text(
        _("How will you tell?"),
        noun=_("the measure"),
        hint=_("Something you can count, time or ask."),
        read_as=_("Measure"),
    )

    now = Text(
        _("What is it now?"),
        noun=_("the figure for now"),
        hint=_("Leave it empty if you do not know yet."),
        read_as=_("Now"),
        required=False,
    )

    target = Text(
        _("What should it be?"),
        noun=_("the target"),
        hint=_("A figure is best."),
        read_as=_("Target"),
    )

    by = Month(
        _("By when?"),
        noun=_("the date"),
        hint=_("Month and year, such as 3 2028 or March 2028."),
        read_as=_("By when"),
    )


class Outcomes(RowsStep):
    """What will be better."""

    reads_others = True

    page = Page(
        slug="outcomes",
        name=_("What will be better"),
        title=_("What will be better?"),
        intro=_(
            "List one to five things that will be different. Put what matters most to people first."
        ),
        why=_(
            "“A new system” is not an outcome. If you cannot say how you would tell, nobody can say later whether it worked."
        ),
        example=_(
            "Outcome: staff spend more of the shift with people. Measure: minutes spent on notes. Now: 55. Target: 40. By: March 2028."
        ),
        findings=(
            "dscr-care-plan-time",
            "pill-dispenser-first-ten",
            "npc-impact-for-funders",
        ),
        worry="improve-productivity",
        own_findings=True,
    )
    form = Outcome
    row_name = _("Outcome")
    add = _("Add another outcome")
    min_num, max_num = 1, 5
