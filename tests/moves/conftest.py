"""Reading by the rules alone, so that no weights can cover for a rule that breaks."""

import pytest

import onrecord


@pytest.fixture(scope="package")
def rules_of():
    tools = onrecord.load(tagger=False)

    def read(text, published="2031-04-18"):
        return onrecord.read(text, published=published, tools=tools)

    return read
