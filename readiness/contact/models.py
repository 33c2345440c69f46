"""What visitors write to us, and what staff do with it."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.models import Lesson

WAITS = Q(status__in=("new", "in-hand"))


def _held(name: str, *statuses: str) -> list[models.CheckConstraint]:
    """What holds for everything that is written to us, whatever becomes of it."""
    return [
        models.CheckConstraint(
            condition=Q(status__in=statuses), name=f"{name}_has_a_status_that_there_is"
        ),
        models.CheckConstraint(
            condition=~Q(status="in-hand") | Q(taken_by__isnull=False),
            name=f"{name}_in_hand_is_in_somebodys_hand",
        ),
        models.CheckConstraint(
            condition=~Q(status="new") | Q(taken_by__isnull=True),
            name=f"{name}_that_is_new_is_nobodys",
        ),
        models.CheckConstraint(
            condition=WAITS ^ Q(closed_at__isnull=False), name=f"{name}_is_closed_on_a_day"
        ),
    ]


def _day(at: datetime) -> str:
    return date_format(timezone.localdate(at), "j F Y")


class Sent(models.Model):
    """Something that a visitor sent. `digest` tells it from a second press of the same button."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    received_at = models.DateTimeField(_("received"), default=timezone.now, db_index=True)
    email = models.EmailField(_("e-mail"), max_length=200, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("taken by"),
    )
    closed_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        abstract = True
        ordering = ("-received_at", "-pk")


class Message(Sent):
    """A question, a complaint, or a comment on a page of the library. Never published."""

    class About(models.TextChoices):
        PAGE = "page", _("A comment on a page")
        HELP = "help", _("Help with the guide")
        WRONG = "wrong", _("Something that is wrong or missing")
        ACCESS = "access", _("Something that is hard to use")
        DATA = "data", _("What we keep about you, or a lesson to take back")
        OTHER = "other", _("Something else")

    class Status(models.TextChoices):
        NEW = "new", _("New")
        IN_HAND = "in-hand", _("In hand")
        CLOSED = "closed", _("Closed")

    about = models.CharField(_("about"), max_length=6, choices=About)
    page = models.CharField(_("page"), max_length=200, blank=True)  # its address, as /library/…
    page_title = models.CharField(_("page"), max_length=240, blank=True)  # as it was then
    reference = models.CharField(_("case"), max_length=20, blank=True)
    words = models.TextField(_("message"), max_length=2000)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.NEW)

    class Meta(Sent.Meta):
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = (
            *_held("message", "new", "in-hand", "closed"),
            models.CheckConstraint(
                condition=Q(about="page") ^ Q(page=""), name="a_comment_names_its_page"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_about_display()}, {_day(self.received_at)}"


class OfferedLesson(Sent):
    """What happened to somebody, and what they learned. Published only with their consent."""

    class Organisation(models.TextChoices):
        CARE_HOME = "care-home", _("A care home")
        HOME_CARE = "home-care", _("Home care")
        SUPPORTED_LIVING = "supported", _("Supported living")
        HOUSING = "housing", _("Housing with care")
        DAY_SERVICE = "day", _("A day service or club")
        CHARITY = "charity", _("A charity or community group")
        OTHER = "other", _("Another kind")

    class Status(models.TextChoices):
        NEW = "new", _("New")
        IN_HAND = "in-hand", _("In hand")
        PUBLISHED = "published", _("Published")
        NOT_USED = "not-used", _("Not used")
        WITHDRAWN = "withdrawn", _("Taken back")

    kind = models.CharField(_("how it went"), max_length=8, choices=Lesson.Kind)
    what_happened = models.TextField(_("what happened"), max_length=2000)
    what_was_learned = models.TextField(_("what was learned"), max_length=1000)
    theme = models.CharField(_("theme"), max_length=10, choices=Lesson.Theme)
    avenues = models.JSONField(_("technology"), default=list, blank=True)  # slugs
    organisation = models.CharField(
        _("organisation"), max_length=10, choices=Organisation, blank=True
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    consent = models.BooleanField(_("may be published"), default=False)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.NEW)
    reason = models.TextField(_("why it is not used"), blank=True)
    lesson = models.OneToOneField(
        Lesson, on_delete=models.SET_NULL, null=True, blank=True, related_name="offered"
    )

    class Meta(Sent.Meta):
        verbose_name = _("lesson that was offered")
        verbose_name_plural = _("lessons that were offered")
        permissions = (("publish_offeredlesson", "Can publish a lesson that was offered"),)
        constraints = (
            *_held("lesson", "new", "in-hand", "published", "not-used", "withdrawn"),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(consent=True),
                name="a_lesson_is_published_with_consent_alone",
            ),
            models.CheckConstraint(
                condition=Q(status="published") | Q(lesson__isnull=True),
                name="only_a_published_lesson_is_in_the_library",
            ),
            models.CheckConstraint(
                condition=Q(status="not-used") ^ Q(reason=""), name="a_lesson_not_used_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_theme_display()}, {_day(self.received_at)}"


class Deed(models.Model):
    """What somebody did with one thing that was sent. The deeds are its history."""

    class Verb(models.TextChoices):
        TAKE = "take", _("took it")
        PUT_BACK = "put-back", _("put it back")
        CLOSE = "close", _("closed it")
        REOPEN = "reopen", _("reopened it")
        NOT_USE = "not-use", _("decided not to use it")
        PUBLISH = "publish", _("published it")
        WITHDRAW = "withdraw", _("took it out of the library")

    message = models.ForeignKey(
        Message, on_delete=models.CASCADE, null=True, blank=True, related_name="deeds"
    )
    offered = models.ForeignKey(
        OfferedLesson, on_delete=models.CASCADE, null=True, blank=True, related_name="deeds"
    )
    verb = models.CharField(max_length=10, choices=Verb)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(message__isnull=True) ^ Q(offered__isnull=True),
                name="a_deed_is_done_with_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.by} {self.get_verb_display()}"
