"""Collect: sources -> Scrapy -> archive."""
