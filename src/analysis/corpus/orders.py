"""Which figure is the day in "The Lake Herald, 02/05/2023": the paper's other dates decide.

One paper writes its dates in one order. Where another of its date lines can be read only one way
("The Lake Herald, 30/05/2023"), the ones that can be read both ways follow it; papers are not
mixed, for a corpus may hold some that put the month first.
"""

from dataclasses import replace

from analysis.dates.published import dates_in, in_header
from analysis.text.headers import header_name

__all__ = ["settle_orders"]


def settle_orders(rows: list[dict]) -> None:
    """Give the documents dated by an open date line the day that their paper's other lines allow.

    >>> line = dict(date_basis="header", doc_id="a", candidates="")
    >>> rows = [line | dict(date_evidence="The Lake Herald, 30/05/2023"),
    ...         line | dict(date_evidence="The Lake Herald, 02/05/2023", candidates="x|y")]
    >>> settle_orders(rows)
    >>> rows[1]["published"], rows[1]["candidates"]
    ('2023-05-02', '')
    """
    headed = [
        (name, row)
        for row in rows
        if row["date_basis"] == "header" and (name := header_name(row["date_evidence"]))
    ]
    orders: dict[str, dict[str, dict]] = {}
    for name, row in headed:
        for one in dates_in(row["date_evidence"]):
            if "order" in one.numbers:
                orders.setdefault(name, {}).setdefault(one.numbers["order"], row)
    for name, row in headed:
        order = orders.get(name, {})
        if row["candidates"] and len(order) == 1:
            first, witness = next(iter(order.items()))
            found = in_header(row["date_evidence"], day_first=first == "day")
            like = f"{first} first as in {witness['doc_id']}: {witness['date_evidence']}"
            row |= replace(found, evidence=f"{found.evidence}; {like}").cells
