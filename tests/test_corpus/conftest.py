"""What several tests of this folder work on."""

import pytest

from corpus import Store


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "corpus.sqlite") as opened:
        yield opened
