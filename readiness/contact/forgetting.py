"""How long what visitors sent us is kept. The forms say the same in words."""

from datetime import datetime, timedelta

from readiness.contact.models import Message, OfferedLesson

KEPT = timedelta(days=183)  # half a year after staff are done with it
Status = OfferedLesson.Status


def forget(*, at: datetime) -> int:
    """Erase what was closed half a year ago or longer; of a lesson in the library, who told it.
    How many things that was."""
    old = {"closed_at__lte": at - KEPT}
    _all, messages = Message.objects.filter(**old).delete()
    unused = OfferedLesson.objects.filter(status__in=(Status.NOT_USED, Status.WITHDRAWN), **old)
    _all, lessons = unused.delete()
    told = OfferedLesson.objects.filter(status=Status.PUBLISHED, **old)
    named = told.exclude(name="", email="").update(name="", email="")
    return messages.get(Message._meta.label, 0) + lessons.get(OfferedLesson._meta.label, 0) + named
