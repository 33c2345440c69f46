"""On a development set-up: a finished case to look at, a consultant to sign in as, where to start."""

import uuid

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone

from readiness.accounts import roles, second_step
from readiness.cases import access, case_file, versions
from readiness.cases.models import AccessLink, Case
from readiness.catalogue.contents import contents
from readiness.environment import kept_secret

DEMO_KEY = uuid.UUID("00000000-0000-4000-8000-000000000001")
CONSULTANT = "consultant"
LABEL = "the demo link"
SHOWN = 3  # of the ten codes


class Command(BaseCommand):
    help = (
        "Prints the start page, a fresh link to a finished demo case, and a demo sign-in; "
        "does nothing on a set-up that is not for development."
    )

    def handle(self, *args, **options):
        if not settings.DEVELOPMENT:
            return  # a sign-in that stands on a screen is for one's own machine
        case, now = Case.objects.filter(start_key=DEMO_KEY).first() or self.make(), timezone.now()
        case.links.filter(label=LABEL, revoked_at=None).update(revoked_at=now)
        _link, address = access.mint(case, via=AccessLink.Via.SHOWN, label=LABEL, at=now)
        password, codes = self.consultant()
        self.stdout.write(
            f"\nStart page:   {settings.PUBLIC_URL}{reverse('start')}\n"
            f"Demo case:    {address}\n"
            f"Admin:        {settings.PUBLIC_URL}{reverse('admin:index')}\n"
            f"Consultant:   {CONSULTANT}  password: {password}\n"
            f"Second step:  {'  '.join(codes[:SHOWN])}  (each code works once)\n"
        )

    def make(self) -> Case:
        """The demo case, sent as version 1."""
        now = timezone.now()
        case = case_file.imported((settings.FIXTURES / "demo.json").read_text(), at=now)
        Case.objects.filter(pk=case.pk).update(start_key=DEMO_KEY)
        versions.send(case, by="the demo", at=now, contents=contents())
        return case

    def consultant(self) -> tuple[str, list[str]]:
        """The demo consultant's password, and codes for the second step that work once each.

        The account is made where it is missing. The codes are new each time: the second step
        is asked of the demo as of everybody, and a code of an app would have run out by the
        time somebody reads it.
        """
        password = kept_secret(settings.VAR / "demo_password", letters=12)
        users = get_user_model().objects
        user = users.filter(username=CONSULTANT).first()
        if user is None:
            user = users.create_user(CONSULTANT, is_staff=True)
        if not user.check_password(password):
            user.set_password(password)
            user.save()
        roles.give(user, roles.CONSULTANT, roles.EDITOR)
        return password, second_step.set_up(user)
