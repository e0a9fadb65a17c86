"""Every offset names its own words, whatever the text."""

from corpus_texts import BODY, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import corpus, dates

PIECES = st.sampled_from(
    ["The envoys met. ", "On 3 May 2018 they left. ", "Yesterday, ", "last week ", "\n", "\n\n",
     "\r\n", "\t", "15:24\n", "Go back\n", "25.07.2019\n", "MARLOW, May 5. /LNA/. ", "“Yes,” ",
     "\u00a0", "co\u00adop ", "e\u0301", "\U0001f54a", "Мир. ", "...", "Heading Line\n", "\u2028",
     "on 3\u00a0May\u00a02018", "on 3 May\n2018 ", "two weeks\r\nago, ", "coop-\nerate ", "\r",
     "\x0c", "\x85", "\ufeff", "\u202bשלום\u202c ", "\U0001f468\u200d\U0001f33e ", "각 ", "---\n",
     "Marlow, 3 March\n", "https://a.example/2019/05/06\n", "5 мая 2022 года ", "# Title\n"]
)  # fmt: skip


PARTS = st.sampled_from(
    ["<p>The envoys met on 3 May&nbsp;2018.</p>", "<nav><a>Home</a> <a>5 May 2019</a></nav>",
     "<p>They <b>le</b>ft<button>Share</button> on Monday. ", "<aside>More <p>text</p></aside>",
     "<pre>a\n  b\r\n</pre>", "<table><tr><td>1<td>2</table>", "<div hidden>Thanks</div>", "<br>",
     "<header>Lake Herald</header>", "<footer>© 2019<br>All rights</footer>", "<form>", "</form>",
     "<h2>They agree</h2>", "e\u0301 \U0001f54a co\u00adop ", "<script>var a</script>", "\r\n",
     "text ", "&lt;", "<div>", "</div>"]
)  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(PIECES, min_size=1, max_size=40).map("".join))
def test_every_offset_names_its_own_words(tmp_path, words):
    found = read(tmp_path, {"a.txt": words, "z.txt": BODY})
    assert found.texts.get("a", words.removeprefix("\ufeff")) == words.removeprefix("\ufeff")
    check_offsets(found)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(page=st.lists(PARTS, min_size=1, max_size=25).map("".join))
def test_every_offset_of_a_web_page_names_its_own_words(tmp_path, page):
    found = read(tmp_path, {"a.html": page, "z.txt": BODY})
    check_offsets(found)
    passages = corpus.split_passages(found.documents, found.texts)
    first = passages[(passages["doc_id"] == "a") & (passages["unit"] == "paragraph")]
    text = found.texts.get("a", "")
    for start, end in zip(first["start"], first["end"], strict=True):
        text = text[:start] + " " * (end - start) + text[end:]
    assert not text.strip()


def check_offsets(found):
    passages = corpus.split_passages(found.documents, found.texts)
    table = dates.find_dates(found.documents, passages, found.texts)
    assert not passages["passage_id"].duplicated().any()
    for row in passages.itertuples():
        piece = found.texts[row.doc_id][row.start : row.end]
        assert piece
        assert piece == piece.strip()
    for row in table.itertuples():
        assert found.texts[row.doc_id][row.start : row.end] == row.text
    inside = passages.merge(found.documents, on="doc_id", suffixes=("", "_document"))
    inside = inside[inside["kind"] != "furniture"]
    assert (inside["start"] >= inside["start_document"]).all()
    assert (inside["end"] <= inside["end_document"]).all()
