"""The forms by which administrators add and change staff."""

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from readiness.accounts import people, roles
from readiness.accounts.models import User

ADDED = ("first_name", "last_name", "email", "groups")
CHANGED = ("username", *ADDED, "is_active")


class Roles(forms.ModelMultipleChoiceField):
    """Which roles somebody holds, each with what it may do."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options) -> None:
        super().__init__(Group.objects.order_by("name"), **options)

    def label_from_instance(self, group: Group) -> str:
        return str(roles.ROLES.get(group.name, group.name))


class AddForm(forms.ModelForm):
    """Somebody new: the user name is made of their name."""

    groups = Roles(label=_("Roles"))

    class Meta:
        model = User
        fields = ADDED

    def clean(self) -> dict:
        found = super().clean() or {}
        name = f"{found.get('first_name', '')} {found.get('last_name', '')}"
        try:
            self.instance.username = people.free_name(name)
        except ValueError:
            raise ValidationError(_("Enter a name with a letter from a to z.")) from None
        self.instance.is_staff = True
        if not self.instance.password:
            self.instance.set_unusable_password()
        return found


class ChangeForm(forms.ModelForm):
    """Somebody who is there. No password: whoever needs one gets a link."""

    groups = Roles(label=_("Roles"))

    class Meta:
        model = User
        fields = CHANGED

    def clean(self) -> dict:
        """Somebody has to be able to let others in: the last administrator stays one."""
        found = super().clean() or {}
        was = User.objects.filter(pk=self.instance.pk).first()
        stays = found.get("is_active") and roles.ADMINISTRATOR in {
            group.name for group in found.get("groups", ())
        }
        if not stays and was and roles.is_last_administrator(was):
            raise ValidationError(
                _("This is the last administrator. Make somebody else one first.")
            )
        return found
