"""Topics as pictures: how large they are, how sure, and how their share moves."""

import pandas as pd
from matplotlib.patches import Patch

from analysis.blocks import Picture, Text
from analysis.figures import style
from analysis.topics import TopicModel

__all__ = ["topic_shares", "topic_sizes", "topic_stability"]

LABEL_LETTERS = 44  # what stands left of the bars on a page's width
GROUP_LETTERS = 16  # of a turned word below a column
SHOWN_TERMS = 6
PALE = "#9db8d2"
MOST_GROUPS = 30  # columns that leave room for a two-digit per cent


def topic_sizes(model: TopicModel) -> Picture | Text:
    """Passages per topic, the weakly placed part pale; exploratory topics hatched."""
    topics, placements = model.topics, model.placements
    if topics.empty:
        return Text("No topic was found that could be shown.", kind="note")
    weak = placements[placements["weak"]].groupby("topic").size()
    weak = weak.reindex(topics["topic"], fill_value=0).to_numpy()
    sizes = topics["n_passages"].to_numpy()
    hatched = (topics["status"] != "usable").to_numpy()
    axes = style.axes(style.height_for(2 * len(topics), row=0.18, rest=1.0))
    places = range(len(topics))
    for at, size, pale, hatch in zip(places, sizes, weak, hatched, strict=True):
        face = "white" if hatch else style.ACCENT
        axes.barh(at, size - pale, 0.42, color=face, edgecolor=style.ACCENT,
                  hatch="////" if hatch else None, linewidth=0.8)  # fmt: skip
        axes.barh(at, pale, 0.42, left=size - pale, color="white" if hatch else PALE,
                  edgecolor=PALE, hatch="////" if hatch else None, linewidth=0.8)  # fmt: skip
        axes.text(size, at, f" {size:,}", va="center", fontsize=7.5)
    for at, (terms, label) in enumerate(zip(topics["terms"], topics["label"], strict=True)):
        named = set(label.replace(",", "").split())
        words = ", ".join([term for term in terms.split("|") if term not in named][:SHOWN_TERMS])
        axes.text(0, at + 0.27, words, va="top", fontsize=6.5, color=style.MUTED)
    axes.set_yticks(
        list(places), [style.shortened(label, LABEL_LETTERS) for label in topics["label"]]
    )
    axes.set_ylim(len(topics) - 0.35, -0.5)
    axes.set_xlabel("passages")
    axes.margins(x=0.1)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.figure.legend(
        handles=[
            Patch(facecolor=style.ACCENT, label="usable"),
            Patch(facecolor="white", edgecolor=style.ACCENT, hatch="////", label="exploratory"),
            Patch(facecolor=PALE, label="pale end: weakly placed"),
        ],
        loc="outside upper left",
        ncols=3,
        frameon=False,
        fontsize=7.5,
    )
    total, sure = len(placements), int((~hatched).sum())
    largest = topics.iloc[sizes.argmax()]
    return Picture(
        axes,
        title=f"{_topics(len(topics))} in {total:,} passages; {sure} stable enough to build on",
        alt=(
            f"Bars of passages per topic. {_topics(len(topics))} of {total:,} passages; the "
            f"largest is {largest['label']} with {largest['n_passages']:,}. {sure} usable, "
            f"{int(hatched.sum())} exploratory; {int(weak.sum()):,} passages weakly placed."
        ),
        note=f"Every one of {total:,} passages is placed; {int(weak.sum()):,} lie as near to a "
        "second topic.",
    )


