"""onrecord: news reports on politics and diplomacy as a checked record."""
