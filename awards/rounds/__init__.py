"""Rounds of awarding: opened, changed, closed; who sees one."""
