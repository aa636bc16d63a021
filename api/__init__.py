"""Serve: JSON API over the knowledge base."""
