"""How sure a share or a measure is, had other documents of the same kind been read.

A share of independent trials has Wilson's interval; a measure on passages does not, because the
passages of one document are not independent, so its documents are drawn anew with replacement and
the middle 95 % of what the draws give is the interval. The draws are the same in every run.
"""

import numpy as np

__all__ = ["FEW_DOCUMENTS", "middle", "redrawn", "wilson"]

# So few, drawn anew, are the same few again: an interval of theirs would be too narrow.
FEW_DOCUMENTS = 5
RESAMPLES = 1000  # the ends of an interval settle to the second digit
Z = 1.96  # the normal deviate that leaves 5 % outside


def wilson(found: np.ndarray, of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The 95 % score interval of shares, which is honest for few trials (Wilson 1927).

    >>> [round(float(x[0]), 2) for x in wilson(np.array([1]), np.array([4]))]
    [0.05, 0.7]
    """
    share = found / of
    centre = share + Z * Z / (2 * of)
    half = Z * np.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    return (centre - half) / scale, (centre + half) / scale


def redrawn(n: int) -> np.ndarray:
    """How often each of n documents comes when n are drawn with replacement: a row a draw.

    >>> redrawn(3).shape, redrawn(3).sum(axis=1).tolist() == [3] * RESAMPLES
    ((1000, 3), True)
    """
    return np.random.default_rng(0).multinomial(n, np.full(n, 1 / n), size=RESAMPLES)


def middle(drawn: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The ends of the middle 95 % of each column.

    >>> [ends.tolist() for ends in middle(np.arange(201.0)[:, None])]
    [[5.0], [195.0]]
    """
    low, high = np.percentile(drawn, (2.5, 97.5), axis=0)
    return low, high
