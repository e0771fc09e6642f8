"""Phong trào thi đua: kept by the offices of awards, counted by form 0601."""
