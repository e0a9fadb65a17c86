"""Whether a corpus carries topics at all, said in words.

Most complaints about topic models come from small corpora: another answer at each run, a bin of
outliers, a crash. So a stated rule decides between withheld, exploratory and usable, and the
sentence it gives stands in the report.
"""

import pandas as pd

from analysis import tables

__all__ = [
    "FEW_PASSAGES",
    "MIN_TERMS",
    "TopicError",
    "check_number",
    "status_of",
    "verdict",
    "why_withheld",
]

MIN_TERMS = 3  # terms a passage needs to count toward the gate
MIN_PASSAGES = 6  # fewer cannot be divided in a way that another sample would confirm
FEW_PASSAGES = 20  # below: average links, exploratory
MIN_DOCUMENTS = 12  # of fewer short documents, a topic cannot be told from a document
MANY_PASSAGES = 200  # so many make topics worth showing even of one long document
STABLE = 0.6  # Hennig (2007): a cluster below it is no pattern to build on
ABOVE_NULL = 0.1  # and it must come back more surely than a cluster of shuffled words


class TopicError(tables.AnalysisError):
    """A number of topics that cannot be fitted."""


def why_withheld(n_usable: int, n_documents: int, n_topics: int) -> str:
    """The sentence that says why no topics are shown; empty where they may be.

    >>> why_withheld(4, 4, 0)[:60]
    'No topics are shown: 4 passages of different words with at l'
    >>> why_withheld(40, 20, 0)
    ''
    """
    if n_usable < MIN_PASSAGES:
        return (
            f"No topics are shown: {n_usable} passages of different words with at least "
            f"{MIN_TERMS} terms are too few to divide ({MIN_PASSAGES} are needed)."
        )
    if n_documents < MIN_DOCUMENTS and n_usable < MANY_PASSAGES and not n_topics:
        return (
            f"No topics are shown: the {n_usable} usable passages come from {n_documents} "
            f"documents, and of fewer than {MIN_DOCUMENTS} a topic cannot be told from a "
            "document. Set n_topics to see an exploratory division all the same."
        )
    return ""


def check_number(n_topics: int, n_usable: int) -> None:
    """Refuse a number of topics that leaves fewer than two passages for each."""
    most = max(n_usable // 2, 1)
    if not 0 <= n_topics <= most:
        raise TopicError(
            f"n_topics is {n_topics}, but the corpus has {n_usable} usable passages; "
            f"give a number from 1 to {most}, or 0 to choose it by stability"
        )


def status_of(stability: float, null: float, n_topics: int, n_usable: int, n_docs: int) -> str:
    """usable or exploratory: what one topic is worth.

    >>> status_of(0.9, 0.3, 5, 300, 40), status_of(0.5, 0.3, 5, 300, 40)
    ('usable', 'exploratory')
    """
    enough = n_topics > 1 and n_usable >= FEW_PASSAGES and n_docs >= MIN_DOCUMENTS
    return "usable" if enough and stability >= max(STABLE, null + ABOVE_NULL) else "exploratory"


def verdict(
    topics: pd.DataFrame, curve: pd.DataFrame, *, n_usable: int, n_documents: int, given: bool
) -> tuple[str, str]:
    """The sentence for the reader, and the status of the whole."""
    k = len(topics)
    if k == 1 and not given:
        return (
            f"One topic: no division of the {n_usable} usable passages comes back in subsamples "
            "more surely than a division of shuffled words.",
            "exploratory",
        )
    usable = int((topics["status"] == "usable").sum())
    row = curve[curve["n_topics"] == k]
    agreement = (
        f"divisions of four fifths of the passages agree at {row['agreement'].iloc[0]:.2f} "
        f"(shuffled words: {row['null_agreement'].iloc[0]:.2f})"
        if len(row)
        else "their agreement was not tested"
    )
    worth = f"{usable} of {k} come back well enough to build on"
    if n_usable < FEW_PASSAGES:
        worth = f"exploratory, because fewer than {FEW_PASSAGES} passages are usable"
    elif n_documents < MIN_DOCUMENTS:
        worth = f"exploratory, because they come from fewer than {MIN_DOCUMENTS} documents"
    chosen = "as asked" if given else "chosen by stability"
    note = f"{k} topics, {chosen}, from {n_usable} usable passages; {agreement}; {worth}."
    return note, "usable" if usable else "exploratory"
