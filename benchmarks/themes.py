"""Themes at size: megabytes of text a second, and pairs scored, on made-up texts.

    python benchmarks/themes.py [--megabytes 40] [--themes 30]

Thirty themes of eight phrases each, with wildcards and NEAR, are looked for in sentences of
invented words with English function words between them.
"""

import argparse
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer

from analysis import mentions, themes

FUNCTION_WORDS = ("the", "of", "and", "to", "in", "that", "for", "with", "on", "by", "from", "as")
SENTENCE, PARAGRAPH, DOCUMENT = 24, 4, 20  # words, sentences, paragraphs


def made_up_texts(megabytes: float) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, str], list[str]]:
    """Passages, documents, texts and the words they are made of, the most frequent first."""
    rng = np.random.default_rng(7)
    syllables = [c + v + d for c in "bdfgklmnprstvz" for v in "aeiou" for d in ("", "n", "r", "s")]
    words = sorted({"".join(rng.choice(syllables, 3)) for _ in range(20_000)})
    words = [words[i] for i in rng.permutation(len(words))]
    share = 1 / np.arange(1, len(words) + 1) ** 0.9
    ladder = np.cumsum(share / share.sum())
    texts, passages, size = {}, [], 0
    while size < megabytes * 1e6:
        doc_id, parts, at = f"t{len(texts):06}", [], 0
        for p in range(DOCUMENT):
            begin = at
            for s in range(PARAGRAPH):
                said = [words[i] for i in np.searchsorted(ladder, rng.random(SENTENCE) * 0.999)]
                said[::3] = rng.choice(FUNCTION_WORDS, len(said[::3]))
                sentence = " ".join(said).capitalize() + "."
                row = (f"{doc_id}:s{p}_{s}", doc_id, "sentence", "body", at, at + len(sentence))
                passages.append(row)
                parts.append(sentence)
                at += len(sentence) + 1
            row = (f"{doc_id}:p{p}", doc_id, "paragraph", "body", begin, at - 1)
            passages.append(row)
        texts[doc_id] = " ".join(parts)
        size += at
    columns = ["passage_id", "doc_id", "unit", "kind", "start", "end"]
    documents = pd.DataFrame({"doc_id": list(texts), "act_id": "", "same_as": ""})
    return pd.DataFrame(passages, columns=columns), documents, texts, words


def made_up_themes(n_themes: int, words: list[str]) -> pd.DataFrame:
    """Themes of eight alternatives: words, wildcards, a phrase and a NEAR pair."""
    rng = np.random.default_rng(1)
    rows = []
    for number in range(n_themes):
        drawn = [words[i] for i in rng.integers(20, 3000, 10)]
        patterns = [*drawn[:5], drawn[5][:5] + "*", f"{drawn[6]} NEAR/6 {drawn[7]}",
                    f"{drawn[8]} of {drawn[9]}"]  # fmt: skip
        rows.append((f"theme-{number}", "|".join(patterns), ""))
    return pd.DataFrame(rows, columns=["theme", "patterns", "unless"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=40)
    parser.add_argument("--themes", type=int, default=30)
    options = parser.parse_args()
    passages, documents, texts, words = made_up_texts(options.megabytes)
    book = made_up_themes(options.themes, words)
    size = sum(map(len, texts.values())) / 1e6

    def timed(what: str, work: Callable[[], object]) -> object:
        began, began_cpu = time.perf_counter(), time.process_time()
        result = work()
        took, cpu = time.perf_counter() - began, time.process_time() - began_cpu
        print(f"{what}: {took:.2f} s ({cpu:.2f} s of processor), {size / took:.1f} MB/s "
              f"({size / cpu:.1f} by processor)", flush=True)  # fmt: skip
        return result

    print(f"{len(texts):,} texts, {size:.1f} MB, {len(book)} themes")
    timed("CountVectorizer, for scale", lambda: CountVectorizer().fit_transform(texts.values()))
    found = timed("finding, with sentences", lambda: mentions.find_mentions(passages, texts, book))
    print(f"{len(found):,} mentions of {found['theme'].nunique()} themes")
    pairs = timed("pairs", lambda: themes.score_pairs(found, passages, documents, texts=texts))
    print(f"{len(pairs):,} rows")


if __name__ == "__main__":
    main()
