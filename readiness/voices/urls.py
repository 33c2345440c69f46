"""The addresses of voices: short ones for people who are asked, and the owner’s pages."""

from django.urls import path

from readiness.voices import public, views

urlpatterns = [
    path("v/", public.type_code, name="voice-type-code"),
    # /v/<code>/
    path("v/<str:code>/", public.start, name="voice"),
    path("v/<str:code>/questions/", public.ask, name="voice-questions"),
    path("v/<str:code>/check/", public.check, name="voice-check"),
    path("v/<str:code>/send/", public.send, name="voice-send"),
    path("v/<str:code>/take-back/", public.take_back, name="voice-take-back"),
    # /cases/<id>/voices/
    path("cases/<int:case_id>/voices/", views.page, name="voices"),
    path("cases/<int:case_id>/voices/open/", views.open_round, name="voices-open"),
    path("cases/<int:case_id>/voices/close/", views.close, name="voices-close"),
    path("cases/<int:case_id>/voices/quick/", views.decide_quick, name="voices-quick"),
    path("cases/<int:case_id>/voices/sheet/", views.sheet, name="voices-sheet"),
    path("cases/<int:case_id>/voices/qr.svg", views.qr, name="voices-qr"),
]
