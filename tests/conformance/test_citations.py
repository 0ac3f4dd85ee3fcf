"""Which tests cite which rows, read from source."""

import pytest

from tests.conformance.citations import Citation, citations_in, rows_cited

SOURCE = """
import pytest

pytestmark = pytest.mark.long


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.conforms("SW-01", "FP-2")
def test_one(size): ...


def test_two(): ...


@pytest.mark.conforms("SW-07")
class TestThree:
    @pytest.mark.conforms("SW-08", "SW-07")
    def test_in_it(self): ...
"""


def test_citations_are_found_with_their_tests_and_other_marks() -> None:
    assert citations_in(SOURCE, "tests/x.py") == [
        Citation("tests/x.py::test_one", ("SW-01", "FP-2"), ("parametrize", "long")),
        Citation("tests/x.py::TestThree::test_in_it", ("SW-08", "SW-07"), ("long",)),
    ]


def test_a_whole_module_can_cite() -> None:
    source = 'pytestmark = [pytest.mark.long, pytest.mark.conforms("CF-01")]\n\ndef test_a(): ...\n'
    assert citations_in(source, "t.py") == [Citation("t.py::test_a", ("CF-01",), ("long",))]


@pytest.mark.parametrize(
    "source",
    [
        "@pytest.mark.conforms\ndef test_a(): ...\n",
        "@pytest.mark.conforms()\ndef test_a(): ...\n",
        "@pytest.mark.conforms(ROWS)\ndef test_a(): ...\n",
        '@pytest.mark.conforms("SW-01")\ndef shown(): ...\n',
        'x = pytest.param(1, marks=pytest.mark.conforms("SW-01"))\n',
    ],
)
def test_what_cannot_be_counted_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="citation"):
        citations_in(source, "t.py")


def test_turned_around() -> None:
    one, two = Citation("a", ("SW-01", "FP-2"), ()), Citation("b", ("FP-2",), ())
    assert rows_cited([one, two]) == {"SW-01": [one], "FP-2": [one, two]}
