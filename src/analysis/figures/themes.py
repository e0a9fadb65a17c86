"""Themes as pictures: which go together, in a matrix and a network, and how they move over time."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from analysis import tables
from analysis.blocks import Picture, Text
from analysis.figures import style
from analysis.themes import FOUND

__all__ = ["theme_counts", "theme_matrix", "theme_network", "themes_over_time"]

MOST_THEMES = 40  # more rows than this leave no room for words on a page
MOST_EDGES = 60  # lines; among more the eye follows none
FEW_THEMES = 16  # on a circle: level words of more would touch
LABEL = 30  # characters of a theme's name beside the matrix
MOST_YEARS = 34  # columns that leave room for a two-digit count
PALE = "#6f9bc4"  # a coefficient that unequal frequencies distort


def theme_counts(
    mentions: pd.DataFrame, documents: pd.DataFrame, *, labels: Mapping[str, str] | None = None
) -> Picture | Text:
    """Documents that mention each theme, and how often they do."""
    copies = tables.copies(documents)
    mentions = mentions[~mentions["doc_id"].isin(copies)]
    n_documents = len(documents) - len(copies)
    if mentions.empty:
        return Text(
            f"No theme of the codebook was found in {n_documents:,} documents.", kind="note"
        )
    counts = mentions.groupby("theme").agg(
        n_documents=("doc_id", "nunique"), n_mentions=("doc_id", "size")
    )
    order = ["n_documents", "n_mentions", "theme"]
    counts = counts.reset_index().sort_values(order, ascending=[False, False, True])
    counts = counts.head(MOST_THEMES)
    axes = style.axes(style.height_for(len(counts), row=0.2, rest=0.6))
    places = range(len(counts))
    axes.barh(places, counts["n_documents"], 0.62, color=style.ACCENT)
    for at, row in zip(places, counts.itertuples(), strict=True):
        words = f" {row.n_documents:,}  ({tables.counted(row.n_mentions, 'mention')})"
        axes.text(row.n_documents, at, words, va="center", fontsize=7)
    axes.set_yticks(places, [_name(theme, labels) for theme in counts["theme"]], fontsize=7.5)
    axes.set_ylim(len(counts) - 0.4, -0.6)
    axes.set_xlim(0, counts["n_documents"].max() * 1.3)
    axes.set_xlabel(f"documents, of {n_documents:,}")
    axes.xaxis.get_major_locator().set_params(integer=True)
    first, last = counts.iloc[0], counts.iloc[-1]
    return Picture(
        axes,
        title=f"{_name(first['theme'], labels)} stands in most documents: "
        f"{first['n_documents']:,} of {n_documents:,}",
        alt=(
            f"Bars for {len(counts)} themes: documents that mention each, of {n_documents:,}. Most "
            f"{_name(first['theme'], labels)} ({first['n_documents']:,}), fewest "
            f"{_name(last['theme'], labels)} ({last['n_documents']:,})."
        ),
        note=f"Of {n_documents:,} documents; {len(copies):,} that repeat another are left out.",
    )


def theme_matrix(
    pairs: pd.DataFrame, *, unit: str = "paragraph", labels: Mapping[str, str] | None = None
) -> Picture | Text:
    """Pairs of themes as an ordered matrix: shade is NPMI, the number is units with both.

    Themes that go together stand together (average links, optimal leaf order). A frame marks the
    pairs found at q < .05.
    """
    chosen = pairs[pairs["unit"] == unit]
    if chosen.empty:
        return Text("No two themes of the codebook were found in these texts.", kind="note")
    order = _order(chosen)[:MOST_THEMES]
    n = len(order)
    place = {theme: i for i, theme in enumerate(order)}
    cell = min(0.3, 4.4 / n)
    axes = style.axes(cell * n + 0.45)
    axes.figure.set_layout_engine("compressed")  # square cells: the words stand beside them
    chosen = chosen[chosen["theme_a"].isin(place) & chosen["theme_b"].isin(place)]
    shades = np.full((n, n), np.nan)
    size = min(7.0, 72 * cell * 0.5)
    for pair in chosen.itertuples():
        row, column = sorted((place[pair.theme_a], place[pair.theme_b]), reverse=True)
        shades[row, column] = max(pair.npmi, 0)
        if pair.n_both:
            ink = style.ink_on(style.SCALE(max(pair.npmi, 0)))
            words = f"{pair.n_both}*" if pair.distorted else f"{pair.n_both}"
            axes.text(column, row, words, ha="center", va="center", color=ink,
                      fontsize=size)  # fmt: skip
        if pair.q < FOUND and pair.npmi > 0:
            axes.add_patch(_frame(column, row, dotted=pair.one_document))
    image = axes.imshow(shades, cmap=style.SCALE, vmin=0, vmax=1)
    # The empty half holds the scale; columns bear the numbers of the rows, so no word is turned.
    bar = axes.figure.colorbar(image, cax=axes.inset_axes((0.56, 0.93, 0.4, 0.025)),
                               orientation="horizontal")  # fmt: skip
    bar.set_label("NPMI (0 or below: chance)", fontsize=7.5, color=style.MUTED)
    bar.ax.tick_params(labelsize=7)
    names = [
        f"{style.shortened(_name(theme, labels), LABEL)}  {i}"
        for i, theme in enumerate(order, start=1)
    ]
    axes.set_yticks(range(n), names, fontsize=min(8, size + 1.5))
    axes.set_xticks(range(n), [str(i) for i in range(1, n + 1)], fontsize=min(7, size + 0.8))
    axes.tick_params(axis="x", length=0)
    axes.spines[:].set_visible(False)
    found = chosen[(chosen["q"] < FOUND) & (chosen["npmi"] > 0)]
    units = int(chosen["n_units"].iloc[0])
    return Picture(
        axes,
        title=f"{len(found)} of {len(chosen)} pairs of themes share a {unit} more than by chance",
        alt=f"Matrix of {n} themes; shade is NPMI, the number is {unit}s with both. "
        + _strongest_words(found, labels, unit)
        + f" {units:,} {unit}s in all.",
        note=f"Number: {unit}s with both, of {units:,}. Framed: found at q < .05 over all "
        f"{len(chosen)} pairs, dotted where one document carries it. *: one theme is five times as "
        "frequent as the other, which distorts NPMI. A column has the theme of the row of its "
        "number.",
    )


def theme_network(
    pairs: pd.DataFrame, *, unit: str = "paragraph", labels: Mapping[str, str] | None = None
) -> Picture | Text:
    """Pairs found together more than chance, as lines between themes on a circle.

    The places are fixed by the same order as in the matrix. A line is as wide as the lower end of
    its interval; dashed where it holds in less than three quarters of the specifications, dotted
    where one document carries it, pale where unequal frequencies distort it.
    """
    chosen = pairs[pairs["unit"] == unit]
    edges = chosen[(chosen["q"] < FOUND) & (chosen["low"] > 0)]
    if edges.empty:
        return Text(
            f"No two themes share a {unit} so much more than by chance that the interval of the "
            "association stays above zero.",
            kind="note",
        )
    shown = edges.sort_values(["low", "theme_a", "theme_b"], ascending=[False, True, True])
    shown = shown.head(MOST_EDGES)
    order = [theme for theme in _order(chosen) if theme in set(edges.theme_a) | set(edges.theme_b)]
    angle = {theme: np.pi / 2 - 2 * np.pi * i / len(order) for i, theme in enumerate(order)}
    few = len(order) <= FEW_THEMES
    axes = style.axes(3.6 if few else 5.6)
    axes.set_aspect("equal")
    axes.axis("off")
    for edge in shown.iloc[::-1].itertuples():
        kind, colour = _line(edge)
        ends = [_point(angle[edge.theme_a]), _point(angle[edge.theme_b])]
        axes.plot(*_curve(*ends), ls=kind, color=colour, lw=0.6 + 7 * max(edge.low, 0) ** 1.2,
                  alpha=0.8, solid_capstyle="round", zorder=1)  # fmt: skip
    sizes = _sizes(chosen)
    top = max(sizes.values())
    for theme in order:
        x, y = _point(angle[theme])
        axes.scatter([x], [y], s=20 + 130 * sizes[theme] / top, color="white",
                     edgecolor=style.ACCENT, lw=1.4, zorder=2)  # fmt: skip
        _label(axes, angle[theme], f"{_name(theme, labels)} ({sizes[theme]:,})", len(order))
    axes.set_xlim(-1.9, 1.9)
    axes.set_ylim(*((-1.3, 1.3) if few else (-1.65, 1.65)))
    axes.figure.legend(handles=_legend(), loc="outside lower center", ncols=4, frameon=False,
                       fontsize=7)  # fmt: skip
    more = f" Of {len(edges)} pairs the {len(shown)} surest are drawn." * (len(edges) > len(shown))
    units = int(chosen["n_units"].iloc[0])
    return Picture(
        axes,
        title=f"{len(edges)} pairs of themes go together in the same {unit}, by the lower end of "
        "their interval",
        alt=f"Network of {len(order)} themes on a circle, {len(shown)} lines. "
        + _strongest_words(shown, labels, unit),
        note=f"In brackets: {unit}s with the theme, of {units:,}. Line width: lower end of the "
        f"95 % interval of NPMI.{more}",
    )


def themes_over_time(
    shares: pd.DataFrame, *, labels: Mapping[str, str] | None = None
) -> Picture | Text:
    """Share of each year's documents that mention a theme; years without documents stay empty."""
    if shares.empty:
        return Text("No dated document mentions a theme of the codebook.", kind="note")
    years = list(range(int(shares["year"].min()), int(shares["year"].max()) + 1))[-MOST_YEARS:]
    total = shares.groupby("theme")["n_documents"].sum().sort_values(ascending=False, kind="stable")
    themes = list(total.index[:MOST_THEMES])
    cells = shares.assign(year=shares["year"].astype(int)).set_index(["theme", "year"])
    table = cells["share"].unstack().reindex(index=themes, columns=years)
    counts = cells["n_documents"].unstack().reindex(index=themes, columns=years)
    n_all = cells.groupby("year")["n_all"].first().reindex(years, fill_value=0)
    axes = style.axes(style.height_for(len(themes), row=0.2, rest=0.8))
    axes.set_facecolor("white")
    axes.imshow(table.to_numpy(), cmap=style.SCALE, vmin=0, vmax=1, aspect="auto")
    size = 6.5 if len(years) <= 20 else 5.2
    for row, column in np.argwhere(counts.fillna(0).to_numpy() > 0):
        ink = style.ink_on(style.SCALE(table.iat[row, column]))
        axes.text(column, row, f"{counts.iat[row, column]:.0f}", ha="center", va="center",
                  fontsize=size, color=ink)  # fmt: skip
    ticks = [f"{year}  (n {n})" if n else f"{year}  –" for year, n in n_all.items()]
    axes.set_xticks(range(len(years)), ticks, rotation=90, fontsize=6.5)
    axes.set_yticks(range(len(themes)), [_name(theme, labels) for theme in themes], fontsize=7.5)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    empty = [str(year) for year, n in n_all.items() if not n]
    first = f"{_name(themes[0], labels)} in {int(total.iloc[0])} of {int(n_all.sum())}"
    return Picture(
        axes,
        title=f"Documents that mention a theme, {years[0]} to {years[-1]}: most often {first}",
        alt=(
            f"Table of shades, {len(themes)} themes by {len(years)} years: documents that mention "
            f"the theme, shaded by their share of the year's documents. Most often {first} dated "
            f"documents. Years without a document: {', '.join(empty) or 'none'}."
        ),
        note="Number: documents of the year that mention the theme (reports of one act count "
        "once); n: dated documents; a column with – has none, which is not silence.",
    )


