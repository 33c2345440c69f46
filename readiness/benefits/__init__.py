"""What became of the benefits: looked at 3, 6 and 12 months after the start, beside what was promised."""
