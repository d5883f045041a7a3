"""How long pages take beside their floor, how the cost grows, and what the import costs.

    python benchmarks/speed.py [--only seed,text,html,large,import] [--runs 5]

A page is read once, as a crawl reads it: to read one page again and again flatters by a third. So
every set of pages is read in processes of its own, which have read other pages before (the invented
ones of the tests, and one by every layout), so that what is loaded once is there. Of each page the
least processor time of all processes counts, since whatever else the machine does only adds; and
the sum of the times is divided by the sum of the floors. The floor of a text is one `splitlines`
and one pass of `\\w+` over it, that of HTML selectolax's parse: no reader can do with less.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle, product
from tempfile import TemporaryDirectory
from types import MappingProxyType

import corpus

SEED = corpus.ROOT / "seeds" / "000_08a769a62f779457.txt"
WARM_UP = corpus.ROOT / "tests" / "labeling" / "invented"
WORDS = re.compile(r"\w+")
LARGE = (1, 8, 50)  # MB of text, of which the cost a kilobyte is compared
STEEP = 2.0  # times the cost at which a larger input is not tried
IMPORT = "import time; t = time.process_time(); import arnews; print(time.process_time() - t)"

Page = tuple[bytes, str | None]  # what is read, and its address
Work = Callable[[], object]


def seed() -> Iterator[Page]:
    """The seed page."""
    yield SEED.read_bytes(), None


def texts() -> Iterator[Page]:
    """The texts that nobody has labelled."""
    for path in sorted((corpus.shared() / "pages" / "unlabelled").rglob("*.txt")):
        yield path.read_bytes(), None


def html() -> Iterator[Page]:
    """Pages of the world's publishers, and those with gold."""
    for name in ("world", "html"):
        yield from ((one.data, one.url) for one in corpus.samples(name))


SETS: Mapping[str, tuple[str, Callable[[], Iterator[Page]]]] = MappingProxyType(
    {"seed": ("text", seed), "text": ("text", texts), "html": ("html", html)}
)


def floor_of_text(data: bytes) -> Work:
    """What every reader of a text does; decoding is not counted."""
    text = data.decode("utf-8", "replace")
    return lambda: (text.splitlines(), WORDS.findall(text))


def floor_of_html(data: bytes) -> Work:
    """What every reader of markup does."""
    from selectolax.lexbor import LexborHTMLParser

    return lambda: LexborHTMLParser(data)


def seconds(work: Work) -> float:
    """Processor time that `work` takes, done once."""
    start = time.process_time()
    work()
    return time.process_time() - start


def warm_up() -> None:
    """Reads pages that are in no set."""
    import arnews

    for path in WARM_UP.glob("*.html"):
        arnews.parse(path.read_bytes(), kind="html")
    pages = [path.read_bytes() for path in sorted(WARM_UP.glob("*.txt"))]
    for data, layout in [
        *product(pages, ["generic"]),
        *product(pages[:1], arnews.layouts.all_layouts()),
    ]:
        arnews.parse(data, kind="text", layout=layout)


def read_once(name: str) -> list[tuple[float, float]]:
    """The time and the floor of each page of a set, in this process."""
    import arnews

    kind, pages = SETS[name]
    floor = floor_of_text if kind == "text" else floor_of_html
    warm_up()
    return [
        (seconds(lambda data=data, url=url: arnews.parse(data, url=url)), seconds(floor(data)))
        for data, url in pages()
    ]


def with_menus() -> Iterator[Page]:
    """Flattened pages with their menus, lists and footers."""
    for path in sorted(WARM_UP.glob("*.txt")):
        yield path.read_bytes(), None


GROWING: Mapping[str, Callable[[], Iterator[Page]]] = MappingProxyType(
    {"texts": texts, "menus": with_menus}
)


def cost(name: str, megabytes: int) -> float:
    """Microseconds a kilobyte that so much text takes: the same pages over and over."""
    import arnews

    pages, size = [], 0
    for data, _ in cycle(GROWING[name]()):
        if size > megabytes * 1_000_000:
            break
        pages.append(data.decode("utf-8", "replace"))
        size += len(pages[-1].encode())
    text = "\n\n".join(pages)
    limits = arnews.Limits(max_size=10**9, max_blocks=10**8)
    warm_up()
    return seconds(lambda: arnews.parse(text, kind="text", limits=limits)) * 1e6 / (size / 1000)


def in_a_process(*arguments: str, bytecode: str | None = None) -> str:
    """What Python prints for `arguments`, in a process of its own; `bytecode` is a folder to keep
    compiled modules in, whatever the environment says of them."""
    given = dict(os.environ)
    if bytecode:
        given.pop("PYTHONDONTWRITEBYTECODE", None)
        given["PYTHONPYCACHEPREFIX"] = bytecode
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=True, env=given
    )
    return done.stdout


def tell_set(name: str, runs: int) -> None:
    """Prints a line for a set of pages."""
    read = [json.loads(in_a_process(__file__, "--read", name)) for _ in range(runs)]
    pages = [[min(times) for times in zip(*one, strict=True)] for one in zip(*read, strict=True)]
    spent, floor = (sum(times) for times in zip(*pages, strict=True))
    each = spent * 1e3 / len(pages)
    print(f"{name:8}{len(pages):>5} pages {each:>8.2f} ms a page {spent / floor:>8.1f} floors")


def tell_large(_: int) -> None:
    """Prints what a kilobyte costs on ever larger inputs, as long as it does not cost far more."""
    for name in GROWING:
        costs: list[float] = []
        for size in LARGE:
            if not costs or costs[-1] < STEEP * costs[0]:
                costs.append(float(in_a_process(__file__, "--cost", name, str(size))))
                times = costs[-1] / costs[0]
                print(f"{name:8}{size:>5} MB    {costs[-1]:>8.0f} µs a KB {times:>9.1f} times")


def tell_import(runs: int) -> None:
    """Prints what `import arnews` costs where its bytecode is cached."""
    with TemporaryDirectory() as bytecode:
        times = [float(in_a_process("-c", IMPORT, bytecode=bytecode)) for _ in range(runs + 1)]
    print(f"import             {min(times) * 1e3:>8.0f} ms")


def main() -> None:
    """Prints a line for everything that is asked for."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--only", default="seed,text,html,large,import", help="parted by commas")
    options.add_argument("--runs", type=int, default=5, help="processes that read each set")
    options.add_argument("--read", choices=SETS, help=argparse.SUPPRESS)
    options.add_argument("--cost", nargs=2, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.read:
        print(json.dumps(read_once(asked.read)))
    elif asked.cost:
        print(cost(asked.cost[0], int(asked.cost[1])))
    else:
        corpus.shared()
        for name in asked.only.split(","):
            if name in SETS:
                tell_set(name, asked.runs)
            else:
                {"large": tell_large, "import": tell_import}[name](asked.runs)


if __name__ == "__main__":
    main()
