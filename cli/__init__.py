"""The command `piagam`."""
