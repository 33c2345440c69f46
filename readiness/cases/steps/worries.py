"""Stage 2, make the business case: the answer to each worry that was heard strongly."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import LongText, Many
from readiness.cases.steps.choices import GROUPS
from readiness.cases.steps.step import Page, Step

_INTRO = _("Read what others found and what your own figures say. Then write your answer.")


def _response(hint) -> LongText:
    """The question what will be done, with a hint of its own for each worry."""
    return LongText(
        _("What will you do about it?"),
        noun=_("what you will do about it"),
        hint=hint,
        read_as=_("What we will do"),
    )


class Worry(Step):
    """Who holds one worry, and what the organisation will do about it.

    Asked where the worry is strong or blocking.
    """

    reads_others = True

    who = Many(
        _("Who worries about this?"),
        choices=GROUPS,
        noun=_("the groups"),
        hint=_("Choose all that fit."),
        read_as=_("Who worries about it"),
    )

    @classmethod
    def applies(cls, answers):
        return answers.get("anxieties", {}).get(cls.anxiety(), 0) >= 2

    @classmethod
    def anxiety(cls) -> str:
        """The slug of the worry."""
        return cls.page.slug.removeprefix("anxiety-")


class ImproveProductivity(Worry):
    """Will it really improve productivity?"""

    page = Page(
        slug="anxiety-improve-productivity",
        name=_("Will it really improve productivity?"),
        title=_("“Will it really improve productivity?”"),
        intro=_INTRO,
        why=_(
            "Some services gained a lot and some gained nothing. How they worked often made the difference, more than the kit."
        ),
        example=_(
            "Larch House wrote: “We will time ten shifts again at three and six months. If notes do not get 5 minutes shorter, we will stop.”"
        ),
        worry="improve-productivity",
    )

    response = _response(_("Say what you will measure, and what you will do if it does not come."))


class FreeUpTime(Worry):
    """Will it really free up my time?"""

    page = Page(
        slug="anxiety-free-up-time",
        name=_("Will it really free up my time?"),
        title=_("“Will it really free up my time to do the job I want to do?”"),
        intro=_INTRO,
        why=_(
            "Time saved is easily eaten up by something else. Staff will ask who decides what it is used for."
        ),
        example=_(
            "Larch House wrote: “The time goes to being with people, not to more forms. Staff will choose what to do with it, and tell us monthly.”"
        ),
        worry="free-up-time",
    )

    response = _response(_("Say what the time will be used for, and who decides."))


class ReplacePeople(Worry):
    """Will it replace people?"""

    page = Page(
        slug="anxiety-replace-people",
        name=_("Will it replace people?"),
        title=_("“Will it replace people?”"),
        intro=_INTRO,
        why=_(
            "Staff fear for jobs. People and families fear for company and touch. They need a plain answer, in writing."
        ),
        example=_(
            "Tideway Care at Home wrote: “No visit will be cut because of this. No one’s pay or hours will fall. We will put it in the staff letter.”"
        ),
        worry="replace-people",
    )

    response = _response(_("Say what will not be cut, and put it as a promise."))


class CostMuch(Worry):
    """Will it cost much?"""

    page = Page(
        slug="anxiety-cost-much",
        name=_("Will it cost much?"),
        title=_("“Will it cost much?”"),
        intro=_INTRO,
        why=_(
            "Hidden costs have sunk good ideas. A whole-life figure with an allowance for surprises is the fair answer."
        ),
        example=_(
            "Larch House wrote: “It costs £30,030 in year one and £74,584 over five years, with 30% for surprises. It does not pay for itself in cash.”"
        ),
        worry="cost-much",
    )

    response = _response(_("Give the whole-life figure, and say what you will do if it rises."))


class DoingItYourself(Worry):
    """Is this just about doing it yourself?"""

    page = Page(
        slug="anxiety-doing-it-yourself",
        name=_("Is this just about doing it yourself?"),
        title=_("“This is really just about doing it yourself, isn’t it?”"),
        intro=_INTRO,
        why=_(
            "“Self-service” can mean freedom, or being left alone. It depends on the help around it, and on having another way."
        ),
        example=_(
            "The Lantern Club wrote: “Nobody has to use the website. The phone is answered each weekday from 10 to 3. A volunteer can book for you.”"
        ),
        worry="doing-it-yourself",
    )

    response = _response(_("Say what help people and staff will get, and what stays as it is."))


class FutureProof(Worry):
    """Can we future-proof it?"""

    page = Page(
        slug="anxiety-future-proof",
        name=_("Can we future-proof it?"),
        title=_("“This is a big investment. Can we future-proof it?”"),
        intro=_INTRO,
        why=_(
            "Nothing is future-proof. But you can make it easy to leave, and easy to take your records with you."
        ),
        example=_(
            "Larch House wrote: “We will sign for three years at most. We get our records back in an open format, and test that before we sign.”"
        ),
        worry="future-proof",
    )

    response = _response(_("Say how you would leave, and how you get your records back."))


class RigidProjectManagement(Worry):
    """We do not want a rigid project structure"""

    page = Page(
        slug="anxiety-rigid-project-management",
        name=_("We do not want a rigid project structure"),
        title=_("“We do not want a rigid project structure. That is not our style.”"),
        intro=_INTRO,
        why=_(
            "You do not need a thick manual. You do need someone in charge, a few dates, a way to hear trouble, and a rule for stopping."
        ),
        example=_(
            "The Lantern Club wrote: “One page on the kitchen wall. Five dates, a name beside each, and tea every second Thursday to talk about it.”"
        ),
        worry="rigid-project-management",
    )

    response = _response(_("Say how you will keep it light, and who is in charge."))


class TwoMembersOfStaff(Worry):
    """We could get two members of staff for that!"""

    page = Page(
        slug="anxiety-two-members-of-staff",
        name=_("We could get two members of staff for that!"),
        title=_("“We could get two members of staff for that!”"),
        intro=_INTRO,
        why=_(
            "It is the best question of all, and often a board member asks it. Sometimes the answer is yes."
        ),
        example=_(
            "Larch House wrote: “Two staff would cost £312,000 over five years and give 3,300 hours a year. This costs £74,584 and gives 2,378. But staff bring company, and this does not.”"
        ),
        worry="two-members-of-staff",
    )

    response = _response(_("Say what the figures do not show, too."))
