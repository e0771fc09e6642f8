"""The council: its sessions, who sits in them, the agenda, the votes, the result, the minutes."""
