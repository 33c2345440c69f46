"""formtools used plainly: our forms, its session storage, `{{ form }}`; nothing more."""
