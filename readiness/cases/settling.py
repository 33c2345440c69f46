"""What its people settle about a supplier brief before it goes: asked on its page, and no step."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, Day, Many
from readiness.cases.steps.step import Questions


class Settling(Questions):
    """By when suppliers reply, and that the brief may go to them."""

    reply_by = Day(
        _("By what day should suppliers reply?"),
        noun=_("the day by which suppliers should reply"),
        hint=_("Day, month and year, such as 14 3 2028. Give them three weeks or more."),
        required=False,
        sometimes=True,
    )
    ready = Many(
        _("Is it ready to send?"),
        choices=(
            Choice(
                "yes",
                _("Yes, ready to send"),
                _("We read it as a supplier would. It says nothing that we would rather keep."),
            ),
        ),
        noun=_("whether it is ready"),
        hint=_("Until you tick this, every page says that it is a draft."),
        required=False,
        sometimes=True,
    )

    def check_together(self) -> None:
        """Nobody can answer in time to a brief that does not say by when."""
        if self.answer("ready") and "reply_by" not in self.errors and not self.answer("reply_by"):
            self.fault("reply_by", self.fields["reply_by"].missing())
