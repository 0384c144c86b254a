"""Benchmarks: `python -m tests.bench`. Ratios from one run, never asserted."""
