"""Date expressions in running text: texts of ours, written before the rules."""

from pathlib import Path

import pandas as pd
import pytest

from analysis import dates

EXPRESSIONS = pd.read_csv(
    Path(__file__).parent / "date_expressions.csv", dtype=str, keep_default_na=False
)
LEAST_RIGHT = 0.92


def found_at(row) -> tuple[str, str, str]:
    """Interval and precision found for the expression of a row, or a note that none was."""
    anchor = dates.anchor_of(row.published)
    expressions = dates.find_expressions(row.sentence)
    meanings = dates.resolve_all(row.sentence, expressions, anchor)
    start, end = int(row.start), int(row.start) + len(row.text)
    for one, meant in zip(expressions, meanings, strict=True):
        if one.start < end and start < one.end:
            return tuple(meant.span)
    return ("none found", "", "")


def test_expressions_in_running_text_get_the_right_days():
    wrong = [
        (row.sentence, row.text, (row.low, row.high, row.precision), found_at(row))
        for row in EXPRESSIONS.itertuples()
        if found_at(row) != (row.low, row.high, row.precision)
    ]
    right = 1 - len(wrong) / len(EXPRESSIONS)
    assert len(EXPRESSIONS) >= 150
    assert right >= LEAST_RIGHT, "\n".join(map(str, wrong))


@pytest.mark.parametrize(
    "sentence",
    [
        "We thank the chair.",
        "Resolution 2354 was recalled.",
        "They may march to the sea.",
        "It was the second largest of the 2000 soldiers.",
        "Prime Minister May agreed.",
        "The fund holds $2020 for each member.",
        "Flight 1999 was late by 14:30.",
    ],
)
def test_words_that_only_look_like_dates_are_left_alone(sentence):
    assert [sentence[one.start : one.end] for one in dates.find_expressions(sentence)] == []
