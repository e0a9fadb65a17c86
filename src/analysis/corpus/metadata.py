"""What the analyst wrote beside or above a text: a sidecar (lake.json for lake.txt), front matter.

Both give the columns of a manifest under the names people use for them; the manifest wins over
both, and both win over what the text itself suggests.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.corpus.manifest import MANIFEST_COLUMNS
from analysis.dates.published import from_value

__all__ = ["front_matter", "is_sidecar", "read_sidecar"]

_NAMES = {name: name for name in MANIFEST_COLUMNS} | {
    "date": "published", "publisher": "outlet", "source": "outlet", "lang": "language",
    "url": "source_url", "location": "place", "speaker": "author",
}  # fmt: skip
_LINE = re.compile(r"^([\w-]+)[ \t]*[:=][ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.M)


def front_matter(words: str) -> dict[str, str]:
    """The values of the lines "name: value", or "name = value", above a text.

    >>> front_matter('---\\ntitle: "The lake"\\ndate: 2019-07-25T10:00\\n---')
    {'title': 'The lake', 'published': '2019-07-25'}
    >>> front_matter('+++\\ntitle = "The lake: a story"\\ndate = 2019-07-25T10:00:00Z\\n+++')
    {'title': 'The lake: a story', 'published': '2019-07-25'}
    """
    return _known(dict(_LINE.findall(words)))


def is_sidecar(path: Path, names: Sequence[str]) -> bool:
    """Whether a .json file stands beside a text of its name: lake.json, lake.txt.json."""
    stem = path.stem
    return any(
        name == stem or name.rpartition(".")[0] == stem for name in names if name != path.name
    )


def read_sidecar(path: Path) -> tuple[dict[str, str], str]:
    """The values of the sidecar of a text, and why one that is there cannot be read."""
    fault = ""
    for beside in (path.with_name(f"{path.name}.json"), path.with_suffix(".json")):
        try:
            values = json.loads(beside.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return _known(values), ""
        fault = f"what {beside.name} says of it is left out: it is no JSON object"
    return {}, fault


def _known(values: Mapping[str, object]) -> dict[str, str]:
    """Values under the columns of a manifest; a date cut to its day, one that is none left out."""
    found = {}
    for name, value in values.items():
        column = _NAMES.get(name.lower())
        if column and isinstance(value, str | int) and str(value).strip():
            found.setdefault(column, str(value).strip())
    if "published" in found:
        found["published"] = found["published"][:10]
        if from_value(found["published"], "", "") is None:
            del found["published"]
    return found
