"""Free words in the admin: a list of what is to be read, and a page for each."""

from typing import Any

from django import forms
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
from readiness.admin_bounds import Bounded
from readiness.cases.typed import one_line
from readiness.voices import moderating
from readiness.voices.models import Words
from readiness.voices.moderating import Hand, Refused


class DecideForm(forms.Form):
    """Every decision says which status its page showed."""

    seen = forms.CharField(max_length=10, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why are they withheld?"),
        help_text=_("For staff alone, such as: it names somebody."),
        max_length=200,
        required=False,
    )

    def clean_reason(self) -> str:
        """One plain line."""
        return one_line(self.cleaned_data["reason"])


@admin.register(Words)
class WordsAdmin(Bounded, admin.ModelAdmin):
    """Words of rounds with five voices or more, in no order of theirs. Nothing is added, edited or
    deleted: words are shown as they were written, or not at all."""

    list_display = ("beginning", "case", "status")
    list_filter = ("status",)
    search_fields = ("text",)
    ordering = ("pk",)
    list_select_related = ("round__case",)
    list_per_page = 50
    list_max_show_all = 0
    paginator = FirstThousand
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).filter(round__shown=True)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list:
        decide = self.admin_site.admin_view(self.decide_view)
        name = "voices_words_decide"
        return [path("<uuid:pk>/decide/<slug:verb>/", decide, name=name), *super().get_urls()]

    def change_view(
        self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The page of one text, for whoever may see it; that they opened it is noted."""
        words = self.get_object(request, object_id)
        to_read = request.method in {"GET", "HEAD"} and self.has_view_permission(request, words)
        if words is None or not to_read:
            return super().change_view(request, object_id, form_url, extra_context)
        audit.note_opening(request.user, words, timezone.now())
        return self.shown(request, words)

    def shown(self, request: Any, words: Words, filled: DecideForm | None = None) -> HttpResponse:
        """The page; `filled` is a form with a fault."""
        form = filled or DecideForm(initial={"seen": words.status}, label_suffix="")
        values = {
            **self.admin_site.each_context(request),
            "words": words,
            "form": form,
            "may": request.user.has_perm(moderating.MAY),
            "opts": self.opts,
            "title": str(words),
        }
        return render(request, "admin/voices/words.html", values, status=422 if filled else 200)

    def decide_view(self, request: Any, pk: Any, verb: str) -> HttpResponse:
        """Show or withhold; where that cannot be done, say why and keep what was written."""
        words = self.get_object(request, str(pk))
        if words is None or verb not in {"show", "withhold"}:
            raise Http404
        if not (self.has_view_permission(request, words) and request.user.has_perm(moderating.MAY)):
            raise PermissionDenied
        again = reverse("admin:voices_words_change", args=[pk])
        if request.method != "POST":
            return redirect(again)
        form: Any = DecideForm(request.POST, label_suffix="")
        if not (form.is_valid() and self.done(request, words, verb, form)):
            words.refresh_from_db()
            form.data = request.POST.copy()
            form.data["seen"] = words.status
            return self.shown(request, words, form)
        messages.success(
            request, _("They are shown.") if verb == "show" else _("They are withheld.")
        )
        return redirect(again)

    def done(self, request: Any, words: Words, verb: str, form: Any) -> bool:
        """Whether it was done; if not, the form says why."""
        hand = Hand(request.user, timezone.now(), form.cleaned_data["seen"])
        try:
            if verb == "show":
                moderating.show(words, hand)
            else:
                moderating.withhold(words, hand, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.add_error("reason" if verb == "withhold" else None, str(refused))
            return False
        return True

    @admin.display(description=_("their words"))
    def beginning(self, words: Words) -> str:
        return Truncator(words.text).chars(100)

    @admin.display(description=_("case"))
    def case(self, words: Words) -> str:
        return str(words.round.case)
