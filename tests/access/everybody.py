"""Somebody in each role, each at a browser of their own, and one of each thing that has a page."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from readiness.accounts import audit, roles
from readiness.cases import access, comments, versions
from readiness.cases.models import AccessLink, Version
from readiness.catalogue.contents import contents
from readiness.catalogue.models import KINDS
from readiness.contact.models import Message, OfferedLesson
from readiness.desk.models import Deletion
from readiness.privacy.models import Erasure
from readiness.reports.models import Export
from readiness.voices.models import Round, Words
from tests.access.rows import Role
from tests.accounts.staff import Staff, member
from tests.addresses import Address
from tests.benefits.held import record
from tests.cases.builders import Answers, later_answers
from tests.people import Person, answers, case_with
from tests.reports.benefits_states import LOW
from tests.voices.asked import opens

NOW = timezone.now()
SHELVES = {"library-avenue": "avenue", "library-anxiety": "anxiety", "library-lesson": "lesson"}
SHELVES |= {"library-principle": "principle", "library-finding": "evidence"}
SHELVES |= {"library-other-way": "otherway"}


def every_answer() -> Answers:
    """An answer to every step of a case that comes to “not this”."""
    return answers({"time": LOW}) | later_answers()


class Everybody:
    """Whoever may knock at an address, and what is behind it.

    Alice's case has an answer to every step; it was sent, its end is in sight, and everything that
    can be added to a case was added.
    """

    def __init__(self, given: Answers | None = None) -> None:
        self.alice = Person()
        self.alice.join(case_with(given or every_answer()))
        self.case = self.alice.case
        self.version = versions.send(self.case, by="Alice", at=NOW, contents=contents())
        self.people: dict[Role, Person] = {Role.STRANGER: Person(), Role.OWNER: self.alice}
        self.people[Role.OTHER_OWNER] = Person()
        self.people[Role.OTHER_OWNER].begin()
        self._share()
        self._hire()
        self.things = dict(self._things())
        self.parts = self._parts()
        # What a press of the desk asks for, and of the other pages some; the rest say what is missing.
        self.typed = {"turn": "0", "step": "need", "place": "", "words": "Please say more."}
        self.typed |= {"key": "k", "checked": "Rang them", "email": "a@example.org"}
        self.typed |= {"certain": "on", "round": str(self.round.pk)}
        self.typed |= {"_selected_action": str(self.version.pk)}

    def _share(self) -> None:
        link = AccessLink.Role
        for role, held in (
            (Role.READER, {"role": link.READER}),
            (Role.EDITOR, {"role": link.EDITOR}),
            (Role.EDITOR_OF_ONE_STEP, {"role": link.EDITOR}),
        ):
            self.people[role] = Person()
            self.people[role].join(self.case, label=role, **held)
        self.case.links.filter(label=Role.EDITOR_OF_ONE_STEP).update(opens_at="control")

    def _hire(self) -> None:
        for role, held in (
            (Role.NO_ROLE, ()),
            (Role.HALF_WAY, roles.ROLES),
            (Role.NO_SECOND_STEP, roles.ROLES),
            (Role.CONSULTANT, [roles.CONSULTANT]),
            (Role.CONTENT_EDITOR, [roles.EDITOR]),
            (Role.ADMINISTRATOR, [roles.ADMINISTRATOR]),
        ):
            self.people[role] = person = Staff()
            user = member(role, *held, step=role != Role.NO_SECOND_STEP)
            if role in {Role.HALF_WAY, Role.NO_SECOND_STEP}:
                person.force_login(user)  # what a password alone could ever come to
            else:
                person.sign_in(user)
            setattr(self, role.name.lower(), user)

    def _things(self) -> Iterator[tuple[str, Any]]:
        """One of each kind that has its page in the admin, by the start of that page's name."""
        gone = {"reference": "ABCDEFGH", "reason": "spam", "words": "Spam.", "by": self.consultant}
        lesson = {"kind": "mistake", "what_happened": "This.", "what_was_learned": "That."}
        yield "cases_version", self.version
        yield "accounts_user", self.consultant
        yield "accounts_opening", audit.note_opening(self.consultant, self.version, NOW)
        yield "desk_deletion", Deletion.objects.create(**gone)
        yield "contact_message", Message.objects.create(about="help", words="Help.", digest="1")
        yield (
            "contact_offeredlesson",
            OfferedLesson.objects.create(**lesson, theme="money", digest="1"),
        )
        yield "privacy_erasure", Erasure.objects.create(reference="ABCDEFGH", why="asked")
        yield "voices_words", Words.objects.create(round=self._closed_round(), text="Ask us first.")
        for kind in KINDS:
            yield f"catalogue_{kind._meta.model_name}", kind.objects.first()

    def _closed_round(self) -> Round:
        closed = {"closed_at": NOW, "settled_at": NOW, "shown": True}
        return Round.objects.create(
            case=case_with({}), idea="notes", closes_on=NOW.date(), **closed
        )

    def _parts(self) -> dict[str, Any]:
        """What the parts of addresses stand for."""
        record(self.alice, 3)
        self.round = opens(self.alice)
        bob = AccessLink.objects.get(case=self.case, label=Role.EDITOR)
        visit = access.Visit(self.case, bob)
        said = {"step": "control", "place": "", "label": "", "words": "Who decides?"}
        _link, self.private = access.mint(self.case, via=AccessLink.Via.SHOWN, label="new", at=NOW)
        export = Export.objects.create(
            asked_by=self.consultant,
            versions=[self.version.pk],
            status="ready",
            stored_as=default_storage.save("exports/x.zip", ContentFile(b"PK")),
        )
        found = {"case_id": self.case.pk, "step": "control", "link_id": bob.pk, "months": 3}
        found |= {"group": "people"}
        found |= {"token": self.private.split("/")[-2], "code": self.round.code, "form": "pdf"}
        found |= {"supplier_id": self.case.suppliers.create(name="Elm").pk}
        found |= {"comment_id": comments.say(visit, at=NOW, **said).pk}
        found |= {"version_id": self.version.pk, "export_id": export.pk, "subject": "worries"}
        found |= {"content_type_id": ContentType.objects.get_for_model(Version).pk}
        return found | {"uidb36": "1", "key": "x", "url": "x", "object_id": self.version.pk}

    def url(self, address: Address) -> str:
        """The address, its parts filled in with what is there."""
        asked = "?with=1" if address.name == "version-compare" else ""
        return address.filled(self.parts | self._parts_of(address.name)) + asked

    def _parts_of(self, name: str) -> Mapping[str, Any]:
        if name in SHELVES:
            return {"slug": self.things[f"catalogue_{SHELVES[name]}"].slug}
        verb = "show" if name.endswith("_decide") else "take"
        route_of_a_thing = name.removeprefix("/admin/").replace("/", "_", 1)
        for start, thing in self.things.items():
            if route_of_a_thing.startswith((f"{start}_", f"{start}/")):
                return self._parts_of_a_thing(thing) | {"verb": verb}
        return {"verb": verb, "pk": 1} | ({"form": "csv"} if name == "insights-file" else {})

    @staticmethod
    def _parts_of_a_thing(thing: Any) -> dict[str, Any]:
        found = {"object_id": thing.pk, "pk": thing.pk, "first": thing.pk}
        if hasattr(thing, "history"):
            found["second"] = thing.history.first().pk
        return found
