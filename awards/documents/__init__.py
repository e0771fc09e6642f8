"""Papers of a round: decisions and submissions drawn up from nominations, and what their issue writes into records."""
