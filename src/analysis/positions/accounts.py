"""Everything accounted for: how the holders were found, and which cues gave no position and why."""

from collections.abc import Mapping

import pandas as pd

__all__ = ["count_bases", "count_unrecorded"]

# How a reader is told the way in which a holder was found; what is not here was nobody's.
WAYS = {
    "codebook": "an actor of the codebook, named in the sentence",
    "name": "a name in the sentence that the codebook does not know",
    "author": "the author of the text, who speaks in it",
    "speaker of the quotation": "the speaker of the quotation the sentence stands in",
    "antecedent": "a word that refers back (the document, they, he) to somebody named before",
    "speaker before": "the speaker named in the sentences before",
    "words": "a common noun, kept as it stands",
}
NOBODY = "nobody could be named: unresolved"
LONGEST_EXAMPLE = 200  # characters; one printed line or two


def count_bases(positions: pd.DataFrame) -> pd.DataFrame:
    """How the holders were found: one row per way, with its positions and their confidence.

    >>> found = pd.DataFrame(
    ...     {"holder": ["Pact"], "holder_basis": ["antecedent of body"], "confidence": [0.76]})
    >>> count_bases(found).values.tolist()[0][1:]
    [1, 0.76, 0.76]
    """
    basis = positions["holder_basis"].str.replace(r"^antecedent.*", "antecedent", regex=True)
    way = basis.map(WAYS).fillna(NOBODY).mask(positions["holder"] == "unresolved", NOBODY)
    counts = positions["confidence"].astype("float64").groupby(way).agg(["size", "min", "max"])
    order = [told for told in (*WAYS.values(), NOBODY) if told in counts.index]
    counts = counts.loc[order].astype({"size": int}).rename_axis("holder_is").reset_index()
    return counts.rename(columns={"size": "n_positions", "min": "lowest", "max": "highest"})


def count_unrecorded(unrecorded: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Why sentences with a cue gave no position: one row per reason, the most frequent first.

    The example is the first sentence of that reason that is short enough to print.

    >>> row = {"doc_id": "d", "path": "d.txt", "start": 0, "end": 10}
    >>> rows = pd.DataFrame([row | {"cue": "condemned", "reason": "no one"}])
    >>> count_unrecorded(rows, {"d": "Condemned."})[["n_sentences", "example"]].values.tolist()
    [[1, 'Condemned.']]
    """
    rows = []
    for reason, part in unrecorded.groupby("reason", sort=True):
        short = part[part["end"] - part["start"] <= LONGEST_EXAMPLE]
        example = source = cue = ""
        if len(short):
            row = short.iloc[0]
            cue, start, end = row["cue"], int(row["start"]), int(row["end"])
            example = texts[row["doc_id"]][start:end]
            source = f"{row['path']}:{start}-{end}"
        rows.append((reason, len(part), cue, example, source))
    columns = ["reason", "n_sentences", "cue", "example", "source"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.sort_values(["n_sentences", "reason"], ascending=[False, True], ignore_index=True)
