"""What visitors wrote, in the admin: two lists, and a page for each thing with what can be done."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from readiness.accounts import audit
from readiness.accounts.paging import FirstThousand
from readiness.admin_bounds import LONGEST_KEY, Bounded
from readiness.contact import handling, page, publishing
from readiness.contact.handling import Hand, Refused
from readiness.contact.models import Deed, Message, OfferedLesson

Verb = Deed.Verb
Do = Callable[
    [Any, Hand, Any], object
]  # with the thing, who does it, and the form that was filled in

DO: dict[str, Do] = {
    Verb.TAKE: lambda sent, hand, _form: handling.take(sent, hand),
    Verb.PUT_BACK: lambda sent, hand, _form: handling.put_back(sent, hand),
    Verb.CLOSE: lambda sent, hand, form: handling.close(
        sent, hand, words=form.cleaned_data["words"]
    ),
    Verb.NOT_USE: lambda sent, hand, form: handling.not_use(
        sent, hand, words=form.cleaned_data["words"]
    ),
    Verb.PUBLISH: lambda sent, hand, form: publishing.publish(sent, hand, form.instance),
    Verb.WITHDRAW: lambda sent, hand, _form: publishing.withdraw(sent, hand),
    Verb.REOPEN: lambda sent, hand, _form: handling.reopen(sent, hand),
}
DONE = {
    Verb.TAKE: _("It is in your hand."),
    Verb.PUT_BACK: _("It waits again, for anybody to take."),
    Verb.CLOSE: _("It is closed."),
    Verb.NOT_USE: _("It is not used."),
    Verb.PUBLISH: _("It stands in the library."),
    Verb.WITHDRAW: _("It was taken back, and is not in the library."),
    Verb.REOPEN: _("It waits again."),
}


class WhoseFilter(admin.SimpleListFilter):
    """Whose work it is."""

    title, parameter_name = _("whose"), "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [("mine", _("Mine")), ("nobody", _("Nobody’s yet"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "mine":
            return queryset.filter(taken_by=request.user.pk)
        return queryset.filter(taken_by=None) if self.value() == "nobody" else queryset


class SentAdmin(Bounded, admin.ModelAdmin):
    """What both lists have in common. Nothing is added, changed or deleted but by a deed."""

    ordering = ("-received_at", "-pk")
    list_select_related = ("taken_by",)
    list_per_page = 50
    list_max_show_all = 0
    paginator = FirstThousand
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list:
        deed = self.admin_site.admin_view(self.deed_view)
        name = f"contact_{self.opts.model_name}_deed"
        return [path("<int:pk>/deed/<slug:verb>/", deed, name=name), *super().get_urls()]

    def change_view(
        self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The page of one, for whoever may see it; that they opened it is noted."""
        key = object_id if object_id.isdecimal() and len(object_id) < LONGEST_KEY else ""
        sent = self.get_object(request, key) if key else None
        to_read = request.method in {"GET", "HEAD"} and self.has_view_permission(request, sent)
        if sent is None or not to_read:
            return super().change_view(request, object_id, form_url, extra_context)
        audit.note_opening(request.user, sent, timezone.now())
        return self.shown(request, sent, {})

    def shown(self, request: Any, sent: Any, filled: dict[str, Any]) -> HttpResponse:
        """The page; `filled` are forms with a fault."""
        values = {
            **self.admin_site.each_context(request),
            **page.values(sent, request.user, filled),
            "opts": self.opts,
            "title": str(sent),
            "list": f"admin:contact_{self.opts.model_name}_changelist",
            "deed": f"admin:contact_{self.opts.model_name}_deed",
        }
        return render(request, "admin/contact/sent.html", values, status=422 if filled else 200)

    def deed_view(self, request: Any, pk: int, verb: str) -> HttpResponse:
        """Do one thing with it; where it cannot be done, say why and keep what was written."""
        sent = self.get_object(request, str(pk)) if len(str(pk)) < LONGEST_KEY else None
        if sent is None or verb not in handling.FROM[self.model]:
            raise Http404
        if not (self.has_view_permission(request, sent) and handling.may(request.user, verb, sent)):
            raise PermissionDenied
        again = reverse(f"admin:contact_{self.opts.model_name}_change", args=[pk])
        if request.method != "POST":
            return redirect(again)
        form = page.form_for(sent, verb, request.POST)
        if not (form.is_valid() and self.done(request, sent, verb, form)):
            sent.refresh_from_db()
            form.data = request.POST.copy()
            form.data["seen"] = sent.status  # the next press counts from what is shown now
            return self.shown(request, sent, {verb: form})
        messages.success(request, DONE[Verb(verb)])
        return redirect(again)

    def done(self, request: Any, sent: Any, verb: str, form: Any) -> bool:
        """Whether it was done; if not, the form says why."""
        hand = Hand(request.user, timezone.now(), form.cleaned_data["seen"])
        try:
            DO[verb](sent, hand, form)
        except Refused as refused:
            form.add_error(None, str(refused))
            return False
        return True


@admin.register(Message)
class MessageAdmin(SentAdmin):
    """Messages, and comments on pages."""

    list_display = ("received_at", "status", "about", "beginning", "page_title", "taken_by")
    list_filter = (WhoseFilter, "status", "about")
    search_fields = ("words", "page_title", "reference", "email")

    @admin.display(description=_("message"))
    def beginning(self, message: Message) -> str:
        return Truncator(message.words).chars(80)


@admin.register(OfferedLesson)
class OfferedLessonAdmin(SentAdmin):
    """Lessons that visitors shared."""

    list_display = (
        "received_at",
        "status",
        "consent",
        "beginning",
        "kind",
        "theme",
        "taken_by",
    )
    list_filter = (WhoseFilter, "status", "consent", "kind", "theme")
    search_fields = ("what_happened", "what_was_learned")

    @admin.display(description=_("what was learned"))
    def beginning(self, offered: OfferedLesson) -> str:
        return Truncator(offered.what_was_learned).chars(80)
