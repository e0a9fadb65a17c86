"""A figure: an SVG whose words can be searched, and its message for who cannot see it."""

import hashlib
import io
import re
import warnings

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.blocks.base import Block, BlockError, escape, literal, number_mark, one_line

__all__ = ["Picture"]

# Words that describe the file and not what it shows.
PLACEHOLDER = re.compile(
    r"(?:an?|the|this|my)?\s*(?:figure|image|picture|plot|chart|graph|alt(?: text)?|todo|tbd|xxx)"
    r"(?:\s*\d+)?\W*",
    re.IGNORECASE,
)
BLANKS = re.compile(r"(<(?:text|tspan)\b[^>]*>)( +)")
FEWEST_WORDS = 4  # fewer cannot hold a subject, what is said of it, and a number
SETTINGS = {
    "svg.fonttype": "none",  # words stay words: searchable, and a third of the size
    "font.family": ["DejaVu Sans"],
    "font.sans-serif": ["DejaVu Sans"],
}


class Picture(Block):
    """A figure, its title and its alt text.

    Parameters
    ----------
    figure
        A matplotlib Figure, or Axes of it.
    alt
        The message of the figure in words, with its numbers: what a reader who cannot see it must
        know. Refused when empty or a placeholder.
    title
        The message as a headline above the figure.
    note
        The denominator, or how to read it, below the figure.
    """

    def __init__(
        self,
        figure: Figure | Axes,
        *,
        alt: str,
        title: str = "",
        note: str = "",
    ) -> None:
        self.alt = one_line(alt)
        if PLACEHOLDER.fullmatch(self.alt) or len(self.alt.split()) < FEWEST_WORDS:
            raise BlockError(
                f"alt text {self.alt!r} of the figure {title!r}: say in words what the figure "
                "shows, with its numbers"
            )
        self.title = one_line(title)
        self.note = one_line(note)
        self.svg = _svg(figure, self.alt + self.title)

    def html(self) -> str:
        name = "sp-" + hashlib.sha256(self.svg.encode()).hexdigest()[:10]
        title = f'<p class="sp-title">{number_mark("figure")}{escape(self.title)}</p>'
        note = f'<p class="sp-under">{escape(self.note)}</p>' if self.note else ""
        return (
            f'<figure class="sp-picture"><figcaption>{title}</figcaption>'
            f"{_inline(self.svg, name, self.alt)}{note}</figure>"
        )

    def typst(self) -> str:
        return (
            f"#sp-picture({literal(self.svg)}, alt: {literal(self.alt)}, "
            f"title: {literal(self.title)}, note: {literal(self.note)})"
        )

    def plain(self) -> str:
        return f"{self.title}\n[figure: {self.alt}]".strip()


def _svg(figure: Figure | Axes, salt: str) -> str:
    """The figure as SVG: the same figure always gives the same characters."""
    whole = figure.get_figure(root=True) if isinstance(figure, Axes) else figure
    if not isinstance(whole, Figure):
        raise BlockError(f"a Picture takes a matplotlib Figure or Axes, not {type(figure)}")
    page = io.StringIO()
    with matplotlib.rc_context({**SETTINGS, "svg.hashsalt": salt}), warnings.catch_warnings():
        # The words stay words: a letter that our font lacks is shown in the reader's own.
        warnings.filterwarnings("ignore", message=r"Glyph \d+ .* missing from")
        whole.savefig(page, format="svg", metadata={"Date": None, "Creator": None})
    # SVG drops blanks at the start of a text, which keep a label off its mark.
    return BLANKS.sub(lambda found: found[1] + "\u00a0" * len(found[2]), page.getvalue())


def _inline(svg: str, name: str, alt: str) -> str:
    """An SVG that can stand beside others in one page: own ids, and a style for itself alone."""
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>\s*", "", body, flags=re.DOTALL)
    body = re.sub(r'\bid="', f'id="{name}-', body)
    body = re.sub(r"url\(#", f"url(#{name}-", body)
    body = re.sub(r'xlink:href="#', f'xlink:href="#{name}-', body)
    body = body.replace('<style type="text/css">*{', f'<style type="text/css">#{name} *{{')
    opening = f'<svg id="{name}" role="img" aria-label="{escape(alt)}"'
    return body.replace("<svg", opening, 1)
