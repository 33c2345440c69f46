"""What a visitor has a right to know: privacy, cookies, accessibility, terms, who is behind this."""
