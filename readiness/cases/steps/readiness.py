"""Stage 2, make the business case: are we ready? Nine dimensions, three statements each."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, LongText, One, OneNumber
from readiness.cases.steps.choices import LEVELS
from readiness.cases.steps.step import Page, Step


def _level() -> OneNumber:
    """Which of four descriptions is most like us; the words come from the catalogue."""
    return OneNumber(
        _("Which is most like you today?"), choices=LEVELS, noun=_("what is most like you")
    )


class Readiness(Step):
    """Where we are in one dimension, and whether that is good enough for this."""

    s1, s2, s3 = _level(), _level(), _level()

    good_enough = One(
        _("Is this good enough for you, for this?"),
        choices=(
            Choice("yes", _("Yes, good enough for this")),
            Choice("no", _("No, not yet"), _("We list what to do next")),
        ),
        noun=_("whether this is good enough"),
        hint=_("Not everything has to be perfect. Think of what you want to do here."),
        read_as=_("Good enough for this"),
    )
    note = LongText(
        _("Is there anything to add?"),
        noun=_("your note"),
        hint=_("Such as what you have in hand, or why it is fine."),
        read_as=_("Note"),
        required=False,
    )

    def dress(self, contents):
        statements = contents.dimensions[self.dimension()].statements
        for name, statement in zip(("s1", "s2", "s3"), statements, strict=True):
            question = self.fields[name]
            question.label = statement["statement"]
            question.read_as = statement["name"]
            question.choices = tuple(Choice(n, text) for n, text in enumerate(statement["levels"]))

    @classmethod
    def dimension(cls) -> str:
        """The slug of the dimension."""
        return cls.page.slug.removeprefix("readiness-")


class Purpose(Readiness):
    """Purpose."""

    page = Page(
        slug="readiness-purpose",
        name=_("Purpose"),
        title=_("Do we know why we are doing this?"),
        intro=_("A clear need, one person who owns it, and a way to tell if it worked."),
        why=_(
            "Projects go wrong when technology is chosen before the basics are thought through. A clear purpose costs nothing."
        ),
        example=_(
            "At Larch House, three managers wrote the need down apart from each other. They got three different answers. An hour’s talk brought them to one."
        ),
        findings=(
            "codesign-aged-care-system-worked",
            "nao-25-years-underperformance",
            "magpie-effect",
        ),
        theme="not-an-it-project",
    )


class WholeOrganisation(Readiness):
    """The whole organisation."""

    page = Page(
        slug="readiness-whole-organisation",
        name=_("The whole organisation"),
        title=_("Is the whole organisation in it?"),
        intro=_("Leaders, staff on every shift, and the people who hold the purse and the plugs."),
        why=_(
            "This is not an IT project. It changes rotas, budgets, training and daily care, so all of those people must be in it."
        ),
        example=_(
            "At Tideway Care at Home, finance found out about new phones from the first bill. The next time, they were at the first meeting."
        ),
        findings=(
            "barnsley-carers-helped-design",
            "social-workers-not-consulted",
            "crm-politics-and-ownership",
        ),
        theme="not-an-it-project",
    )


class PeopleAndControl(Readiness):
    """People and control."""

    page = Page(
        slug="readiness-people-and-control",
        name=_("People and control"),
        title=_("Will people be more in control?"),
        intro=_("A say in it, a real choice, and respect for what is private."),
        why=_(
            "Technology can give people more choice, or take it away without anyone meaning to. People should be asked first."
        ),
        example=_(
            "At Mill Court, tenants said yes to door sensors and no to bedroom ones. Staff had thought that it would be the other way round."
        ),
        findings=(
            "tablets-with-help-double-internet-use",
            "care-data-closed-1-5m-optouts",
            "tappi-co-production",
        ),
        worry="replace-people",
    )


class Inclusion(Readiness):
    """Inclusion."""

    page = Page(
        slug="readiness-inclusion",
        name=_("Inclusion"),
        title=_("Will anyone be left out?"),
        intro=_("Knowing who is at risk, another way in, and help that reaches people."),
        why=_(
            "Much technology is made with someone else in mind. Some people are shut out, and nobody meant it. So ask, and do not assume."
        ),
        example=_(
            "The Lantern Club counted: 30 of 90 members have no internet. It kept the phone line, and now has a volunteer who books for people."
        ),
        findings=(
            "wales-video-consulting-low-tech-barriers",
            "over65s-eight-basic-tasks",
            "over65s-not-online",
        ),
        worry="doing-it-yourself",
    )


class SkillsAndWaysOfWorking(Readiness):
    """Skills and ways of working."""

    page = Page(
        slug="readiness-skills-and-ways-of-working",
        name=_("Skills and ways of working"),
        title=_("Do we have the skills and the time to learn?"),
        intro=_("Knowing what people can do, paid time to learn, and better ways of working."),
        why=_(
            "It takes a different approach and different skills. That is often more than anyone expected."
        ),
        example=_(
            "At Larch House all staff said they were fine with phones. When they tried it, a third could not find the app. An hour in pairs put it right."
        ),
        findings=(
            "wcs-extra-hour-per-carer",
            "crm-training-gap-three-days",
            "managers-and-staff-disagree-on-skills",
        ),
        worry="free-up-time",
    )


class Foundations(Readiness):
    """Foundations."""

    page = Page(
        slug="readiness-foundations",
        name=_("Foundations"),
        title=_("Are the basics in place?"),
        intro=_("Connection, devices, and keeping people’s details safe."),
        why=_("Weak Wi-Fi or too few devices can undo the best system. A break-in can stop care."),
        example=_(
            "Larch House walked both buildings with a phone in hand. There was no Wi-Fi on the upper floor. That went into the costs."
        ),
        findings=(
            "get-connected-grant-sizes",
            "care-software-ransomware-fine",
            "swiss-nursing-homes-not-enough-computers",
        ),
        worry="doing-it-yourself",
    )


class Information(Readiness):
    """Information."""

    page = Page(
        slug="readiness-information",
        name=_("Information"),
        title=_("Can we trust and use what we write down?"),
        intro=_("Written once, used by people, and able to move with the person."),
        why=_(
            "Old mistakes copied into a new system are still mistakes. And information that nobody uses is only work."
        ),
        example=_(
            "Before moving its records, Larch House checked ten care plans. Four had an old GP. Tidying took two weeks and was well worth it."
        ),
        findings=(
            "wcs-data-as-improvement-tool",
            "council-case-system-nobody-owned",
            "having-a-record-is-not-sharing-it",
        ),
        worry="future-proof",
    )


class MoneyAndMarket(Readiness):
    """Money and market."""

    page = Page(
        slug="readiness-money-and-market",
        name=_("Money and market"),
        title=_("Do we know what it costs and how to buy it?"),
        intro=_("The whole cost, advice you can trust, and a way out."),
        why=_(
            "Much advice comes from people with something to sell. Knowing your costs and your way out keeps you in charge."
        ),
        example=_(
            "Tideway Care at Home asked two agencies to show what they use. One had left its supplier. That talk was worth more than three demos."
        ),
        findings=(
            "get-connected-grant-sizes",
            "npfit-contract-lock-in",
            "small-providers-cannot-get-neutral-advice",
        ),
        worry="cost-much",
    )


class ChangeAndLearning(Readiness):
    """Change and learning."""

    page = Page(
        slug="readiness-change-and-learning",
        name=_("Change and learning"),
        title=_("Are we good at changing things?"),
        intro=_("Room for it, small steps, and the nerve to stop."),
        why=_(
            "Much of what others learned is simply good practice in change. A light touch is fine, but no touch is not."
        ),
        example=_(
            "The Lantern Club tried texts with ten members first. Three hated them. It kept phone calls for those who wanted them, and went on."
        ),
        findings=(
            "barnsley-carers-helped-design",
            "birmingham-go-live-on-red",
            "small-steps-principle",
        ),
        worry="rigid-project-management",
    )
