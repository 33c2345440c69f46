"""The addresses of the documents."""

urlpatterns: list = []
