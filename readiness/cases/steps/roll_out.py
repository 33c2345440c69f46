"""Stage 4, roll out: what changes for people, how you go about it, and how you will know."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, LongText, Month, One, Text
from readiness.cases.steps.choices import OutcomeNumber
from readiness.cases.steps.step import Page, Questions, RowsStep, Step


class PeopleChange(Step):
    """What changes for people."""

    page = Page(
        slug="people-change",
        name=_("What changes for people"),
        title=_("What will change for people?"),
        intro=_(
            "Say what each person will do differently. That is the real work, more than the kit."
        ),
        why=_(
            "It takes a different way of working from staff, volunteers and the people you support. That is often bigger than anyone expected."
        ),
        example=_(
            "At Larch House carers will write notes beside the person, and not at the desk. Residents can ask to read them. Joy on days and Sam on nights will help."
        ),
        findings=(
            "codesign-nurses-writing-time-fell",
            "robots-create-work",
            "crm-training-gap-three-days",
        ),
        sections={
            "sponsor": _("Who will lead it?"),
            "staff_change": _("What will people do differently?"),
            "support": _("Who will help those who find it hard?"),
        },
    )

    sponsor = Text(
        _("Who is the senior person in charge?"),
        noun=_("who is in charge"),
        hint=_("Their name and role. Not the IT lead alone."),
        read_as=_("In charge"),
    )
    champions = Text(
        _("Who will help from day to day?"),
        noun=_("who will help"),
        hint=_("Someone on every shift, nights and weekends too."),
        read_as=_("Champions"),
        required=False,
    )
    staff_change = LongText(
        _("What will staff do differently?"),
        noun=_("what staff will do differently"),
        hint=_("Say what they stop doing as well as what they start."),
        read_as=_("What changes for staff"),
    )
    volunteer_change = LongText(
        _("What will volunteers do differently?"),
        noun=_("what volunteers will do differently"),
        hint=_("Leave it empty if you have none."),
        read_as=_("What changes for volunteers"),
        required=False,
    )
    people_change = LongText(
        _("What will the people you support do differently?"),
        noun=_("what the people you support will do differently"),
        hint=_("If nothing, say what they will notice."),
        read_as=_("What changes for people you support"),
    )
    support = LongText(
        _("What help will there be for those who find it hard?"),
        noun=_("what help there will be"),
        hint=_("Who sits with them, for how long, and what if it still does not work?"),
        read_as=_("Help for those who find it hard"),
    )


class Plan(Step):
    """How you will go about it."""

    page = Page(
        slug="plan",
        name=_("How you will go about it"),
        title=_("How will you go about it?"),
        intro=_("Keep it light. Four answers are enough for a plan."),
        why=_(
            "Stopping is hard once money is spent. If you agree now what would make you stop, nobody has to be brave later."
        ),
        example=_(
            "Larch House starts with one building in September. Staff talk about it each Friday. It stops if medicine errors rise, or if notes take longer after 12 weeks."
        ),
        findings=(
            "small-steps-principle",
            "wcs-extra-hour-per-carer",
            "birmingham-go-live-on-red",
        ),
        sections={
            "style": _("How and when will you start?"),
            "feedback": _("How will you listen, and when would you stop?"),
        },
    )

    style = One(
        _("How will you start?"),
        choices=(
            Choice(
                "pilot",
                _("Try it small first"),
                _("One team or one building, then decide again"),
            ),
            Choice("phased", _("Bit by bit"), _("Team after team, with time to learn between")),
            Choice(
                "all-at-once",
                _("All at once"),
                _("Everyone changes on one day. Harder to undo"),
            ),
        ),
        noun=_("how you will start"),
        read_as=_("How you will start"),
    )
    start = Month(
        _("When will you start?"),
        noun=_("the start"),
        hint=_("Month and year. Keep clear of busy times such as Christmas."),
        read_as=_("Start"),
    )
    feedback = LongText(
        _("How will you hear what people think?"),
        noun=_("how you will hear what people think"),
        hint=_("Say how often, who asks, and who can put things right."),
        read_as=_("How you will listen"),
    )
    stop_rule = LongText(
        _("What would make you stop?"),
        noun=_("what would make you stop"),
        hint=_("A figure and a date is best, and anything that harms someone."),
        read_as=_("What would make you stop"),
    )


class Milestone(Questions):
    """One row of dates."""

    what = Text(_("What will be done?"), noun=_("what will be done"), read_as=_("What"))
    who = Text(
        _("Who will do it?"),
        noun=_("who will do it"),
        hint=_("One person or role."),
        read_as=_("Who"),
    )
    when = Month(
        _("By when?"),
        noun=_("the date"),
        hint=_("Month and year, such as 9 2027."),
        read_as=_("By when"),
    )


class Milestones(RowsStep):
    """Dates."""

    reads_others = True

    page = Page(
        slug="milestones",
        name=_("Dates"),
        title=_("What happens when?"),
        intro=_(
            "A few dates with a name beside each are enough. We have made a start from your plan. Change it as you like."
        ),
        why=_(
            "Things happen when one person has said they will do it. Suppliers slip too, so leave some room."
        ),
        example=_(
            "Wi-Fi checked in both buildings: Sam, July. Everyone on days has learned it: Joy, September. First review: Grace, December."
        ),
        findings=(
            "small-steps-617-projects",
            "council-billing-delays-4-2m",
            "crm-takes-one-to-four-years",
        ),
    )
    form = Milestone
    row_name = _("Date")
    add = _("Add another date")
    min_num, max_num = 1, 10


class Tracked(Questions):
    """One row of tracking."""

    outcome = OutcomeNumber(
        _("Which outcome?"),
        noun=_("an outcome"),
        hint=_("Choose from the outcomes that you listed."),
        read_as=_("Outcome"),
    )
    who = Text(
        _("Who will look?"),
        noun=_("who will look"),
        hint=_("One person or role."),
        read_as=_("Who looks"),
    )
    first_review = Month(
        _("When will they first look?"),
        noun=_("the first look"),
        hint=_("Month and year. Leave time for people to learn it."),
        read_as=_("First look"),
    )
    method = Text(
        _("How will they look?"),
        noun=_("how they will look"),
        hint=_("The same way as you measured it before."),
        read_as=_("How"),
        required=False,
    )


class Tracking(RowsStep):
    """Is it working?"""

    reads_others = True

    page = Page(
        slug="tracking",
        name=_("Is it working?"),
        title=_("How will you know it is working?"),
        intro=_(
            "For each outcome, say who will look and when. We have made a row for each of your outcomes."
        ),
        why=_(
            "Without a date and a name, nobody looks. What you find out helps you mend it, or stop in time."
        ),
        example=_(
            "Outcome 1, time with people: Joy times ten shifts in December, the same way as in March."
        ),
        findings=(
            "wcs-data-as-improvement-tool",
            "lip-hard-to-evidence-savings",
            "npc-too-much-pressure",
        ),
    )
    form = Tracked
    row_name = _("Check")
    add = _("Add another check")
    min_num, max_num = 1, 5

    def clean(self):
        """An outcome is tracked once: the later row is at fault."""
        seen = set()
        for form in self.forms:
            number = form.answer("outcome") if form.has_changed() else None
            if number in seen:
                form.fault("outcome", _("Choose each outcome only once"))
            elif number:
                seen.add(number)
