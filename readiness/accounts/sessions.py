"""Django's sessions in the database, found by SQL of our own.

Every page reads one, and Django takes longer to put the question together than the database to
answer it.
"""

from django.contrib.sessions.backends import db
from django.utils import timezone

FIND = "SELECT * FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Differs from Django's in how a session is found, and in nothing else."""

    def _get_session_from_db(self):
        found = self.model.objects.raw(FIND, [self.session_key, timezone.now()])
        row = next(iter(found), None)
        if row is None:
            self._session_key = None
        return row

    @classmethod
    def get_model_class(cls):
        """The sessions themselves are Django's."""
        return db.SessionStore.get_model_class()
