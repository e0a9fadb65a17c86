"""Topics at size: time and memory beside scikit-learn's plain recipe, on the same made-up texts.

    python benchmarks/topics.py [--texts 6500] [--kilobytes 11.5] [--unit passage] [--n-topics 0]

The texts are made of invented words with English function words between them, each document from
a few of forty subjects, so that nothing is downloaded and the run can be repeated anywhere.
"""

import argparse
import resource
import sys
import time

import numpy as np
import pandas as pd

from analysis import topics, vectors

FUNCTION_WORDS = ("the", "of", "and", "to", "in", "that", "for", "with", "on", "by", "from", "as")
SUBJECTS, VOCABULARY, SENTENCE, PARAGRAPH = 40, 30_000, 22, 90


def made_up_texts(n_texts: int, kilobytes: float) -> dict[str, str]:
    """Texts of invented words: one entry per document."""
    rng = np.random.default_rng(7)
    syllables = [c + v + d for c in "bdfgklmnprstvz" for v in "aeiou" for d in ("", "n", "r", "s")]
    words = np.array(["".join(rng.choice(syllables, 3)) for _ in range(VOCABULARY)])
    frequency = 1 / np.arange(1, VOCABULARY + 1) ** 0.9
    subjects = []
    for _ in range(SUBJECTS):
        boost = rng.gamma(0.05, 1, VOCABULARY) * frequency
        subjects.append(np.cumsum(boost / boost.sum()))
    paragraphs = max(1, round(kilobytes * 1000 / (PARAGRAPH * 6.1)))
    texts = {}
    for number in range(n_texts):
        held = rng.integers(0, SUBJECTS, 3)
        parts = []
        for _ in range(paragraphs):
            drawn = np.searchsorted(subjects[rng.choice(held)], rng.random(PARAGRAPH))
            said = words[np.minimum(drawn, VOCABULARY - 1)].astype(object)
            said[:: SENTENCE // 10] = rng.choice(FUNCTION_WORDS, len(said[:: SENTENCE // 10]))
            lines = [
                " ".join(said[i : i + SENTENCE]).capitalize() + "."
                for i in range(0, PARAGRAPH, SENTENCE)
            ]
            parts.append(" ".join(lines))
        texts[f"t{number:06}"] = "\n\n".join(parts)
    return texts


def paragraphs_of(texts: dict[str, str]) -> pd.DataFrame:
    """The passages table of texts whose paragraphs an empty line separates."""
    rows = []
    for doc_id, text in texts.items():
        start = 0
        for i, part in enumerate(text.split("\n\n")):
            rows.append((f"{doc_id}:p{i}", doc_id, "paragraph", "body", start, start + len(part)))
            start += len(part) + 2
    columns = ["passage_id", "doc_id", "unit", "kind", "start", "end"]
    return pd.DataFrame(rows, columns=columns)


def ours(passages: pd.DataFrame, texts: dict[str, str], unit: str, n_topics: int) -> str:
    began, began_cpu = time.perf_counter(), time.process_time()
    matrix = vectors.count_terms(passages, texts, unit=unit)
    counted = time.perf_counter()
    model = topics.fit_topics(matrix, n_topics=n_topics)
    fitted = time.perf_counter()
    return (
        f"standpoint: {fitted - began:.1f} s, {time.process_time() - began_cpu:.1f} s of processor "
        f"(counting {counted - began:.1f} s, fitting "
        f"{fitted - counted:.1f} s), {matrix.counts.shape[0]:,} rows by "
        f"{matrix.counts.shape[1]:,} terms, {len(model.topics)} topics, peak {_peak():.2f} GB"
    )


def plain(passages: pd.DataFrame, texts: dict[str, str], unit: str, n_topics: int) -> str:
    """TfidfVectorizer and NMF as most tutorials have it; the number of topics must be given."""
    from sklearn.decomposition import NMF
    from sklearn.feature_extraction.text import TfidfVectorizer
    from threadpoolctl import threadpool_limits

    rows = (
        list(texts.values())
        if unit == "document"
        else [
            texts[doc_id][start:end]
            for doc_id, start, end in zip(
                passages["doc_id"], passages["start"], passages["end"], strict=True
            )
        ]
    )
    began, began_cpu = time.perf_counter(), time.process_time()
    weights = TfidfVectorizer(
        stop_words="english", min_df=2, max_features=10_000, sublinear_tf=True
    ).fit_transform(rows)
    counted = time.perf_counter()
    with threadpool_limits(1):
        NMF(n_topics or 20, init="nndsvd", max_iter=150, tol=1e-3).fit_transform(weights)
    fitted = time.perf_counter()
    return (
        f"TfidfVectorizer + NMF: {fitted - began:.1f} s, "
        f"{time.process_time() - began_cpu:.1f} s of processor "
        f"(counting {counted - began:.1f} s, fitting "
        f"{fitted - counted:.1f} s), {n_topics or 20} topics given, peak {_peak():.2f} GB"
    )


def _peak() -> float:
    """The most memory the process has held so far, in GB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e9


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=int, default=6500)
    parser.add_argument("--kilobytes", type=float, default=11.5)
    parser.add_argument("--unit", choices=("passage", "document"), default="passage")
    parser.add_argument("--n-topics", type=int, default=0)
    options = parser.parse_args()
    texts = made_up_texts(options.texts, options.kilobytes)
    passages = paragraphs_of(texts)
    size = sum(map(len, texts.values())) / 1e6
    print(f"{len(texts):,} texts, {len(passages):,} passages, {size:.1f} MB, peak {_peak():.2f} GB")
    print(ours(passages, texts, options.unit, options.n_topics), flush=True)
    print(plain(passages, texts, options.unit, options.n_topics))


if __name__ == "__main__":
    main()
