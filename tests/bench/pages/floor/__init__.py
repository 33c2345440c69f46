"""The floor: a page of bare Django. One form, `{{ form }}`, a session, one row; nothing more."""
