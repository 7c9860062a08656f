"""The tools of the reading, built once for all tests that need them."""

import pytest

import onrecord


@pytest.fixture(scope="session")
def tools():
    return onrecord.load()


@pytest.fixture(scope="session")
def record_of(tools):
    def read(text, published="2031-04-18", **given):
        return onrecord.read(text, published=published, tools=tools, **given)

    return read
