"""Asking people what they think, in three minutes and without a name."""
