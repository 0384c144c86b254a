"""For every test: a time zone nobody works in, and properties that repeat themselves."""

import os
import time

import pytest
from hypothesis import settings

os.environ["TZ"] = "Pacific/Chatham"
"""Twelve hours and three quarters ahead: what reads the machine's clock by mistake, shows it."""
time.tzset()

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With ITINERARY_NO_SKIPS a run that skipped a test has failed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and os.environ.get("ITINERARY_NO_SKIPS") and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
