"""One cache for the whole run, so that a study is computed once and nothing outside is touched."""

from pathlib import Path

import pytest

CORPUS = Path(__file__).parent / "corpus"


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STANDPOINT_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def corpus():
    """The small corpus about an invented body, without a codebook."""
    return CORPUS
