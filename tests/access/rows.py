"""Who may open each address of the guide, and who may post to it: the whole of it, in one table.

Whoever adds an address adds its name to a row here; `test_every_address.py` fails until they do.
"""

from collections.abc import Iterator
from enum import StrEnum

from readiness.catalogue.models import KINDS
from readiness.reports.kinds import KINDS as PAPERS


class Role(StrEnum):
    """Everybody who may knock at an address."""

    STRANGER = "a stranger"
    OTHER_OWNER = "the owner of another case"
    READER = "a reader"
    EDITOR = "an editor"
    EDITOR_OF_ONE_STEP = "an editor who was asked for one step"
    OWNER = "the owner"
    HALF_WAY = "a consultant without their second step"
    NO_SECOND_STEP = "a consultant who has no second step yet"
    NO_ROLE = "somebody signed in without a role"
    CONSULTANT = "a consultant"
    CONTENT_EDITOR = "a content editor"
    ADMINISTRATOR = "an administrator"


Who = frozenset[Role]

ANYBODY, NOBODY = frozenset(Role), frozenset[Role]()
# The people of a case. A link that leads to one step opens the others too.
OWNER = frozenset({Role.OWNER})
EDIT = OWNER | {Role.EDITOR, Role.EDITOR_OF_ONE_STEP}
READ = EDIT | {Role.READER}
# Staff, once both steps are passed.
ADMIN = frozenset({Role.ADMINISTRATOR})
REVIEW = ADMIN | {Role.CONSULTANT}
WRITE = ADMIN | {Role.CONTENT_EDITOR}
STAFF = REVIEW | WRITE
SIGNED_IN = STAFF | {Role.NO_ROLE}
SETTING_UP = SIGNED_IN | {Role.NO_SECOND_STEP}
ITS_OWN = frozenset({Role.CONSULTANT})  # whoever asked for it, and not even an administrator

# Who may open, who may post, and the names of the addresses.
FOR_ALL = (
    (ANYBODY, ANYBODY, "health ready lost-link check-paper open"),
    (ANYBODY, NOBODY, "start questions privacy cookies accessibility terms who-we-are"),
    (NOBODY, ANYBODY, "begin leave"),  # a stranger leaves too, who holds nothing to let go of
    (NOBODY, NOBODY, "confirm"),  # for who has the token of a mail: tests/cases/test_links.py
    (ANYBODY, ANYBODY, "get-in-touch comment share-a-lesson"),
    (ANYBODY, NOBODY, "message-thanks comment-thanks lesson-thanks"),
    (ANYBODY, NOBODY, "library library-avenues library-anxieties library-lessons"),
    (ANYBODY, NOBODY, "library-principles library-evidence library-glossary library-search"),
    (ANYBODY, NOBODY, "library-glossary-second library-avenue library-anxiety library-lesson"),
    (ANYBODY, NOBODY, "library-principle library-finding library-other-way"),
    (ANYBODY, NOBODY, "voice-type-code voice"),
    (ANYBODY, ANYBODY, "voice-questions voice-check voice-send voice-take-back"),
)
OF_A_CASE = (
    (READ, NOBODY, "board"),
    (EDIT, NOBODY, "case check sent history benefits benefits-paper benefits-paper-file"),
    (EDIT, NOBODY, "voices voices-sheet voices-qr suppliers supplier-table supplier-history"),
    (EDIT, NOBODY, "supplier-brief-file"),
    (EDIT, EDIT, "voices-sheet-file voices-on-paper"),  # a post asks again for what was not made
    (EDIT, EDIT, "step talk"),
    (NOBODY, EDIT, "take-out-comment"),
    (EDIT, OWNER, "supplier-brief"),
    (OWNER, NOBODY, "save your-data everything"),
    (OWNER, OWNER, "submit decision next-case share change-link close-link hand-over"),
    (OWNER, OWNER, "erase-case benefits-review voices-open supplier-add supplier-choose"),
    (OWNER, OWNER, "supplier-costs supplier-replies supplier-prices supplier-references"),
    (OWNER, OWNER, "supplier-name supplier-remove"),
    (NOBODY, OWNER, "show-link set-address keep-case voices-close voices-quick"),
    *((READ, READ, f"board-{kind.path}") for kind in PAPERS.values()),
    *((EDIT, NOBODY, kind.path) for kind in PAPERS.values()),
    *((EDIT, EDIT, f"{kind.path}-file") for kind in PAPERS.values()),
)
SIGNING_IN = (
    (ANYBODY, ANYBODY, "account_login account_reset_password account_reset_password_from_key"),
    (ANYBODY, NOBODY, "account_inactive account_reset_password_done"),
    (ANYBODY, NOBODY, "account_reset_password_from_key_done"),
    # Whoever signs out is led to the door, as is whoever was never in.
    (SETTING_UP, NOBODY, "account_logout"),
    (SETTING_UP, NOBODY, "mfa_index"),
    (SETTING_UP, SETTING_UP, "mfa_activate_totp mfa_add_webauthn"),
    (SIGNED_IN, SIGNED_IN, "account_change_password account_reauthenticate usersessions_list"),
    (SIGNED_IN, SIGNED_IN, "mfa_authenticate mfa_reauthenticate mfa_reauthenticate_webauthn"),
    (SIGNED_IN, SIGNED_IN, "mfa_deactivate_totp mfa_generate_recovery_codes"),
    (SIGNED_IN, SIGNED_IN, "mfa_remove_webauthn mfa_edit_webauthn"),
    (SIGNED_IN, SIGNED_IN, "mfa_download_recovery_codes"),
    (SIGNED_IN, NOBODY, "mfa_view_recovery_codes mfa_list_webauthn"),
)
OF_STAFF = (
    (SIGNED_IN, SIGNED_IN, "index password_change"),
    (SIGNED_IN, NOBODY, "jsi18n password_change_done"),
    (SIGNED_IN, SIGNED_IN, "login"),
    (ANYBODY - SIGNED_IN, ANYBODY, "logout"),  # leads on to the admin, whoever is in or out
    (NOBODY, NOBODY, "autocomplete view_on_site /admin/(?P<url>.*)"),
    (STAFF, STAFF, "app_list:catalogue app_list:contact"),
    (REVIEW, REVIEW, "app_list:cases app_list:voices app_list:privacy"),
    (ADMIN, ADMIN, "app_list:accounts app_list:desk"),
    (REVIEW, NOBODY, "insights-first insights insights-file exports version-file version-compare"),
    (ITS_OWN, ITS_OWN, "export"),
    (ITS_OWN, NOBODY, "export-zip"),
    (NOBODY, REVIEW, "version-move version-comment version-note version-owner-link"),
    *((REVIEW, REVIEW, f"sent-{kind.path}") for kind in PAPERS.values()),
    (ADMIN, ADMIN, "accounts_user_sign_in_link accounts_user_second_step accounts_user_add"),
    (REVIEW, REVIEW, "contact_message_deed contact_offeredlesson_deed voices_words_decide"),
)
# The pages of each kind of thing in the admin: who may read it; its page takes a post of nobody.
READ_IN_THE_ADMIN = {
    "accounts_user": ADMIN,
    "accounts_opening": ADMIN,
    "cases_version": REVIEW,
    "contact_message": REVIEW,
    "contact_offeredlesson": STAFF,
    "desk_deletion": ADMIN,
    "privacy_erasure": REVIEW,
    "voices_words": REVIEW,
}


