"""Stage 1, ask the right questions: choice and control, who may be left out, who was asked."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, LongText, Many, One
from readiness.cases.steps.choices import GROUPS_OR_SUPPLIER, INVOLVED, MORE_OR_LESS
from readiness.cases.steps.step import Page, Step


class Control(Step):
    """Choice and control."""

    page = Page(
        slug="control",
        name=_("Choice and control"),
        title=_("Who will be in control?"),
        intro=_(
            "Technology can move decisions from one person to another. Say who decides now, and who will."
        ),
        why=_(
            "Technology can give people more choice, or quietly take it away. It is easier to put right before you buy."
        ),
        example=_(
            "At Mill Court, staff decide when each person gets a call. In future, people choose the time themselves. They can change it by phone or by asking."
        ),
        findings=(
            "tablets-with-help-double-internet-use",
            "care-data-closed-1-5m-optouts",
            "ecm-used-to-cut-cost",
        ),
        worry="replace-people",
        sections={
            "decides_now": _("Who decides, now and after?"),
            "change": _("Will people have more choice?"),
        },
    )

    decides_now = One(
        _("Who decides now?"),
        choices=GROUPS_OR_SUPPLIER,
        noun=_("who decides now"),
        hint=_("Think of the choices that this problem touches most."),
        read_as=_("Who decides now"),
    )

    decides_after = One(
        _("Who will decide afterwards?"),
        choices=GROUPS_OR_SUPPLIER,
        noun=_("who will decide afterwards"),
        hint=_("Be honest if the answer is a supplier or its settings."),
        read_as=_("Who decides afterwards"),
    )

    change = One(
        _("How will choice and control change for the people you support?"),
        choices=MORE_OR_LESS,
        noun=_("how choice and control will change"),
        read_as=_("Choice and control for people"),
    )

    how = LongText(
        _("How will they notice it?"),
        noun=_("how people will notice it"),
        hint=_("Say what they can choose, change or refuse."),
        read_as=_("How people will notice it"),
    )


class Inclusion(Step):
    """Who might be left out."""

    page = Page(
        slug="inclusion",
        name=_("Who might be left out"),
        title=_("Who might be left out?"),
        intro=_("Think of people you support, families, staff and volunteers."),
        why=_(
            "Technology is often made without these people in mind. A way that does not need technology keeps them in."
        ),
        example=_(
            "At the Lantern Club, 30 of 90 members have no internet at home. The phone line stays. A volunteer helps at each session."
        ),
        findings=(
            "wales-video-consulting-low-tech-barriers",
            "over65s-eight-basic-tasks",
            "over65s-not-online",
        ),
        worry="doing-it-yourself",
        sections={"alternative": _("Will there be another way?")},
    )

    at_risk = Many(
        _("Who might find it hard, or be left out?"),
        choices=(
            Choice("dementia", _("People living with dementia")),
            Choice("learning-disability", _("People with a learning disability")),
            Choice("sensory-loss", _("People who cannot see or hear well")),
            Choice("physical-disability", _("People with a physical disability")),
            Choice("mental-health", _("People with mental health needs")),
            Choice("no-internet", _("People with no internet")),
            Choice("no-device", _("People with no phone, tablet or computer of their own")),
            Choice("low-confidence", _("People who are not sure of themselves with technology")),
            Choice(
                "language",
                _("People who use another language"),
                _("Including British Sign Language"),
            ),
            Choice("low-income", _("People on a low income")),
            Choice(
                "staff-low-confidence",
                _("Staff or volunteers who are not sure of themselves with technology"),
            ),
            Choice("rural", _("People where the signal is poor")),
            Choice("other", _("Someone else"), _("Say who on this page")),
            Choice("none", _("Nobody, and we asked")),
        ),
        alone="none",
        noun=_("who might be left out"),
        hint=_("Choose all that fit. Leave it empty if you have not asked yet."),
        read_as=_("Who might be left out"),
        required=False,
    )

    barriers = LongText(
        _("What would get in their way?"),
        noun=_("what gets in their way"),
        hint=_("Say what makes it hard, not what is wrong with the person."),
        read_as=_("What gets in their way"),
        required=False,
    )

    alternative = One(
        _("Will there be a way that does not need the technology?"),
        choices=(
            Choice("in-place", _("Yes, it is there now")),
            Choice("planned", _("Yes, we plan one")),
            Choice("none", _("No"), _("Say why below")),
        ),
        noun=_("whether there will be another way"),
        hint=_("Such as paper, a phone call or a person."),
        read_as=_("Another way"),
    )

    alternative_detail = LongText(
        _("What is the other way, or why is there none?"),
        noun=_("what the other way is, or why there is none"),
        read_as=_("The other way"),
        hint=_("Needed where you named anybody above."),
        required=False,
        sometimes=True,
    )

    def check_together(self):
        named = set(self.answer("at_risk") or []) - {"none"}
        if named and not self.partial and not self.answer("alternative_detail"):
            detail = self.fields["alternative_detail"]
            self.fault("alternative_detail", detail.missing())


class Involvement(Step):
    """Who has been involved."""

    page = Page(
        slug="involvement",
        name=_("Who has been involved"),
        title=_("Who has been involved so far?"),
        intro=_("Choose one answer for each group. “Not yet” is an honest answer."),
        why=_(
            "This is not an IT project. It changes the work and the lives of many people, and they know what will go wrong. Asking early costs little."
        ),
        example=_(
            "Larch House asked 12 staff and 5 relatives in one week. Two carers helped to shape the need. Nobody who lives there had been asked yet, so that came next."
        ),
        findings=(
            "barnsley-carers-helped-design",
            "social-workers-not-consulted",
            "codesign-aged-care-system-worked",
        ),
        theme="not-an-it-project",
        sections={
            "people": _("Have people, families and the team been involved?"),
            "finance": _("Who else has been involved?"),
        },
    )

    people = One(
        _("People who draw on care and support"),
        choices=INVOLVED,
        inline=True,
        noun=_("how far people who draw on care have been involved"),
        hint=_("The people you support"),
        read_as=_("People who draw on care"),
    )

    families = One(
        _("Families and friends"),
        choices=INVOLVED,
        inline=True,
        noun=_("how far families have been involved"),
        hint=_("Including unpaid carers"),
        read_as=_("Families"),
    )

    frontline = One(
        _("Frontline staff"),
        choices=INVOLVED,
        inline=True,
        noun=_("how far frontline staff have been involved"),
        hint=_("On all shifts, nights too"),
    )

    volunteers = One(
        _("Volunteers"),
        choices=INVOLVED,
        inline=True,
        noun=_("how far volunteers have been involved"),
    )

    managers = One(
        _("Managers"),
        choices=INVOLVED,
        inline=True,
        noun=_("how far managers have been involved"),
        hint=_("Including team leaders and seniors"),
    )

    finance = One(
        _("Finance"),
        choices=INVOLVED,
        inline=True,
        noun=_("how far finance has been involved"),
        hint=_("Whoever pays the bills and does the budget"),
    )

    it = One(
        _("IT"),
        choices=INVOLVED,
        inline=True,
        noun=_("how far IT has been involved"),
        hint=_("Whoever looks after computers, phones and Wi-Fi"),
    )

    board = One(
        _("Board or trustees"),
        choices=INVOLVED,
        inline=True,
        noun=_("how far the board has been involved"),
        hint=_("Or the owners"),
        read_as=_("Board"),
    )

    professionals = One(
        _("Outside professionals"),
        choices=INVOLVED,
        inline=True,
        noun=_("how far outside professionals have been involved"),
        hint=_("Social workers, nurses, therapists, GPs"),
    )

    commissioners = One(
        _("Commissioners"),
        choices=INVOLVED,
        inline=True,
        noun=_("how far commissioners have been involved"),
        hint=_("Councils and NHS bodies that pay for care"),
    )
