"""Django's admin, behind our own sign-in and the gate."""

from functools import wraps
from typing import Any

from allauth.account.utils import get_next_redirect_url
from django.contrib.admin import AdminSite
from django.contrib.admin.options import TO_FIELD_VAR
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from readiness.accounts import second_step


class StaffSite(AdminSite):
    """The admin. Its own sign-in and password pages lead to those under /staff/."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Active staff who passed the second step. The gate says so too; a door may have two locks."""
        whole = second_step.passed(request.session, request.user)
        return whole and super().has_permission(request)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """As Django has it, but that a field without a name is a bad request and no fault of ours."""

        @wraps(view)
        def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if "" in request.GET.getlist(TO_FIELD_VAR):
                raise SuspiciousOperation("A field without a name.")
            return view(request, *args, **kwargs)

        return super().admin_view(asked, cacheable)

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """To our own sign-in, and back to the page that was asked for."""
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:  # but no staff, and signing in again changes nothing
            raise PermissionDenied
        asked = get_next_redirect_url(request) or reverse("admin:index")
        return redirect_to_login(asked, reverse("account_login"))

    def password_change(self, request: HttpRequest, extra_context: dict | None = None) -> Any:
        """To our own page."""
        return redirect("account_change_password")
