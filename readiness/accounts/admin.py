"""Staff accounts and the audit log in the admin, for administrators.

What allauth and Django would show there besides is taken out: sessions, secrets and addresses
are nobody else's business, and what a role may do stands in `roles.py`.
"""

from importlib import import_module
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.accounts import audit, people, second_step
from readiness.accounts.admin_forms import ADDED, CHANGED, AddForm, ChangeForm
from readiness.accounts.models import Opening, User
from readiness.accounts.paging import FirstThousand
from readiness.admin_bounds import Bounded

for module in ("allauth.account", "allauth.mfa", "allauth.usersessions", "django.contrib.auth"):
    import_module(f"{module}.admin")
admin.site.unregister([EmailAddress, Authenticator, UserSession, Group])

LINK = _(
    "Give %(who)s this address. They set their password there. It works once, for a day: %(link)s"
)


@admin.register(User)
class UserAdmin(Bounded, admin.ModelAdmin):
    """The staff. Nobody is deleted, as their name stands under what they did: they are switched off."""

    list_display = ("username", "name", "email", "role_names", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)
    change_form_template = "admin/accounts/user/person.html"

    def get_queryset(self, request: HttpRequest):
        return super().get_queryset(request).prefetch_related("groups")

    def get_form(self, request, obj=None, change=False, **options):
        options |= {"form": ChangeForm if obj else AddForm}
        return super().get_form(request, obj, change, **options)

    def get_fields(self, request, obj=None):
        return CHANGED if obj else ADDED

    @admin.display(description=_("name"), ordering="first_name")
    def name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description=_("roles"))
    def role_names(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())

    def lookup_allowed(self, lookup, value, request):
        # Or an administrator could guess at a password's hash, letter by letter.
        return not lookup.startswith("password") and super().lookup_allowed(lookup, value, request)

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not above and super().has_change_permission(request, obj)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and (not obj.is_active or "groups" in form.changed_data):
            second_step.end_everywhere(obj)
        deed = Opening.Deed.CHANGED if change else Opening.Deed.ADDED
        audit.note(request.user, deed, obj, timezone.now())
        if not change:
            self.tell_link(request, obj)

    def tell_link(self, request: HttpRequest, user: User) -> None:
        """Show the address where somebody sets their password, once."""
        words = gettext(str(LINK)) % {"who": user, "link": people.sign_in_link(user)}
        self.message_user(request, words, messages.WARNING)

    def get_urls(self):
        return [
            path(
                f"<int:pk>/{page}/",
                self.admin_site.admin_view(self.deed_view),
                {"page": page},
                name=f"accounts_user_{page.replace('-', '_')}",
            )
            for page in DEEDS
        ] + super().get_urls()

    def deed_view(self, request: HttpRequest, pk: int, page: str) -> HttpResponse:
        """Ask, and on a press of the button do it, note it and go back."""
        user = self.get_object(request, str(pk))
        if user is None:
            raise Http404
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        deed, title, words, button = DEEDS[page]
        if request.method == "POST":
            self.do(request, user, deed)
            return redirect(reverse("admin:accounts_user_change", args=[pk]))
        values = {"person": user, "title": title, "words": words, "button": button}
        values["final"] = deed == Opening.Deed.RESET
        values |= self.admin_site.each_context(request) | {"opts": self.opts}
        return TemplateResponse(request, "admin/accounts/user/deed.html", values)

    def do(self, request: Any, user: User, deed: str) -> None:
        """Give a link, or take the second step away; and note who did."""
        if deed == Opening.Deed.RESET:
            second_step.reset(user)
            self.message_user(request, _("They set up a new second step when they next sign in."))
        else:
            self.tell_link(request, user)
        audit.note(request.user, deed, user, timezone.now())


DEEDS = {
    "sign-in-link": (
        Opening.Deed.LINK,
        _("Give a new sign-in link"),
        _("You get an address for them, where they set a new password. It works once, for a day."),
        _("Make the link"),
    ),
    "second-step": (
        Opening.Deed.RESET,
        _("Reset the second step"),
        _(
            "Their app, passkeys and recovery codes stop working, and they are signed out "
            "everywhere. Whoever has their password can then set up a new second step. So speak "
            "to them first, and be sure that it is them."
        ),
        _("Reset it"),
    ),
}


@admin.register(Opening)
class OpeningAdmin(Bounded, admin.ModelAdmin):
    """The audit log, to read and not to touch."""

    list_display = ("at", "user", "deed", "label", "kind_name", "words")
    list_display_links = None
    list_filter = ("at", "deed", "user")
    list_select_related = ("user",)
    search_fields = ("label",)
    ordering = ("-at", "-pk")
    list_per_page = 100
    paginator = FirstThousand
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # which would count everything

    @admin.display(description=_("kind"))
    def kind_name(self, line: Opening) -> str:
        """What kind of thing it is, in words; as it is kept, where there is no such kind any more."""
        try:
            return str(apps.get_model(line.kind)._meta.verbose_name)
        except (LookupError, ValueError):
            return line.kind

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
