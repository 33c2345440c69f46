"""Staff, and the log of what they opened."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A member of staff. The people who fill in a case have no account.

    What somebody may do comes from their roles, which are groups: see `roles.py`.
    """

    # How often every sign-in so far was ended: one from before does not count any more.
    sign_ins_ended = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("member of staff")
        verbose_name_plural = _("staff")

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def end_sign_ins(self) -> None:
        """End every sign-in of this person so far, wherever it is open."""
        self.sign_ins_ended = models.F("sign_ins_ended") + 1
        self.save(update_fields=["sign_ins_ended"])
        self.refresh_from_db(fields=["sign_ins_ended"])

    @classmethod
    def end_all_sign_ins(cls) -> int:
        """End every sign-in of everybody; how many they are."""
        return cls.objects.update(sign_ins_ended=models.F("sign_ins_ended") + 1)


class Opening(models.Model):
    """One line of the audit log: who opened what, or did what to an account, and when.

    It names what was opened and holds no link to it, so that it stays when a case goes. No
    address is kept.
    """

    class Deed(models.TextChoices):
        OPENED = "opened", _("opened")
        EXPORTED = "exported", _("exported")
        ADDED = "added", _("added the account")
        CHANGED = "changed", _("changed the account")
        LINK = "link", _("gave a new sign-in link")
        RESET = "reset", _("reset the second step")
        OWNER_LINK = "owner-link", _("gave a new owner’s link")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("who")
    )
    deed = models.CharField(_("did"), max_length=10, choices=Deed, default=Deed.OPENED)
    kind = models.CharField(max_length=80)  # the model, as “cases.version”
    key = models.CharField(max_length=40)  # its primary key
    label = models.CharField(_("what"), max_length=240)
    words = models.CharField(_("said with it"), max_length=200, blank=True)  # how it was checked
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("line of the audit log")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="openings_by_time"),
            models.Index(fields=["user", "-at"], name="openings_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.get_deed_display()}: {self.label}"
