"""The addresses of the documents: a page of each, and its files."""

from django.urls import path

from readiness.reports import benefits_page, board_page, brief_page, round_page, views
from readiness.reports.kinds import KINDS

urlpatterns = [
    # /cases/<id>/board/
    path("cases/<int:case_id>/board/", board_page.page, name="board"),
    # /cases/<id>/supplier-brief/
    path("cases/<int:case_id>/supplier-brief/", brief_page.page, name="supplier-brief"),
    # /cases/<id>/supplier-brief.pdf
    path(
        "cases/<int:case_id>/supplier-brief.<str:form>",
        brief_page.file,
        name="supplier-brief-file",
    ),
    # /cases/<id>/voices/sheet.pdf
    path("cases/<int:case_id>/voices/sheet.pdf", round_page.sheet, name="voices-sheet-file"),
    # /cases/<id>/voices/questions-people.pdf
    path(
        "cases/<int:case_id>/voices/questions-<slug:group>.pdf",
        round_page.on_paper,
        name="voices-on-paper",
    ),
    # /cases/<id>/benefits/<months>/review/
    path(
        "cases/<int:case_id>/benefits/<int:months>/review/",
        benefits_page.page,
        name="benefits-paper",
    ),
    # /cases/<id>/benefits/<months>/review.pdf
    path(
        "cases/<int:case_id>/benefits/<int:months>/review.<str:form>",
        benefits_page.file,
        name="benefits-paper-file",
    ),
]
urlpatterns += [
    each
    for kind in KINDS.values()
    for each in (
        # /cases/<id>/business-case/
        path(f"cases/<int:case_id>/{kind.path}/", views.page, {"kind": kind}, name=kind.path),
        # /cases/<id>/business-case.pdf
        path(
            f"cases/<int:case_id>/{kind.path}.<str:form>",
            views.file,
            {"kind": kind},
            name=f"{kind.path}-file",
        ),
        # /cases/<id>/board/business-case.pdf
        path(
            f"cases/<int:case_id>/board/{kind.path}.<str:form>",
            board_page.file,
            {"kind": kind},
            name=f"board-{kind.path}",
        ),
        # /review/<version>/business-case.pdf
        path(
            f"review/<int:version_id>/{kind.path}.<str:form>",
            views.sent_file,
            {"kind": kind},
            name=f"sent-{kind.path}",
        ),
    )
]
