"""Reading by the rules alone."""

import pytest

import onrecord


@pytest.fixture(scope="session")
def rules_of(rules):
    def read(text, published="2031-04-18"):
        return onrecord.read(text, published=published, tools=rules)

    return read
