"""Stage 2, make the business case: money that would be saved."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import One, Text
from readiness.cases.number_fields import Pounds
from readiness.cases.steps.choices import CONFIDENCE
from readiness.cases.steps.step import Page, Questions, RowsStep, Together


class Saving(Questions):
    """One row of savings."""

    together = (
        Together(
            _("How much would you save in a year?"),
            _("Low is what you would bet on. High is if all goes very well."),
            ("low", "likely", "high"),
        ),
    )

    label = Text(
        _("What would you stop paying for?"),
        noun=_("the name of the saving"),
        hint=_("Only count money that you pay now."),
        read_as=_("Saving"),
    )

    low = Pounds(
        _("Low"),
        like="400",
        noun=_("the low saving"),
        read_as=_("A year, low"),
    )

    likely = Pounds(
        _("Likely"),
        like="900",
        noun=_("the likely saving"),
        read_as=_("A year, likely"),
    )

    high = Pounds(
        _("High"),
        like="1200",
        noun=_("the high saving"),
        read_as=_("A year, high"),
    )

    confidence = One(
        _("How sure are you of this saving?"),
        folded=True,
        choices=CONFIDENCE,
        noun=_("how sure you are of this saving"),
        read_as=_("How sure"),
    )

    def check_together(self):
        self.need_order("low", "likely", "high", noun=_("saving"))


class Savings(RowsStep):
    """Money saved."""

    page = Page(
        slug="savings",
        name=_("Money saved"),
        title=_("What else would you stop paying for?"),
        intro=_(
            "List money that would stay in the bank each year. Leave out staff time, which you have counted."
        ),
        why=_(
            "Cash and time are not the same, and a board needs both told apart. Some savings fall to others, such as the NHS, and never reach you."
        ),
        example=_(
            "Larch House looked at its bills. Paper, printing and storage cost £1,200 last year. They expect to save £900 of it, between £400 and £1,200."
        ),
        findings=(
            "two-councils-three-to-one",
            "lip-hard-to-evidence-savings",
            "benefits-fall-to-others",
        ),
        worry="cost-much",
        own_findings=True,
        live=True,
    )
    form = Saving
    row_name = _("Saving")
    add = _("Add another saving")
    min_num, max_num = 0, 8
    none = _("We do not expect to save money")
