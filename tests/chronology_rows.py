"""Literal rows for the tests of what comes after positions: one invented body and its patrols."""

from analysis import chronology, tables

PATROLS = "The Pact stresses that joint patrols on the river are not aimed at any neighbour."
AGAIN = (
    "The Pact reiterates that joint river patrols are directed neither at neighbours nor guests."
)
SCHOOL = "The Pact welcomes the opening of a school for pilots in Harrow."
FERRIES = "The Pact notes that ferries run late in winter."


def position(key, quote, date, **further):
    low, high = (date, date) if len(date) != 4 else (f"{date}-01-01", f"{date}-12-31")
    cue = quote.split()[2]
    start = quote.index(cue)
    return {
        "position_id": key,
        "doc_id": f"doc-{key}",
        "path": f"{key}.txt",
        "start": 0,
        "end": len(quote),
        "quote": quote,
        "mode": "indirect",
        "holder": "Lowland Pact",
        "cue": cue,
        "cue_start": start,
        "cue_end": start + len(cue),
        "stance": "affirm",
        "strength": 2,
        "negated": False,
        "date": date,
        "date_low": low,
        "date_high": high,
        "act_id": f"act:{key}",
        "confidence": 1.0,
        **further,
    }


def document(key, date, **further):
    return {
        "doc_id": key,
        "path": f"{key}.txt",
        "item": 1,
        "start": 0,
        "end": 10,
        "published": date,
        "published_precision": "day",
        "published_low": date,
        "published_high": date,
        **further,
    }


def positions(*rows):
    return tables.from_rows("positions", rows)


def acts(*keys, **further):
    return tables.from_rows(
        "acts",
        [
            {
                "act_id": f"act:{key}",
                "holder": "Lowland Pact",
                "date": date,
                "date_low": date,
                "date_high": date,
                "n_documents": 1,
                **further,
            }
            for key, date in keys
        ],
    )


ACTS = acts(("a", "2031-01-01"), ("b", "2032-01-01"), ("c", "2033-01-01"))


def links(*rows):
    return chronology.link_positions(positions(*rows), ACTS)


def relations(*rows):
    found = links(*rows)
    names = ("position_a", "position_b", "relation")
    return list(zip(*(found[name] for name in names), strict=True))


def threads(*rows):
    table = positions(*rows)
    return chronology.build_threads(table, chronology.link_positions(table, ACTS), ACTS)


def on_theme(key, date, theme, **further):
    return position(key, PATROLS, date, themes=theme, **further)
