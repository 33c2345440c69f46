"""Whether the words of a chart can be read: within the drawing, and none on another."""

from itertools import combinations


def labels_are_readable(chart):
    """Every label by its broadest estimate."""
    boxes = [(label, label.box) for label in chart.labels]
    for label, box in boxes:
        assert box.x >= 0, label
        assert box.right <= chart.width, label
        assert box.y >= -1, label
        assert box.bottom <= chart.height + 1, label
    for (one, a), (other, b) in combinations(boxes, 2):
        beside = a.right <= b.x or b.right <= a.x
        assert beside or a.bottom <= b.y or b.bottom <= a.y, (one, other)
