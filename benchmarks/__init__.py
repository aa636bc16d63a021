"""How fast, how lean and how robust reading is; docs/benchmarks.md has the figures."""
