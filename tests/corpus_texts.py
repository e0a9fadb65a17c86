"""A text about bodies that do not exist, and what the tests of reading a folder share."""

from pathlib import Path

import pandas as pd

from analysis import corpus

BODY = (
    "The envoys of both republics met in the old town hall of Marlow to settle who may use the "
    "water of the upper lake, and agreed to share it in equal parts from spring to autumn."
)


ACTORS = pd.DataFrame(
    [
        ("Lowland Pact", "organisation", "Pact", "1999-03-04"),
        ("Marlow Treaty", "treaty", "", "1992-06-01"),
        ("Ostrovia", "country", "", ""),
        ("Velmark", "country", "", ""),
    ],
    columns=["name", "kind", "aliases", "founded"],
)


EVENTS = pd.DataFrame(
    [
        ("2014-05-08", "Marlow", "Ostrovia", "Velmark", "9", "dams|ferries"),
        ("2019-06-13", "Marlow", "Ostrovia", "Velmark", "14", "river police|salt tax"),
        ("2020-06-11", "Tarn", "Velmark", "Ostrovia", "7", "locusts|grain reserve"),
    ],
    columns=["date", "place", "chair", "next_chair", "n_documents", "words"],
).assign(holder="Lowland Pact", occasion="session of the council", source="", status="")


def read(folder, files, **options):
    for name, content in files.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return corpus.read_folder(folder, **options)


def write_table(rows, path):
    """Write a table of texts in the form that the name of the file asks for."""
    if path.suffix == ".jsonl":
        rows.to_json(path, orient="records", lines=True)
    elif path.suffix == ".csv":
        rows.to_csv(path, index=False)
    else:
        rows.to_parquet(path)
