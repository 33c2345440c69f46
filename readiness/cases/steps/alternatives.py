"""Stage 2, make the business case: what else could be done."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import LongText
from readiness.cases.number_fields import Number, Pounds, WholeNumber
from readiness.cases.steps.step import Page, Step


class Alternatives(Step):
    """The other choices."""

    page = Page(
        slug="alternatives",
        name=_("The other choices"),
        title=_("What else could you do?"),
        intro=_(
            "Compare fairly: carry on as now, do it better without new technology, or pay for more staff."
        ),
        why=_(
            "Sometimes a shorter form or two more staff would do more. If you do not look, a board member will ask. A fair look also makes a good case stronger."
        ),
        example=_(
            "Larch House found that shorter paper forms would save 4 minutes a shift for £500. Two members of staff would give 3,300 hours a year at £18.91 an hour. The technology gives 2,378 hours at £6.97."
        ),
        findings=(
            "nurse-four-hours-like-extra-staff",
            "wsd-telecare-more-home-visits",
            "jrf-paperwork-100-forms",
        ),
        worry="two-members-of-staff",
        live=True,
        sections={
            "cost_of_waiting": _("What does it cost to carry on as now?"),
            "change_description": _("What if you did it better without new technology?"),
            "extra_fte": _("What if you paid for more staff?"),
        },
    )

    @classmethod
    def defaults(cls, answers):
        """More staff are paid as those who do the task, unless the person says otherwise."""
        pay = answers.get("time", {}).get("hourly_pay")
        return super().defaults(answers) | ({"extra_pay": pay} if pay else {})

    cost_of_waiting = Pounds(
        _("What does carrying on as now cost you extra each year, in pounds?"),
        like="1500",
        noun=_("the extra cost"),
        hint=_("Such as fines, repairs or agency cover that the technology would end."),
        read_as=_("Cost of carrying on as now"),
        suffix=_("a year"),
        required=False,
    )

    change_description = LongText(
        _("What could you do better without new technology?"),
        noun=_("what you could do better"),
        hint=_("Such as shorter forms, a new handover, or using what you have properly."),
        read_as=_("Doing it better without new technology"),
        required=False,
    )

    change_one_off = Pounds(
        _("What would that cost once, in pounds?"),
        like="500",
        noun=_("the cost paid once"),
        hint=_("Enter 0 if it costs nothing."),
        read_as=_("Doing it better: paid once"),
        required=False,
    )

    change_per_year = Pounds(
        _("What would it cost each year, in pounds?"),
        like="200",
        noun=_("the cost for each year"),
        hint=_("Enter 0 if it costs nothing."),
        read_as=_("Doing it better: each year"),
        suffix=_("a year"),
        required=False,
    )

    change_minutes_saved = WholeNumber(
        _("How many minutes would it save in each shift?"),
        least=0,
        most=720,
        like="4",
        noun=_("the minutes saved"),
        hint=_("Try it for a week if you can."),
        read_as=_("Doing it better: minutes saved"),
        suffix=_("minutes"),
        required=False,
    )

    change_saving = Pounds(
        _("How much money would it save each year, in pounds?"),
        like="300",
        noun=_("the money saved"),
        hint=_("Leave staff time out."),
        read_as=_("Doing it better: money saved"),
        suffix=_("a year"),
        required=False,
    )

    extra_fte = Number(
        _("How many more full-time staff would you compare it with?"),
        least=0,
        most=100,
        like="2",
        noun=_("the number of staff"),
        hint=_("Boards often ask about two. Half posts count as 0.5."),
        read_as=_("More staff: how many"),
        suffix=_("full-time staff"),
        default="2",
    )

    extra_hours_per_week = Number(
        _("How many hours a week does each one work?"),
        least=1,
        most=60,
        like="37.5",
        noun=_("the hours a week"),
        hint=_("Use your full-time hours."),
        read_as=_("More staff: hours a week"),
        suffix=_("hours a week"),
        default="37.5",
    )

    extra_pay = Pounds(
        _("What is their pay for an hour?"),
        least="0.01",
        most=1000,
        like="12.80",
        noun=_("the pay for an hour"),
        hint=_("We filled in the pay you gave before."),
        read_as=_("More staff: pay for an hour"),
        suffix=_("an hour"),
    )

    extra_weeks_worked = Number(
        _("How many weeks a year are they really at work?"),
        least=1,
        most=52,
        like="44",
        noun=_("the weeks a year"),
        hint=_("Take off holidays, sickness and training. Not sure? Leave it at 44."),
        read_as=_("More staff: weeks at work"),
        suffix=_("weeks a year"),
        default="44",
    )
