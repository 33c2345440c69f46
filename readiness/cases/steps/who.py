"""Stage 1, ask the right questions: who we are."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, Email, Many, One, Text
from readiness.cases.number_fields import WholeNumber
from readiness.cases.steps.step import Page, Step


class AboutYou(Step):
    """About you."""

    page = Page(
        slug="about-you",
        name=_("About you"),
        title=_("Who is filling this in?"),
        intro=_("You can stop at any point. Your answers are saved each time you continue."),
        why=_(
            "Your role tells us how to put things. Your name helps colleagues who open the case. We do not need an account or a password."
        ),
        example=_(
            "Grace is the registered manager at Larch House. She gives her first name and her work e-mail. She takes her private link along, so she can carry on from home."
        ),
    )

    role = One(
        _("What is your role?"),
        choices=(
            Choice(
                "manager",
                _("Manager"),
                _("Such as a registered, home or service manager"),
            ),
            Choice("owner", _("Owner or director")),
            Choice(
                "senior-leader",
                _("Senior leader"),
                _("Such as a chief executive, or head of care or finance"),
            ),
            Choice("board-member", _("Board member or trustee")),
            Choice(
                "frontline",
                _("Frontline staff"),
                _("You work directly with the people you support"),
            ),
            Choice("other", _("Something else")),
        ),
        noun=_("your role"),
        hint=_("Choose the nearest one."),
        read_as=_("Your role"),
    )

    name = Text(
        _("What is your name?"),
        noun=_("your name"),
        hint=_("A first name is enough."),
        read_as=_("Your name"),
        required=False,
    )

    email = Email(
        _("What is your e-mail address?"),
        noun=_("the e-mail address"),
        hint=_(
            "We offer it when you take your private link along. We use it for your link and news of the review alone."
        ),
        read_as=_("Your e-mail address"),
        required=False,
    )


class Organisation(Step):
    """Your organisation."""

    page = Page(
        slug="organisation",
        name=_("Your organisation"),
        title=_("Your organisation"),
        why=_(
            "What is right for a home with 20 rooms can be wrong for 20 homes. Rules also differ between the four nations."
        ),
        example=_(
            "Larch House is one care home in two buildings, in England. It supports 48 people with 42 staff and 6 volunteers."
        ),
        sections={
            "name": _("What does your organisation do?"),
            "people_supported": _("How big is your organisation?"),
        },
    )

    name = Text(
        _("What is your organisation called?"),
        noun=_("the name of your organisation"),
        hint=_("It goes on the cover of your business case."),
        read_as=_("Organisation"),
    )

    services = Many(
        _("Which services do you run?"),
        choices=(
            Choice("care-home", _("Care home"), _("Without nursing")),
            Choice("nursing-home", _("Nursing home"), _("Care home with nursing")),
            Choice("home-care", _("Home care"), _("Care and support in people’s own homes")),
            Choice("supported-living", _("Supported living")),
            Choice("extra-care", _("Extra care or housing with care")),
            Choice(
                "day-service", _("Day service"), _("Such as a day centre, lunch club or activities")
            ),
            Choice(
                "community-health", _("Community health"), _("Such as district nursing or therapy")
            ),
            Choice("charity", _("Charity or community group")),
            Choice("housing", _("Housing"), _("Such as sheltered or retirement housing")),
            Choice("council", _("Council")),
            Choice("nhs", _("NHS")),
            Choice("other", _("Something else")),
        ),
        noun=_("the services"),
        hint=_("Choose all that fit."),
        read_as=_("Services"),
    )

    nation = One(
        _("Where do you work?"),
        choices=(
            Choice("england", _("England")),
            Choice("wales", _("Wales")),
            Choice("scotland", _("Scotland")),
            Choice("northern-ireland", _("Northern Ireland")),
        ),
        noun=_("where you work"),
        hint=_("If you work in more than one, choose where this decision matters most."),
        read_as=_("Nation"),
    )

    people_supported = WholeNumber(
        _("How many people do you support?"),
        least=1,
        most=1000000,
        like="48",
        noun=_("the number of people"),
        hint=_("On a usual day or week. A rough number is fine."),
        read_as=_("People supported"),
        suffix=_("people"),
    )

    staff = WholeNumber(
        _("How many paid staff do you have?"),
        least=1,
        most=1000000,
        like="42",
        noun=_("the number of staff"),
        hint=_("Count heads, not hours. Leave out agency staff."),
        read_as=_("Paid staff"),
        suffix=_("staff"),
    )

    volunteers = WholeNumber(
        _("How many volunteers do you have?"),
        least=0,
        most=1000000,
        like="6",
        noun=_("the number of volunteers"),
        hint=_("Enter 0 if you have none."),
        read_as=_("Volunteers"),
        suffix=_("volunteers"),
        required=False,
    )

    sites = WholeNumber(
        _("How many places do you work from?"),
        least=1,
        most=10000,
        like="2",
        noun=_("the number of places"),
        hint=_("Homes, offices or centres. People’s own homes do not count."),
        read_as=_("Places"),
    )
