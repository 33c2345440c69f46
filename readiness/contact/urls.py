"""The addresses where visitors write to us."""

from django.urls import path

from readiness.contact import views

urlpatterns = [
    path("get-in-touch/", views.get_in_touch, name="get-in-touch"),
    path("comment/", views.comment, name="comment"),
    path("share-a-lesson/", views.share_a_lesson, name="share-a-lesson"),
    path("get-in-touch/thank-you/", views.thanks, {"what": "message"}, name="message-thanks"),
    path("comment/thank-you/", views.thanks, {"what": "comment"}, name="comment-thanks"),
    path("share-a-lesson/thank-you/", views.thanks, {"what": "lesson"}, name="lesson-thanks"),
]
