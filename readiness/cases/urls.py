"""The addresses of the questionnaire."""

from django.urls import path

from readiness.cases import copying, decisions, history, links, papers, sharing, talk, views
from readiness.cases.wizard import StepView

urlpatterns = [
    path("", views.start, name="start"),
    path("start/", views.begin, name="begin"),
    path("questions/", views.questions, name="questions"),
    path("check/", papers.check_paper, name="check-paper"),
    path("open/<str:token>/", links.open_link, name="open"),
    path("confirm/<str:token>/", links.confirm, name="confirm"),
    path("lost-link/", links.lost_link, name="lost-link"),
    # /cases/<id>/
    path("cases/<int:case_id>/", views.tasks, name="case"),
    path("cases/<int:case_id>/check/", views.check, name="check"),
    path("cases/<int:case_id>/submit/", views.submit, name="submit"),
    path("cases/<int:case_id>/sent/", views.sent, name="sent"),
    path("cases/<int:case_id>/next/", copying.next_case, name="next-case"),
    path("cases/<int:case_id>/decision/", decisions.decision, name="decision"),
    path("cases/<int:case_id>/history/", history.page, name="history"),
    path("cases/<int:case_id>/talk/<slug:step>/", talk.page, name="talk"),
    path(
        "cases/<int:case_id>/talk/<slug:step>/<int:comment_id>/",
        talk.take_out,
        name="take-out-comment",
    ),
    path("cases/<int:case_id>/save/", links.save_link, name="save"),
    path("cases/<int:case_id>/save/link/", links.show_link, name="show-link"),
    path("cases/<int:case_id>/save/address/", links.set_address, name="set-address"),
    path("cases/<int:case_id>/share/", sharing.share, name="share"),
    path("cases/<int:case_id>/share/hand-over/", sharing.hand_over, name="hand-over"),
    path("cases/<int:case_id>/share/<int:link_id>/", sharing.change_link, name="change-link"),
    path("cases/<int:case_id>/share/<int:link_id>/close/", sharing.close_link, name="close-link"),
    path("cases/<int:case_id>/leave/", links.leave, name="leave"),
    path("cases/<int:case_id>/<slug:step>/", StepView.as_view(url_name="step"), name="step"),
]