def rows() -> Iterator[tuple[str, Who, Who]]:
    """Each address by its name: who may open it, and who may post to it."""
    for may_open, may_post, names in (*FOR_ALL, *OF_A_CASE, *SIGNING_IN, *OF_STAFF):
        yield from ((name, may_open, may_post) for name in names.split())
    for thing, who in READ_IN_THE_ADMIN.items():
        yield from _of_a_thing(thing, who)
    for kind in KINDS:
        yield from _of_an_entry(f"catalogue_{kind._meta.model_name}")


def _of_a_thing(thing: str, who: Who) -> Iterator[tuple[str, Who, Who]]:
    app, model = thing.split("_")
    changed = ADMIN if thing == "accounts_user" else NOBODY
    yield f"{thing}_changelist", who, who
    yield f"{thing}_change", who, changed
    yield f"{thing}_history", who, who
    yield f"{thing}_delete", NOBODY, NOBODY
    if thing != "accounts_user":
        yield f"{thing}_add", NOBODY, NOBODY
    yield _old_address(app, model)


def _of_an_entry(entry: str) -> Iterator[tuple[str, Who, Who]]:
    """The pages of a kind of content, which consultants read and content editors write."""
    yield f"{entry}_changelist", STAFF, STAFF
    yield f"{entry}_change", STAFF, WRITE
    yield f"{entry}_history", STAFF, STAFF
    yield f"{entry}_simple_history", STAFF, WRITE
    yield f"{entry}_deleted", STAFF, STAFF
    yield f"{entry}_preview", STAFF, WRITE
    yield f"{entry}_add", WRITE, WRITE
    yield f"{entry}_delete", WRITE, WRITE
    yield _old_address(*entry.split("_"))


def _old_address(app: str, model: str) -> tuple[str, Who, Who]:
    """An address of Django's own from long ago, which leads on to the page of a thing, there or not."""
    return f"/admin/{app}/{model}/<path:object_id>/", SIGNED_IN, SIGNED_IN
