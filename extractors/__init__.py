"""Understand: archived page -> article -> statements."""
