"""What an owner types to have a case erased."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.cases.check_codes import tidied
from readiness.cases.fields import Text
from readiness.cases.steps.step import Questions


class Reference(Text):
    """The reference of this case, however its letters are set."""

    is_own_words = False

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.right = ""

    def kept(self, value):
        if tidied(value) != self.right:
            raise ValidationError(
                gettext("Enter the reference of this case, which is %s") % self.right
            )
        return self.right


class EraseForm(Questions):
    """Whoever types the reference does not press the button by mistake."""

    reference = Reference(_("The reference of this case"), noun=_("the reference of this case"))

    def __init__(self, *args, reference: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reference"].right = reference
        self.fields["reference"].hint = gettext("It is %s. Typing it shows that you mean it.") % (
            reference
        )
