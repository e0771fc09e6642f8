"""Sổ khen thưởng: every award that was given, found by person, unit, title, year and decision."""
