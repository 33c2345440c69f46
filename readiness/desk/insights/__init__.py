"""What many cases say together: counted in the database, with small numbers withheld."""
