"""A paper as a Word document (.docx). Only this package knows python-docx.

Boards paste from it into papers of their own, so everything has the style that Word's own templates
name: Title, Heading 1 to 3, List Bullet, Caption. A chart is carried as its finding and its table.
"""

from readiness.reports.context import Paper
from readiness.reports.word import front, package, styles, writing


def write(paper: Paper) -> bytes:
    """The paper as a Word document; the same paper gives the same bytes, in every process."""
    document = styles.blank()
    front.write_properties(document, paper)
    front.write_foot(document, paper)
    writer = writing.Writer(document)
    front.write_front(writer, paper)
    if paper.decision:
        front.write_decision(writer, paper, paper.decision)
    for section in (*paper.sections, *paper.appendices):
        heading = writer.section(section)
        heading.paragraph_format.page_break_before = bool(paper.decision) and (
            section is paper.sections[0]
        )
    return package.packed(document)
