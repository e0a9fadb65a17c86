"""The date of each document: the ladder of evidence, applied to one item of one file."""

import re
from collections.abc import Mapping

import pandas as pd

from analysis.corpus.items import Item
from analysis.dates.published import (
    UNDATED,
    Published,
    from_value,
    in_address,
    in_dateline,
    in_file_name,
    in_header,
)
from analysis.formats import FileText

__all__ = ["date_item"]

_FRONT_DATE = re.compile(
    r"\A---[ \t]*\r?\n(?:[^\n]*\n){0,40}?(?:date|published)[ \t]*:[ \t]*"
    r"[\"']?(\d{4}(?:-\d\d){0,2})",
    re.I,
)


def date_item(
    source: FileText,
    stem: str,
    item: Item,
    *,
    alone: bool,
    manifest: Mapping[str, str],
    actors: pd.DataFrame | None = None,
    events: pd.DataFrame | None = None,
) -> Published:
    """The date of one item; what belongs to the file as a whole counts only if it stands alone."""
    told = manifest.get("published", "")
    if found := from_value(told, "manifest", told):
        return found
    if alone and (found := _of_file(source, stem)):
        return found
    words = source.text
    for rule, read in (("header", in_header), ("dateline", in_dateline)):
        for block in item.blocks:
            if block.rule == rule and (found := read(words[block.start : block.end])):
                return found
    for block in item.blocks:
        line = words[block.start : block.end]
        if block.kind == "furniture" and "/" in line and (found := in_address(line)):
            return found
    return UNDATED


def _of_file(source: FileText, stem: str) -> Published | None:
    front = _FRONT_DATE.match(source.text)
    return (
        (from_value(front[1], "front matter", front[0].rsplit("\n", 1)[-1]) if front else None)
        or from_value(source.published, "page metadata", source.published_words)
        or in_file_name(stem)
    )
