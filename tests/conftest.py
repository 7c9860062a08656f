"""The tools of the reading, built once for all tests that need them."""

import pytest
from hypothesis import settings

import onrecord

# A slow machine is no defect; the time of a test is bounded by the suite.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def tools():
    return onrecord.load()


@pytest.fixture(scope="session")
def rules():
    """Without the trained networks, so that no weights can cover for a rule that breaks."""
    return onrecord.load(tagger=False)


@pytest.fixture(scope="session")
def record_of(tools):
    def read(text, published="2031-04-18", **given):
        return onrecord.read(text, published=published, tools=tools, **given)

    return read
