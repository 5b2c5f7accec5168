"""What is derived from a declaration, for people: shown (`layers`), snapshot (`surface`), written out (`eject`)."""
