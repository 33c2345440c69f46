"""Stage 2, make the business case: what it costs."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, LongText, One, Text
from readiness.cases.number_fields import Number, Percent, Pounds, WholeNumber
from readiness.cases.steps.choices import CONFIDENCE
from readiness.cases.steps.step import Page, Questions, RowsStep, Step


class Cost(Questions):
    """One row of costs."""

    label = Text(
        _("What is it?"),
        noun=_("the name of the cost"),
        hint=_("Do not name a product or a supplier."),
        read_as=_("Cost"),
    )

    category = One(
        _("What kind of cost is it?"),
        folded=True,
        choices=(
            Choice("devices", _("Devices"), _("Phones, tablets, sensors, cases and spares")),
            Choice("licences", _("Licences"), _("Paying to use software")),
            Choice("set-up", _("Set-up"), _("Getting it going")),
            Choice("integration", _("Links to other systems"), _("So that nothing is typed twice")),
            Choice("data-migration", _("Moving old records"), _("Copying, checking and tidying")),
            Choice("connectivity", _("Connection"), _("Wi-Fi, broadband and mobile data")),
            Choice("support", _("Support"), _("Help lines, repairs and insurance")),
            Choice("other", _("Something else")),
        ),
        noun=_("what kind of cost it is"),
        read_as=_("Kind of cost"),
    )

    one_off = Pounds(
        _("Cost paid once, in pounds"),
        like="4200",
        noun=_("the cost paid once"),
        hint=_("Leave it empty if there is none. Include VAT if you cannot claim it back."),
        read_as=_("Paid once"),
        required=False,
    )

    in_year = WholeNumber(
        _("In which year is it paid?"),
        least=0,
        most=10,
        like="3",
        noun=_("the year"),
        hint=_("0 is at the start. Put 4 for something to replace in the fourth year."),
        read_as=_("Paid in year"),
        default=0,
        required=False,
    )

    per_year = Pounds(
        _("Cost for each year, in pounds"),
        like="6240",
        noun=_("the cost for each year"),
        hint=_("Work out twelve months if you pay by the month."),
        read_as=_("Each year"),
        suffix=_("a year"),
        required=False,
    )

    confidence = One(
        _("How sure are you of this cost?"),
        folded=True,
        choices=CONFIDENCE,
        noun=_("how sure you are of this cost"),
        read_as=_("How sure"),
    )

    def check_together(self):
        paid = {"one_off", "per_year"}
        if not self.partial and not paid & (self.sound.keys() | self.errors.keys()):
            self.fault("one_off", _("Enter a cost paid once, a cost for each year, or both"))


class Costs(RowsStep):
    """Costs."""

    page = Page(
        slug="costs",
        name=_("Costs"),
        title=_("What will it cost?"),
        intro=_(
            "List everything you would pay for. Leave out staff time to learn it, which comes next."
        ),
        why=_(
            "The price on the quote is seldom the whole price. Wi-Fi, moving old records and support are easily left out, and come as a shock."
        ),
        example=_(
            "Larch House listed licences at £6,240 a year. Handsets come to £4,200, set-up and moving records to £3,500, and Wi-Fi to £2,800."
        ),
        findings=(
            "get-connected-grant-sizes",
            "council-billing-delays-4-2m",
            "housing-tco-rarely-calculated",
        ),
        worry="cost-much",
        own_findings=True,
        live=True,
    )
    form = Cost
    row_name = _("Cost")
    add = _("Add another cost")
    min_num, max_num = 1, 12


class CostAssumptions(Step):
    """Learning and what-ifs."""

    page = Page(
        slug="cost-assumptions",
        name=_("Learning and what-ifs"),
        title=_("What else does the cost depend on?"),
        intro=_("Learning takes paid time, and plans slip. Allow for both now."),
        why=_(
            "Learning time is easily forgotten. New starters have to learn too, every year. A fair allowance keeps the case from falling over."
        ),
        example=_(
            "Larch House allowed 6 hours’ learning for each of 42 staff. With 25% of staff leaving each year, that is about £4,000 at first. Then it is about £1,000 a year."
        ),
        findings=(
            "vacancy-7-turnover-24-7",
            "council-finance-system-144m",
            "optimism-bias-equipment-development",
        ),
        worry="cost-much",
        live=True,
        sections={
            "training_hours": _("How long will it take to learn?"),
            "years": _("How far ahead do you look, and what do you allow?"),
            "budget": _("What could you spend in the first year?"),
        },
    )

    @classmethod
    def defaults(cls, answers):
        """The contingency follows the least certain cost: HM Treasury's optimism bias, made simple."""
        allowance = {"quoted": "10", "measured": "10", "estimated": "30", "guess": "60"}
        costs = answers.get("costs", {}).get("rows", [])
        sure = [allowance[row["confidence"]] for row in costs if "confidence" in row]
        made = {"contingency_percent": max(sure, key=int)} if sure else {}
        return super().defaults(answers) | made

    training_hours = Number(
        _("How many hours will each person need to learn it?"),
        least=0,
        most=200,
        like="6",
        noun=_("the hours"),
        hint=_("Count paid hours away from the usual work. Include practice."),
        read_as=_("Hours to learn it"),
        suffix=_("hours each"),
    )

    turnover_percent = Percent(
        _("How many of these staff leave in a year?"),
        least=0,
        most=100,
        like="25",
        noun=_("the part who leave"),
        hint=_("About a quarter is usual in adult social care in England."),
        read_as=_("Staff who leave in a year"),
        default="25",
    )

    years = WholeNumber(
        _("How many years do you want to look ahead?"),
        least=1,
        most=10,
        like="5",
        noun=_("the number of years"),
        hint=_("Often the length of the contract. Not sure? Leave it at five."),
        read_as=_("Years looked at"),
        suffix=_("years"),
        default=5,
    )

    contingency_percent = Percent(
        _("How much do you add for what you do not know yet?"),
        least=0,
        most=200,
        like="30",
        noun=_("what you add"),
        hint=_("We suggest 10% with quotes, 30% with estimates and 60% with guesses."),
        read_as=_("Contingency"),
    )

    discount_rate = Percent(
        _("How much less is a pound worth each year you wait for it?"),
        least=0,
        most=15,
        like="3.5",
        noun=_("the yearly rate"),
        hint=_("Leave it at 3.5% unless your finance lead says otherwise."),
        read_as=_("Discount rate"),
        default="3.5",
    )

    budget = Pounds(
        _("What is the most you could spend in the first year?"),
        like="25000",
        noun=_("the most you could spend"),
        hint=_("A rough figure is fine. We never show it to suppliers."),
        read_as=_("Budget for the first year"),
        required=False,
    )

    funding = LongText(
        _("Where would the money come from?"),
        noun=_("where the money would come from"),
        hint=_("Such as reserves, a grant or savings. Say what is agreed and what is hoped for."),
        read_as=_("Where the money would come from"),
        required=False,
    )