def _order(pairs: pd.DataFrame) -> list[str]:
    """Themes so that those which go together stand together."""
    themes = sorted(set(pairs["theme_a"]) | set(pairs["theme_b"]))
    if len(themes) < 3:
        return themes
    place = {theme: i for i, theme in enumerate(themes)}
    distance = np.ones((len(themes), len(themes)))
    np.fill_diagonal(distance, 0)
    for pair in pairs.itertuples():
        a, b = place[pair.theme_a], place[pair.theme_b]
        distance[a, b] = distance[b, a] = 1 - np.nan_to_num(max(pair.npmi, 0))
    from scipy.cluster.hierarchy import leaves_list, linkage, optimal_leaf_ordering  # slow to load
    from scipy.spatial.distance import squareform

    condensed = squareform(distance, checks=False)
    tree = optimal_leaf_ordering(linkage(condensed, method="average"), condensed)
    return [themes[i] for i in leaves_list(tree)]


def _frame(column: int, row: int, *, dotted: bool) -> Rectangle:
    return Rectangle((column - 0.46, row - 0.46), 0.92, 0.92, fill=False, lw=0.8,
                     edgecolor=style.INK, ls=":" if dotted else "-")  # fmt: skip


def _line(edge: tuple) -> tuple[str, str]:
    held, of = map(int, edge.holds_in.split(" of "))
    if edge.one_document:
        return ":", style.MUTED
    colour = PALE if edge.distorted else style.ACCENT
    return ("-", colour) if held >= 0.75 * of else ("--", colour)


