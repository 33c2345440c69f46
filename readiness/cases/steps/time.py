"""Stage 2, make the business case: the time it could give back."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import One
from readiness.cases.number_fields import Percent, Pounds, WholeNumber
from readiness.cases.steps.choices import CONFIDENCE
from readiness.cases.steps.step import Page, Step, Together


class Time(Step):
    """Time."""

    page = Page(
        slug="time",
        name=_("Time"),
        title=_("How much time could it give back?"),
        intro=_(
            "Think of one shift. How long does the task take today, and how much shorter could it be?"
        ),
        why=_(
            "A board will ask “will it really free up time?” Your own minutes answer it better than a brochure."
        ),
        example=_(
            "Larch House timed ten shifts: notes took 55 minutes. They expect to save 14 minutes a shift, between 5 and 20. That is 2,378 hours a year, between 849 and 3,397."
        ),
        findings=(
            "dscr-20-minutes-per-shift",
            "ehr-no-time-saving-nursing-home",
        ),
        worry="free-up-time",
        own_findings=True,
        live=True,
        sections={
            "staff_using": _("How many staff do this task, and how often?"),
            "hourly_pay": _("What does an hour of their time cost?"),
            "cashable_percent": _("What will become of the time?"),
        },
    )

    together = (
        Together(
            _("How many minutes could be saved in each shift?"),
            _(
                "Low is what you would bet on. High is a very good day. A minus means it takes longer."
            ),
            ("minutes_saved_low", "minutes_saved_likely", "minutes_saved_high"),
        ),
    )

    staff_using = WholeNumber(
        _("How many staff would use it?"),
        least=1,
        most=1000000,
        like="42",
        noun=_("the number of staff"),
        hint=_("Everyone who would need to learn it, including part-time and night staff."),
        read_as=_("Staff who would use it"),
        suffix=_("staff"),
    )

    shifts_per_week = WholeNumber(
        _("In how many staff shifts a week is the task done?"),
        least=1,
        most=100000,
        like="196",
        noun=_("the number of shifts"),
        hint=_(
            "Add up everyone’s shifts. Seven people on each of four shifts, seven days, is 196."
        ),
        read_as=_("Staff shifts a week"),
        suffix=_("shifts a week"),
    )

    minutes_now = WholeNumber(
        _("How many minutes does the task take in a shift today?"),
        least=0,
        most=720,
        like="55",
        noun=_("minutes today"),
        hint=_("Time a few shifts if you can. A guess is fine for now."),
        read_as=_("Minutes a shift, today"),
        suffix=_("minutes"),
    )

    minutes_saved_low = WholeNumber(
        _("Low"),
        least=-120,
        most=720,
        like="5",
        noun=_("the low figure"),
        read_as=_("Minutes saved, low"),
        suffix=_("minutes"),
    )

    minutes_saved_likely = WholeNumber(
        _("Likely"),
        least=-120,
        most=720,
        like="14",
        noun=_("the likely figure"),
        read_as=_("Minutes saved, likely"),
        suffix=_("minutes"),
    )

    minutes_saved_high = WholeNumber(
        _("High"),
        least=-120,
        most=720,
        like="20",
        noun=_("the high figure"),
        read_as=_("Minutes saved, high"),
        suffix=_("minutes"),
    )

    confidence = One(
        _("How sure are you of the minutes saved?"),
        choices=CONFIDENCE,
        noun=_("how sure you are"),
        hint=_("A board trusts a case that says how sure it is."),
        read_as=_("How sure of the minutes"),
    )

    hourly_pay = Pounds(
        _("What is their pay for an hour, on average?"),
        least="0.01",
        most=1000,
        like="12.80",
        noun=_("the pay for an hour"),
        hint=_("Before on-costs, which are what you pay on top. We add those next."),
        read_as=_("Pay for an hour"),
        suffix=_("an hour"),
    )

    on_costs_percent = Percent(
        _("What comes on top of pay?"),
        least=0,
        most=100,
        like="25",
        noun=_("what comes on top of pay"),
        hint=_(
            "Such as National Insurance and pension. Leave out holiday and sick pay: we count those in the weeks worked. Not sure? Leave it at 25%."
        ),
        read_as=_("On-costs"),
        default="25",
    )

    cashable_percent = Percent(
        _("How much of the time will become money in the bank?"),
        least=0,
        most=100,
        like="10",
        noun=_("the part that becomes money"),
        hint=_("Only hours you will really stop paying for, such as overtime or agency shifts."),
        read_as=_("Part of the time that becomes cash"),
        default="0",
    )

    first_year_percent = Percent(
        _("How much of the benefit will you see in the first year?"),
        least=0,
        most=100,
        like="50",
        noun=_("the first-year part"),
        hint=_("People are still learning. Half is a careful start."),
        read_as=_("Benefit reached in year 1"),
        default="50",
    )

    def check_together(self):
        names = ("minutes_saved_low", "minutes_saved_likely", "minutes_saved_high")
        self.need_order(*names)
        now = self.number("minutes_now")
        for name in names:
            saved = self.number(name)
            if now is not None and saved is not None and saved > now:
                self.fault(
                    name,
                    _("The %(which)s figure must be no more than the %(now)s minutes of today")
                    % {"which": str(self.fields[name].label).lower(), "now": now},
                )
