"""Links and threads at size: seconds and memory for 10,000 to 100,000 made-up positions.

    python benchmarks/links.py [--sizes 10000 30000 100000] [--holders 40]

Positions are sentences of invented words with a natural spread of frequencies; every tenth says an
earlier one again with two words changed, so that there is something to find. The last column is
the time for each 1,000 positions: it must not grow with the size.
"""

import argparse
import resource
import time

import numpy as np
import pandas as pd

from analysis import chronology, tables

VOCABULARY, WORDS, IN_ACT, REPEATED = 30_000, 14, 25, 10


def made_up_positions(n: int, holders: int) -> pd.DataFrame:
    """One row per position, in acts of 25 sentences."""
    rng = np.random.default_rng(11)
    syllables = [c + v + d for c in "bdfgklmnprstvz" for v in "aeiou" for d in ("", "n")]
    words = np.array(["".join(rng.choice(syllables, 3)) for _ in range(VOCABULARY)])
    frequency = 1 / np.arange(1, VOCABULARY + 1)
    drawn = rng.choice(VOCABULARY, size=(n, WORDS), p=frequency / frequency.sum())
    holder = rng.integers(0, holders, n)
    for later in range(REPEATED * IN_ACT, n, REPEATED):
        earlier = int(rng.integers(0, later - IN_ACT))
        kept = np.r_[drawn[earlier][:3], drawn[later][3:5], drawn[earlier][5:]]
        drawn[later], holder[later] = kept, holder[earlier]
    rows = []
    for i in range(n):
        quote = f"The body stresses that {' '.join(words[drawn[i]])}."
        act, start = i // IN_ACT, i % IN_ACT * 400
        day = f"{1990 + 30 * i // n}-01-01"
        rows.append(
            {
                "position_id": f"p{i}",
                "doc_id": f"d{act}",
                "path": f"d{act}.txt",
                "start": start,
                "end": start + len(quote),
                "quote": quote,
                "mode": "indirect",
                "holder": f"Body {holder[i]}",
                "cue": "stresses",
                "cue_start": start + 9,
                "cue_end": start + 17,
                "stance": "affirm",
                "strength": 2,
                "negated": False,
                "date": day,
                "date_low": day,
                "date_high": day,
                "act_id": f"a{act}",
                "confidence": 0.9,
            }
        )
    return tables.from_rows("positions", rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--holders", type=int, default=40)
    chosen = parser.parse_args()
    print("positions    links  threads  link s  thread s   cpu s      MB  s a 1,000")
    for n in chosen.sizes:
        positions, acts = made_up_positions(n, chosen.holders), tables.empty("acts")
        began, busy = time.perf_counter(), time.process_time()
        links = chronology.link_positions(positions, acts)
        linked = time.perf_counter()
        _, threads = chronology.build_threads(positions, links, acts)
        done, used = time.perf_counter(), time.process_time() - busy
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{n:9,} {len(links):8,} {len(threads):8,} {linked - began:7.1f} {done - linked:9.1f}"
            f" {used:7.1f} {memory:7,} {(done - began) * 1000 / n:10.2f}"
        )


if __name__ == "__main__":
    main()
