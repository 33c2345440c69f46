"""Pages that may not ask the database once for each row of a list."""

from django.core.exceptions import FieldFetchBlocked
from django.db.models.fetch_modes import FetchMode


class NotRowByRow(FetchMode):
    """What is missing of one row is read; of one among several it is a fault, as the others follow."""

    track_peers = True

    def fetch(self, fetcher, instance):
        peers = [peer for each in instance._state.peers if (peer := each()) is not None]
        if len(peers) > 1:
            raise FieldFetchBlocked(
                f"{fetcher.field.name} of {len(peers)} {type(instance).__name__} rows, one by one"
            )
        fetcher.fetch_one(instance)
