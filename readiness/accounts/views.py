"""The pages of signing in that differ from allauth's."""

from allauth.account.views import LoginView, PasswordResetView
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from readiness.accounts import browsers, second_step

LONGEST_KEY = 18  # digits; no database counts further


class SignIn(LoginView):
    """/staff/sign-in/: the first step."""

    def get_authenticated_redirect_url(self) -> str:
        """Whoever is signed in has no need of it, or has to set up the second step."""
        if second_step.passed(self.request.session, self.request.user):
            return super().get_authenticated_redirect_url()
        return reverse("mfa_index")


class ForgottenPassword(PasswordResetView):
    """/staff/password/forgotten/: a link by e-mail, where this copy sends any."""

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"can_mail": settings.CAN_MAIL}


@method_decorator(never_cache, name="dispatch")
class Sessions(ListUserSessionsView):
    """/staff/signed-in/: where somebody is signed in, and buttons that end one, or all the others."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The list; the session at hand is on it whatever became of its key."""
        if request.user.is_authenticated:
            UserSession.objects.create_from_request(request)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """End the session that is named, which is one of their own; without a name, all the others."""
        key = request.POST.get("end")
        if key is None:
            return super().post(request, *args, **kwargs)
        if not key.isdecimal() or len(key) > LONGEST_KEY:
            raise Http404
        session = get_object_or_404(UserSession, pk=int(key), user=request.user)
        if not session.is_current():
            session.end()
            messages.success(request, _("That browser is signed out."))
        return redirect("usersessions_list")

    def get_context_data(self, **kwargs) -> dict:
        found = super().get_context_data(**kwargs)
        for session in found["sessions"]:
            session.browser = browsers.name_of(session.user_agent)
        return found

    def form_valid(self, form) -> HttpResponse:
        """End the others, also those that are not on the list."""
        response = super().form_valid(form)
        self.request.user.end_sign_ins()
        second_step.let_pass(self.request.session, self.request.user)
        return response
