"""The addresses of the questionnaire."""

urlpatterns: list = []
