"""What became of a plan: its tasks, what units report on them, who is late, and who is told."""
