"""The pages of signing in that differ from allauth's."""

from allauth.account.views import LoginView, PasswordResetView
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from readiness.accounts import browsers, second_step


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
    """/staff/signed-in/: where somebody is signed in, and a button that ends the others."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The list; the session at hand is on it whatever became of its key."""
        if request.user.is_authenticated:
            UserSession.objects.create_from_request(request)
        return super().get(request, *args, **kwargs)

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
