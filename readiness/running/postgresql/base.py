"""PostgreSQL as Django knows it, save that JSON stays as it was written.

Django keeps JSON as `jsonb`, which sorts the keys of every object by their length. What people
answered, and what is printed of it, would stand in another order than on the embedded database.
Nothing here searches inside JSON, which is what `jsonb` is for.
"""

from django.db.backends.postgresql import base, operations
from django.db.backends.postgresql.operations import get_json_dumps
from psycopg import adapters
from psycopg.types.json import Json
from psycopg.types.string import TextLoader

adapters.register_loader("json", TextLoader)  # Django reads it itself, as it does with `jsonb`


class DatabaseOperations(operations.DatabaseOperations):
    """Writes JSON as text."""

    def adapt_json_value(self, value, encoder):
        return Json(value, dumps=get_json_dumps(encoder))


class DatabaseWrapper(base.DatabaseWrapper):
    """Connections to PostgreSQL whose columns for JSON are `json`."""

    data_types = {**base.DatabaseWrapper.data_types, "JSONField": "json"}
    ops_class = DatabaseOperations
