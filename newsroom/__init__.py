"""A local replica of news sites, for the demo and the tests."""
