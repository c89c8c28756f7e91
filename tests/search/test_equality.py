"""The reader's script finds what the definition finds: hits, order, scores, counts, corrections and ways out."""

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from benchmarks.corpus import items
from benchmarks.sites import write_site
from sitegen.building import Choices, build_site
from sitegen.search.words.kept_words import kept_words
from sitegen.search.words.synonyms import Synonyms
from tests.reference.search_definition import Corpus
from tests.search.asked import Asked, asked, documents_of, facets_of, names_of
from tests.site.shipped import Shipped

QUERIES = 500
SHARE = 100
"""How many of them a run asks that is not a long one, but for one run of all."""

FEW, ITEMS = 300, 1000
"""Pages of a made-up site: of a short run, of a long one."""

NODE = shutil.which("node")
Served = tuple[str, Path, Corpus, list[Asked]]


def prepared(site: Shipped, address: str) -> Served:
    documents, synonyms = documents_of(site)
    names = names_of(site)
    [reader] = sorted(site.out.glob("assets/js/search/reader.*.js"))
    kept = kept_words(facets_of(site), synonyms)
    return address, reader, Corpus(documents, Synonyms(synonyms), names, kept), list(asked(documents, QUERIES, names))


@pytest.fixture(scope="module")
def shipped_served(shipped: Shipped, serve_folder: Callable[[Path], str]) -> Served:
    assert "bundle" in shipped.json("search/index.json")
    return prepared(shipped, serve_folder(shipped.out))


@pytest.fixture(scope="module", params=[FEW, pytest.param(ITEMS, marks=pytest.mark.long)])
def made_up(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]
) -> Served:
    root = tmp_path_factory.mktemp("made-up") / "site"
    write_site(root, map(accented, items(request.param)), "peer")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sitegen.search.reader.bundle.MAX_BUNDLE", 0)
        assert build_site(Choices(site=root, out=root.parent / "public")).committed
    site = Shipped(root, root.parent / "public")
    assert "bundle" not in site.json("search/index.json")
    return prepared(site, serve_folder(site.out))


def accented(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item; some have accents where others have none."""
    return item if len(item["slug"]) % 3 else {**item, "body": item["body"].replace("ai", "a\u00ed")}


def expected(corpus: Corpus, question: Asked, facets: Sequence[str]) -> dict[str, Any]:
    selection = {facet: frozenset(terms) for facet, terms in question.selection.items()}
    answer = corpus.search(question.text, selection, prefix=question.prefix)
    return {
        "total": len(answer.hits),
        "hits": [list(hit) for hit in answer.hits],
        "corrected": [list(pair) for pair in answer.corrected],
        "suggested": [list(pair) for pair in answer.suggested],
        "missing": list(answer.missing),
        "isPart": answer.is_part,
        "counts": {facet: +corpus.counts(answer, selection, facet) for facet in facets},
        "drops": corpus.drops(answer, selection),
    }


def check(served: Served, answers: list[dict[str, Any]], count: int) -> None:
    corpus, questions = served[2], served[3][:count]
    assert len(answers) == len(questions)
    for question, answer in zip(questions, answers, strict=True):
        for counts in answer["counts"].values():
            for term in [term for term, count in counts.items() if not count]:
                del counts[term]
        assert answer == expected(corpus, question, list(answer["counts"])), question
    assert sum(bool(answer["total"]) for answer in answers) > count / 2


def in_chromium(served: Served, page: Page, count: int) -> list[dict[str, Any]]:
    address, reader, _, questions = served
    path = reader.as_posix().rpartition("/assets/")[2]
    page.goto(f"{address}/404.html")
    source = Path(__file__).with_name("answers.mjs").read_text("utf-8")
    function = source[source.index("async function") : source.index("if (typeof process")]
    answers: list[dict[str, Any]] = page.evaluate(
        f"""async ([module, entry, asked]) => {{
            {function}
            return await answers(await import(module), entry, asked);
        }}""",
        [
            f"{address}/assets/{path}",
            f"{address}/search/index.json",
            [list(question) for question in questions[:count]],
        ],
    )
    return answers


def in_node(served: Served, folder: Path, count: int) -> list[dict[str, Any]]:
    assert NODE
    address, reader, _, questions = served
    shutil.copytree(reader.parents[1], folder / "js")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    driver = Path(__file__).with_name("answers.mjs")
    command = [NODE, str(driver), (folder / "js/search" / reader.name).as_uri(), f"{address}/search/index.json"]
    done = subprocess.run(
        command, input=json.dumps(questions[:count]), capture_output=True, check=False, encoding="utf-8"
    )
    assert not done.returncode, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


@pytest.mark.browser
def test_chromium_finds_what_the_definition_finds_on_the_shipped_site(shipped_served: Served, page: Page) -> None:
    check(shipped_served, in_chromium(shipped_served, page, QUERIES), QUERIES)


@pytest.mark.browser
def test_chromium_finds_what_the_definition_finds_on_a_made_up_site(made_up: Served, page: Page) -> None:
    check(made_up, in_chromium(made_up, page, SHARE), SHARE)


@pytest.mark.skipif(NODE is None, reason="node is not there; Chromium has run the same")
def test_node_finds_what_the_definition_finds_on_the_shipped_site(shipped_served: Served, tmp_path: Path) -> None:
    check(shipped_served, in_node(shipped_served, tmp_path, SHARE), SHARE)


@pytest.mark.long
@pytest.mark.browser
def test_all_queries_on_a_made_up_site(made_up: Served, page: Page, tmp_path: Path) -> None:
    check(made_up, in_chromium(made_up, page, QUERIES), QUERIES)
    if NODE is not None:
        check(made_up, in_node(made_up, tmp_path, QUERIES), QUERIES)
