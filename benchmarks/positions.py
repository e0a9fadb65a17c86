"""How fast positions are found: passages to statements and positions, beside a plain word count.

    python benchmarks/positions.py                     # 1 and 4 MB
    python benchmarks/positions.py --megabytes 1 10 100
    python benchmarks/positions.py --corpus FOLDER     # texts of your own

The made-up texts have the shape of official statements: nearly every sentence takes a stance, which
is the slow case. The yardstick is scikit-learn's CountVectorizer on the same texts in the same run;
a sixth of its speed is what finding positions may take. Both take turns; each time is the best of
five, in seconds of one process.
"""

import argparse
import random
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer

from analysis import corpus, positions, statements, tables
from analysis.codebook import read_codebook

WHO = ["We", "The Compact", "The Ports Council", "Premier Lund", "Both leaders", "Valdoria", "They"]
DOES = [
    "condemn the raid on",
    "welcome the opening of",
    "call on all sides to leave",
    "reaffirm our support for",
    "must protect",
    "will continue to defend",
    "are deeply concerned about",
    "stressed the importance of",
    "said that trade had grown in",
    "met last spring in",
    "opened a market near",
    "have built a quay beside",
]
WHAT = [
    "the strait of Selm, which joins both seas",
    "the harbour and its old quays",
    "fishing rights off the northern islands",
    "free passage for every ship under the accord of 1988",
    "the clinics and wells of the drought-stricken provinces",
]
SYLLABLES = ["ba", "co", "de", "fi", "gra", "lo", "ma", "ne", "pro", "ru", "sa", "ti", "ver", "wen"]
FILLER = 11  # further words a sentence, so that it has the length of one in an official statement


def sentence_of(drawn: random.Random) -> str:
    """A sentence with a cue and words of a vocabulary as wide as a real one."""
    filler = ("".join(drawn.choices(SYLLABLES, k=drawn.randint(2, 4))) for _ in range(FILLER))
    start = f"{drawn.choice(WHO)} {drawn.choice(DOES)} {drawn.choice(WHAT)}"
    return f"{start} with {' '.join(filler)}."


def made_up(megabytes: float, seed: int = 0) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, str]]:
    """Documents of 9 kB with their paragraphs and sentences, and their texts."""
    drawn = random.Random(seed)
    documents, rows, texts = [], [], {}
    for number in range(max(1, round(megabytes * 1e6 / 9000))):
        doc_id, pieces, at = f"d{number}", [], 0
        while at < 9000:
            start = at
            for _ in range(5):
                sentence = sentence_of(drawn)
                rows.append((doc_id, "sentence", at, at + len(sentence)))
                pieces.append(sentence + " ")
                at += len(sentence) + 1
            rows.append((doc_id, "paragraph", start, at - 1))
            pieces[-1] = pieces[-1][:-1] + "\n"
        texts[doc_id] = "".join(pieces)
        blank = dict.fromkeys(tables.empty("documents").columns, "")
        documents.append(blank | {"doc_id": doc_id, "path": doc_id, "author": "Valdoria"})
    passages = pd.DataFrame(rows, columns=["doc_id", "unit", "start", "end"])
    return pd.DataFrame(documents), passages.assign(kind="body", passage_id=""), texts


def best(*works: Callable[[], object], times: int = 5) -> list[float]:
    """The least seconds of each; they take turns, so that a busy machine is busy for all."""
    spent = [[] for _ in works]
    for _ in range(times):
        for work, seconds in zip(works, spent, strict=True):
            start = time.process_time()
            work()
            seconds.append(time.process_time() - start)
    return list(map(min, spent))


def measure(documents: pd.DataFrame, passages: pd.DataFrame, texts: dict[str, str]) -> str:
    book = read_codebook(None)
    size = sum(len(texts[doc_id]) for doc_id in documents["doc_id"]) / 1e6

    def find() -> pd.DataFrame:
        fresh = passages.copy()  # nothing kept from the round before
        told = statements.find_statements(documents, fresh, texts, book)
        mentions = tables.empty("mentions")
        return positions.find_positions(told, documents, fresh, mentions, texts, book)[0]

    def count() -> None:
        CountVectorizer().fit_transform(list(texts.values()))

    counting, finding = best(count, find)
    return (
        f"{size:7.2f} MB  {size / finding:5.2f} MB/s  CountVectorizer {size / counting:5.1f} MB/s"
        f"  ratio {finding / counting:4.1f}  positions {len(find())}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1, 4])
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    if options.corpus:
        read = corpus.read_folder(options.corpus)
        print(
            measure(
                read.documents, corpus.split_passages(read.documents, read.texts), dict(read.texts)
            )
        )
        return
    for megabytes in options.megabytes:
        print(measure(*made_up(megabytes)))


if __name__ == "__main__":
    main()