def topic_stability(model: TopicModel) -> Picture | Text:
    """Agreement of repeated runs by number of topics, beside that of shuffled words."""
    curve, n_topics = model.curve, len(model.topics)
    if len(curve) < 2:
        why = "The number of topics was given" if n_topics else "No division was tried"
        return Text(f"{why}, so there is no curve to choose it from.", kind="note")
    axes = style.axes(2.3)
    x = curve["n_topics"]
    axes.fill_between(x, curve["null_agreement"], curve["agreement"], color=style.FAINT, lw=0,
                      where=curve["excess"] > 0)  # fmt: skip
    axes.plot(x, curve["agreement"], "o-", color=style.ACCENT, ms=4, label="the corpus")
    axes.plot(x, curve["null_agreement"], "s--", color=style.MUTED, ms=3.5, mfc="white",
              label="its words shuffled")  # fmt: skip
    axes.set_xlabel("number of topics")
    axes.set_ylabel("agreement of runs (ARI)")
    axes.set_ylim(min(0, curve[["agreement", "null_agreement"]].min().min()), 1.05)
    axes.legend(loc="upper right", ncols=2, frameon=False, fontsize=7.5)
    chosen = curve[curve["n_topics"] == n_topics]
    best = curve.loc[curve["excess"].idxmax()]
    if len(chosen):
        at = chosen.iloc[0]
        axes.axvline(n_topics, color=style.INK, lw=0.8, ls=":")
        axes.annotate(f"{n_topics} chosen", (n_topics, 0.03), xytext=(4, 0), fontsize=7.5,
                      textcoords="offset points")  # fmt: skip
        title = (
            f"{n_topics} topics: runs agree at {at['agreement']:.2f}, "
            f"shuffled words at {at['null_agreement']:.2f}"
        )
    else:
        title = f"No number of topics stands out (best excess {best['excess']:.2f})"
    return Picture(
        axes,
        title=title,
        alt=(
            f"Two curves over {int(x.min())} to {int(x.max())} topics: agreement of runs on parts "
            f"of the corpus and on shuffled words. The gap is widest at {int(best['n_topics'])} "
            f"topics ({best['agreement']:.2f} against {best['null_agreement']:.2f}). {title}."
        ),
        note="Agreement: adjusted Rand index of divisions of four fifths of the passages, on what "
        "they share. The shaded gap is what the corpus has beyond chance.",
    )


def topic_shares(shares: pd.DataFrame) -> Picture | Text:
    """Share of each topic in each year: a table of shades with per cents."""
    if shares.empty:
        return Text("No topics are shown, or no passage has a year to compare by.", kind="note")
    groups = shares.groupby("group")["n_group"].first()
    if len(groups) > MOST_GROUPS:
        groups = groups.sort_values(ascending=False).head(MOST_GROUPS).sort_index()
    table = shares.pivot(index="topic", columns="group", values="share")[groups.index]
    labels = shares.drop_duplicates("topic").set_index("topic")["label"].reindex(table.index)
    axes = style.axes(style.height_for(len(table), row=0.2, rest=0.9))
    axes.imshow(table.to_numpy(), cmap=style.SCALE, vmin=0, aspect="auto")
    top = table.to_numpy().max() or 1
    size = 6.5 if len(groups) <= 18 else 5.5
    for row in range(len(table)):
        for column in range(len(groups)):
            value = table.iat[row, column]
            if value >= 0.005:
                ink = style.ink_on(style.SCALE(value / top))
                axes.text(column, row, f"{100 * value:.0f}", ha="center", va="center",
                          fontsize=size, color=ink)  # fmt: skip
    names = [style.shortened(str(name), GROUP_LETTERS) for name in groups.index]
    upright = max(map(len, names)) > 5 or len(groups) > 16
    gap = "  n " if upright else "\nn "  # turned words stand in one line
    ticks = [f"{name}{gap}{n:,}" for name, n in zip(names, groups, strict=True)]
    axes.set_xticks(range(len(groups)), ticks, fontsize=6.5, rotation=90 if upright else 0)
    axes.set_yticks(range(len(table)), [style.shortened(label, LABEL_LETTERS) for label in labels])
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    strongest = shares.loc[shares["share"].idxmax()]
    return Picture(
        axes,
        title="Share of topics by year, in per cent of the passages of the year",
        alt=(
            f"Table of shades: {len(table)} topics by {len(groups)} years. The highest "
            f"share is {strongest['label']} in {strongest['group']}: "
            f"{100 * strongest['share']:.0f} per cent of {strongest['n_group']:,} passages."
        ),
        note="n: passages of the year, placed in any topic.",
    )


def _topics(n: int) -> str:
    return "1 topic" if n == 1 else f"{n} topics"
