"""Add a consultant from the terminal: the first one, who adds the others on a page."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from readiness.accounts import audit, people, roles
from readiness.accounts.models import Opening


class Command(BaseCommand):
    help = (
        "Adds a consultant, and prints an address where they set their password. The first one "
        "also becomes an administrator."
    )

    def add_arguments(self, parser):
        parser.add_argument("--name", default="", help="their name, such as “Dawn Price”")
        parser.add_argument("--email", default="", help="their e-mail address, if they have one")

    def handle(self, *args, name: str, email: str, **options):
        if not name:
            name, email = input("Their name: "), input("Their e-mail address, or nothing: ")
        role = roles.ADMINISTRATOR if people.nobody_administers() else roles.CONSULTANT
        try:
            user = people.add(name, email, role)
        except ValidationError as fault:
            raise CommandError(" ".join(fault.messages)) from None
        except ValueError:
            raise CommandError("A name needs a letter from a to z.") from None
        audit.note(user, Opening.Deed.ADDED, user, timezone.now())
        self.stdout.write(
            f"\nAdded {user}, with the role “{role}” and the user name “{user.username}”.\n"
            f"Give them this address. It works once, for a day:\n\n"
            f"{people.sign_in_link(user)}\n"
        )
