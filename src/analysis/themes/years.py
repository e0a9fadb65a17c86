"""Themes over the years: in how many documents of a year each is mentioned, of how many."""

import pandas as pd

from analysis import sampling, tables

__all__ = ["over_time"]


def over_time(mentions: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Documents that mention each theme by year: one row per theme and year with documents.

    Columns: ``theme, year, n_documents`` (that mention it), ``n_all`` (dated documents of the
    year; those of one act count once), ``share, low, high`` (95 % interval).
    """
    documents = documents.assign(date=tables.dated(documents)["date"])
    dated = documents[(documents["date"] != "") & (documents["same_as"] == "")]
    act = dated["act_id"].where(dated["act_id"] != "", dated["doc_id"])
    unit = pd.DataFrame({"doc_id": dated["doc_id"], "act": act, "year": dated["date"].str[:4]})
    total = unit.groupby("year")["act"].nunique()
    held = mentions[["doc_id", "theme"]].drop_duplicates().merge(unit, on="doc_id")
    counts = held.groupby(["theme", "year"])["act"].nunique()
    themes = sorted(mentions["theme"].unique())
    index = pd.MultiIndex.from_product([themes, total.index], names=["theme", "year"])
    table = counts.reindex(index, fill_value=0).rename("n_documents").reset_index()
    table = table.assign(n_all=table["year"].map(total).astype(int))
    share = table["n_documents"] / table["n_all"]
    low, high = sampling.wilson(table["n_documents"].to_numpy(), table["n_all"].to_numpy())
    return table.assign(share=share, low=low, high=high)