def _legend() -> list[Line2D]:
    return [
        Line2D([], [], color=style.ACCENT, ls="-", label="holds in ¾ of the ways of counting"),
        Line2D([], [], color=style.ACCENT, ls="--", label="in fewer"),
        Line2D([], [], color=style.MUTED, ls=":", label="one document carries it"),
        Line2D([], [], color=PALE, ls="-", label="unequal frequencies"),
    ]


def _point(angle: float, radius: float = 1.0) -> tuple[float, float]:
    return radius * float(np.cos(angle)), radius * float(np.sin(angle))


def _curve(start: tuple[float, float], end: tuple[float, float]) -> np.ndarray:
    """A line bent toward the middle, so that lines between neighbours do not hide each other."""
    t = np.linspace(0, 1, 40)[:, None]
    a, b = np.array(start), np.array(end)
    middle = (a + b) / 2 * 0.35
    return ((1 - t) ** 2 * a + 2 * t * (1 - t) * middle + t**2 * b).T


def _label(axes: Axes, angle: float, words: str, n: int) -> None:
    """Words outside the circle: level where there is room, else along its radius."""
    x, y = _point(angle, 1.09)
    if n <= FEW_THEMES:
        side = "center" if abs(np.cos(angle)) < 0.3 else "left" if x > 0 else "right"
        above = "bottom" if y > 0.8 else "top" if y < -0.8 else "center"
        axes.text(x, y, words, ha=side, va=above, fontsize=7.5)
        return
    degrees = np.degrees(angle) % 360
    left = 90 < degrees < 270
    axes.text(
        *(x, y, words),
        rotation=degrees - 180 if left else degrees,
        rotation_mode="anchor",
        ha="right" if left else "left",
        va="center",
        fontsize=7.5 if n <= 24 else 6.5,
    )


def _sizes(pairs: pd.DataFrame) -> dict[str, int]:
    a = pairs[["theme_a", "n_a"]].set_axis(["theme", "n"], axis=1)
    b = pairs[["theme_b", "n_b"]].set_axis(["theme", "n"], axis=1)
    return {theme: int(n) for theme, n in pd.concat([a, b]).groupby("theme")["n"].max().items()}


def _name(theme: str, labels: Mapping[str, str] | None) -> str:
    return (labels or {}).get(theme) or theme


def _strongest_words(pairs: pd.DataFrame, labels: Mapping[str, str] | None, unit: str) -> str:
    """The three surest pairs in words, for a reader who cannot see the figure."""
    if pairs.empty:
        return "No pair is found together more than by chance."
    best = pairs.sort_values(["low", "theme_a", "theme_b"], ascending=[False, True, True]).head(3)
    parts: Sequence[str] = [
        f"{_name(pair.theme_a, labels)} and {_name(pair.theme_b, labels)} "
        f"({pair.n_both} {unit}s, NPMI {pair.npmi:.2f}, {pair.low:.2f} to {pair.high:.2f})"
        for pair in best.itertuples()
    ]
    return "Surest: " + "; ".join(parts) + "."
