"""Topics: what the passages of a corpus are about, found without a codebook.

Passages are placed by the company their words keep and divided into topics; the number of topics
is the one whose division comes back when part of the corpus is left out, beyond what shuffled
words give. A corpus too small or too even for topics gets none, and a sentence that says why.
Equal words give equal topics: neither names nor the order of files matter.
"""

from analysis.topics.gate import TopicError
from analysis.topics.model import TopicModel, fit_topics, key_terms
from analysis.topics.reading import describe, examples, over_groups, share_table

__all__ = [
    "TopicError",
    "TopicModel",
    "describe",
    "examples",
    "fit_topics",
    "key_terms",
    "over_groups",
    "share_table",
]
