"""Fuzzes one target with atheris, which is not among the dependencies: `pip install atheris`.

    python fuzz/fuzz.py html -max_total_time=300
    python fuzz/fuzz.py --list
    python fuzz/fuzz.py html crash-1f2e…        one input again

What a target raises is a fault: `parse` and its like raise only `ArnewsError`, and a law that does
not hold raises `AssertionError`. Inputs that were found and new ones are kept in
`.fuzz/TARGET/`; the seeds are invented. A Hypothesis test is a target as it is. A fault becomes an
`@example` of that test, or a test of its own.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from contextlib import nullcontext, redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import atheris
from hypothesis import given
from hypothesis import strategies as st

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent / "tests")]

#: What no target runs, and what draws: its branches are none of arnews.
_EXTRAS = ("__main__", "batch", "inspector", "pytest_plugin", "scrapy", "testing")

_instrumented = (
    nullcontext()  # much quicker
    if sys.argv[1:] == ["--list"]
    else atheris.instrument_imports(include=["arnews"], enable_loader_override=False)
)
with _instrumented:
    import arnews

    # Most modules are imported when they are first needed: too late to be seen by the fuzzer.
    for module in walk_packages(arnews.__path__, "arnews."):
        if not module.name.removeprefix("arnews.").startswith(_EXTRAS):
            import_module(module.name)
    from arnews import cli, fields, layouts, learn
    from arnews.fields.byline import dateline

import test_laws
import test_printed_laws
from helpers import site
from helpers.laws import Form, check_laws
from input import test_guard_laws
from testing import test_anything

FORMS = ("text", "html", "markdown", "readable", "schema.org")
_DRAWN = bytes(20_000)
COMMANDS = (
    *((".html", "parse", "--as", form) for form in ("fields", "json", "csv", "markdown")),
    (".txt", "explain"),
    (".bin", "parse", "--as", "jsonl"),
    (".warc", "parse", "--as", "jsonl"),
    (".json", "render"),
    (".jsonl", "render", "--as", "schema.org"),
)
PAGE = "<h1>سدود الجنوب تمتلئ</h1><p>9 أبريل 2024</p><p>امتلأت السدود بعد أسبوع من الأمطار.</p>"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass" if b"\xed" in data else "replace")


def html(data: bytes) -> None:
    page = arnews.parse(data.decode("utf-8", "replace"), kind="html")
    check_laws(page)
    page.to_json(blocks=True).encode()


def bytes_(data: bytes) -> None:
    with suppress(arnews.ArnewsError):
        check_laws(arnews.parse(data, url="https://alwadi.example/1"))


def values(data: bytes) -> None:
    line = data.decode("utf-8", "replace")
    for parse in (fields.credit.parse, fields.byline.parse, fields.date.parse, dateline.parse):
        parse(line)
    fields.date.find(line)


def json(data: bytes) -> None:
    with suppress(arnews.ArnewsError):
        page = arnews.Page.from_json(data)
        for form in FORMS:
            with suppress(arnews.CannotPrint, arnews.UnknownLayout):
                arnews.render(page, form=form)


@given(st.sampled_from(test_printed_laws.PRINTED), st.data())
def printed(where: tuple[str, Form], data: st.DataObject) -> None:
    test_printed_laws.test_what_is_printed_is_read_back.hypothesis.inner_test(*where, data=data)


def layout(data: bytes) -> None:
    with suppress(arnews.ArnewsError):
        made = layouts.loads(data.decode("utf-8", "replace"))
        page = arnews.parse(PAGE, layout=made)
        for form in ("text", "html"):
            arnews.can_print(page, layout=made, form=form)


def learned(data: bytes) -> None:
    """Three pages of a site, with pieces of the input around each: some recur, some do not."""
    page = (site.text, site.html)[len(data) % 2]
    pieces = data.decode("utf-8", "replace").split("\n\n")
    around = [pieces[number % len(pieces)] for number in range(4)]
    pages = [f"{around[n]}\n{page(n)}\n{around[n + 1]}" for n in range(learn.FEWEST_PAGES)]
    with suppress(arnews.ArnewsError):
        layouts.loads(learn.learn(pages, name="fuzzed").text)


def command(data: bytes) -> None:
    """A file through the command line, each time another command, with a suffix of its kind."""
    suffix, *arguments = COMMANDS[len(data) % len(COMMANDS)]
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(data)
        file.flush()
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(out):
            code = cli.main([*arguments, file.name])
        assert code in (0, 1, 3)
        assert "fault of arnews" not in out.getvalue()


def _hypothesis(test: Callable[..., None]) -> Callable[[bytes], object]:
    """The test as a target. NUL bytes behind the input let Hypothesis draw to the end: without them
    nearly all short inputs draw nothing, and the fuzzer never gets beyond them."""
    one = test.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    return lambda data: one(data + _DRAWN)


TARGETS: dict[str, Callable[[bytes], object]] = {
    "html": html,
    "bytes": bytes_,
    "values": values,
    "json": json,
    "layout": layout,
    "learn": learned,
    "command": command,
    "text": _hypothesis(test_laws.test_any_text_gives_a_lawful_page),
    "layouts": _hypothesis(test_laws.test_messy_pages_are_lawful_under_every_layout),
    "promise": _hypothesis(test_anything.test_any_page_reads_back_or_is_refused_with_reasons),
    "round-trip": _hypothesis(test_anything.test_any_page_goes_through_json),
    "printed": _hypothesis(printed),
    "rendered": _hypothesis(test_anything.test_any_page_prints_in_each_form_or_is_refused),
    "counts": _hypothesis(
        test_guard_laws.test_what_the_counts_let_through_the_close_look_lets_through
    ),
    "elements": _hypothesis(test_guard_laws.test_the_parser_makes_no_more_than_is_counted),
}


def main() -> None:
    if sys.argv[1:] == ["--list"]:
        print(*TARGETS, sep="\n")
        return
    name, *rest = sys.argv[1:]
    run = TARGETS[name]
    found = Path(".fuzz") / name
    found.mkdir(parents=True, exist_ok=True)
    corpus = [] if any(Path(each).is_file() for each in rest) else [str(found), str(HERE / "seeds")]
    options = [f"-dict={HERE / 'news.dict'}", "-timeout=60", "-rss_limit_mb=2048"]
    options += [f"-artifact_prefix={found}-", "-max_len=20000"]

    def one(data: bytes) -> None:
        run(data)

    atheris.Setup([sys.argv[0], *options, *rest, *corpus], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
