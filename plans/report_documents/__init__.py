"""BÁO CÁO on a plan: what its tasks say, as a draft whose figures lead to their records (decision 44)."""
