"""How fast texts are read: files to documents, passages and dates, beside a plain word count.

    python benchmarks/reading.py                    # 1 and 10 MB
    python benchmarks/reading.py --megabytes 1 10 30 100
    python benchmarks/reading.py --corpus FOLDER    # texts of your own

The texts are made up, in the shape of official statements: documents of 9 kB, wrapped lines, a
date in every sixth sentence. The yardstick is scikit-learn's CountVectorizer on the same texts in
the same run; an eighth of its speed is what reading may take. Time is that of the processor, and
memory the most that the process has held. dateparser's search_dates, where it is installed, runs on
the first texts alone.
"""

import argparse
import random
import resource
import sys
import tempfile
import textwrap
import time
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer

from analysis import corpus, dates

DOCUMENT_BYTES = 9_000
DATEPARSER_BYTES = 20_000
SYLLABLES = [
    "ba",
    "co",
    "de",
    "fi",
    "gra",
    "lo",
    "ma",
    "ne",
    "pro",
    "ru",
    "sa",
    "ti",
    "ver",
    "wen",
    "an",
    "or",
    "il",
    "en",
    "ast",
    "um",
]
FRAME = [
    "the {} of the {} {} to {} the {} in a {} way, and the {} {} that {} would not {} its {}",
    "in this {}, we {} our {} to the {} and {} the {} between the {} and the {} of {}",
    "both sides {} the {} {} and {} for a {} on the {} with {} and {}",
]
TIMES = [
    "on 14 March 2018",
    "last week",
    "in September",
    "two years ago",
    "on Tuesday",
    "in the third quarter of 2017",
    "since the 1990s",
    "on May 5",
    "this year",
    "from 3 to 6 September",
]


def vocabulary(draw: random.Random, size: int = 4_000) -> list[str]:
    """Made-up words, so that no two texts are alike by chance."""
    return ["".join(draw.choices(SYLLABLES, k=draw.randrange(1, 5))) for _ in range(size)]


def sentence(draw: random.Random, words: list[str]) -> str:
    frame = draw.choice(FRAME)
    said = frame.format(*draw.choices(words, k=frame.count("{}")))
    if draw.random() < 1 / 6:  # as often as official statements name a time
        said += " " + draw.choice(TIMES)
    return f"{said[0].upper()}{said[1:]}."


def write_texts(folder: Path, megabytes: float, *, seed: int = 7) -> None:
    """Made-up statements of so many megabytes in all."""
    draw = random.Random(seed)
    words = vocabulary(draw)
    for number in range(max(1, round(megabytes * 1_000_000 / DOCUMENT_BYTES))):
        paragraphs, size = [f"Statement No. {number} of the Lowland Pact"], 0
        while size < DOCUMENT_BYTES:
            paragraph = " ".join(sentence(draw, words) for _ in range(4))
            paragraphs.append(textwrap.fill(paragraph, 72))
            size += len(paragraph)
        (folder / f"t{number:06}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def seconds(task) -> tuple[float, object]:
    start = time.process_time()
    result = task()
    return time.process_time() - start, result


def read_all(folder: Path) -> dict[str, str]:
    """What is measured: the three steps, one after the other."""
    found = corpus.read_folder(folder)
    passages = corpus.split_passages(found.documents, found.texts)
    dates.find_dates(found.documents, passages, found.texts)
    return dict(found.texts)


def peak_megabytes() -> float:
    """The most memory this process has held; sizes grow, so it is that of the last one."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def measure(folder: Path) -> str:
    reading, texts = seconds(lambda: read_all(folder))
    peak = peak_megabytes()
    counting, _ = seconds(lambda: CountVectorizer().fit_transform(texts.values()))
    size = sum(map(len, texts.values())) / 1e6
    return (
        f"{size:7.1f} MB  {reading:7.2f} s  {size / reading:5.2f} MB/s  at most {peak:6.0f} MB  "
        f"CountVectorizer {size / counting:5.2f} MB/s  one part in {reading / counting:4.1f}"
    )


def measure_dateparser(folder: Path) -> str:
    try:
        from dateparser.search import search_dates
    except ImportError:
        return "dateparser is not installed (pip install standpoint[bench])"
    text = next(iter(sorted(folder.glob("*.txt")))).read_text(encoding="utf-8")[:DATEPARSER_BYTES]
    parsing, _ = seconds(lambda: search_dates(text, languages=["en"]))
    finding, _ = seconds(lambda: [dates.find_expressions(text) for _ in range(20)])
    return f"search_dates takes {parsing / (finding / 20):.0f} times as long as find_expressions"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1, 10])
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        write_texts(Path(scratch), 0.05)
        read_all(Path(scratch))  # models and patterns are loaded before the clock starts
        print(measure_dateparser(Path(scratch)))
    if options.corpus:
        print(measure(options.corpus))
        return
    for megabytes in sorted(options.megabytes):
        with tempfile.TemporaryDirectory() as scratch:
            write_texts(Path(scratch), megabytes)
            print(measure(Path(scratch)))


if __name__ == "__main__":
    main()
