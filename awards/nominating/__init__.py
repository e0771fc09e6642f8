"""Nominations: entered, submitted, forwarded level by level, returned, refused, withdrawn."""
