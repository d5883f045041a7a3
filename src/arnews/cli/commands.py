"""`parse`, `explain` and `render`: one page after the other, whatever happens to one."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any, BinaryIO

from attrs import frozen

from .. import explain, files, parse
from ..errors import BadJson
from ..model import Page
from . import forms, inputs
from .failures import FAILED, NOTHING, OK, Failure, NothingFound, WrongUsage, message_of
from .forms import Form
from .inputs import Input
from .output import Output, is_folder
from .terminal import complain, with_bar


@frozen
class _Job:
    """One page to write: the file that it comes from, its place in a folder of output."""

    file: str
    place: str
    load: Callable[[], Page]


def parse_pages(options: argparse.Namespace) -> int:
    """`arnews parse`."""
    names = inputs.names(options.files, options.files_from)
    several = inputs.are_several(names) and not is_folder(options.output)
    if options.url and inputs.are_several(names):
        raise WrongUsage("--url is the address of one page; --layout chooses that of several")
    if options.blocks and options.form not in forms.JSON_INDENTS:
        raise WrongUsage("--blocks wants --as json or jsonl; `arnews explain` shows blocks")
    form = forms.parsed(options.form, several=several, blocks=options.blocks)
    if several and form.is_document:
        raise WrongUsage(f"{form.is_document}: several pages want -o FOLDER/")
    return _run(inputs.find(names, files.PAGES), _parsed(options), form, options.output)


def explain_pages(options: argparse.Namespace) -> int:
    """`arnews explain`."""
    names = inputs.names(options.files, options.files_from)
    form = Form(
        ".txt", lambda file, page: f"{file}: {explain(page)}", between="\n", for_people=True
    )
    return _run(inputs.find(names, files.PAGES), _parsed(options), form, None)


def render_pages(options: argparse.Namespace) -> int:
    """`arnews render`."""
    names = inputs.names(options.files, None)
    form = forms.rendered(options.form, options.layout)
    return _run(inputs.find(names, inputs.JSON), _from_json, form, options.output)


def _run(
    found: list[Input], jobs: Callable[[Input], Iterator[_Job]], form: Form, target: str | None
) -> int:
    """Writes every page of `found`, goes on after one that fails, and gives the exit code."""
    refuse_to_overwrite(found, target)
    failed = unmatched = articles = False
    with Output(target, form) as output:
        each_input = found if output.on_terminal else with_bar(found)
        for job in (job for each in each_input for job in jobs(each)):
            try:
                page = job.load()
                text = form.show(job.file, page)
                articles |= bool(page.articles)
            except Exception as error:  # also of a kind that is not documented: the others go on
                unmatched |= isinstance(error, NothingFound)
                failed |= not isinstance(error, NothingFound)
                failure = Failure.of(error)
                complain(job.file, failure.message)
                text = form.failed(job.file, failure) if form.failed else ""
            try:
                output.write(job.place, text)
            except OSError as error:
                if not is_folder(target):
                    raise
                complain(job.place, message_of(error))
                failed = True
    if failed or (unmatched and articles):
        return FAILED
    if not articles and not unmatched:
        complain(None, "no article was found")
    return OK if articles else NOTHING


def refuse_to_overwrite(found: list[Input], target: str | None) -> None:
    """Raises `WrongUsage` if `target` is one of the files that are read."""
    if target is not None and os.path.isfile(target):
        for each in found:
            if os.path.isfile(each.file) and os.path.samefile(each.file, target):
                raise WrongUsage(f"-o {target} is one of the files to read")


def _parsed(options: argparse.Namespace) -> Callable[[Input], Iterator[_Job]]:
    def jobs(each: Input) -> Iterator[_Job]:
        yield _Job(files.shown(each.file), each.place, lambda: parsed(each, options))

    return jobs


def parsed(each: Input, options: argparse.Namespace) -> Page:
    """The page in the file `each`, read as the options say."""
    return parse(
        each.read(),
        url=options.url,
        kind=options.kind,
        encoding=options.encoding,
        repair=options.repair,
        layout=options.layout,
        fetched_at=options.fetched_at,
    )


def _from_json(each: Input) -> Iterator[_Job]:
    """The pages in a file that `parse` wrote: an object, a list, or an object on each line."""
    try:
        with each.open() as stream:
            for number, data in enumerate(_records(stream), 1):
                yield _job(each, data, number)
    except (OSError, MemoryError, NothingFound) as error:
        yield _Job(files.shown(each.file), each.place, partial(_raise, error))


def _records(stream: BinaryIO) -> Iterator[Any]:
    """The objects in a JSON file; bytes that are no JSON are given as they are."""
    first = next((line for line in stream if line.strip()), b"")
    lines: Iterable[bytes] = chain((first,), stream)
    if not _is_whole(first):
        whole = b"".join(lines)
        lines = [whole] if _is_whole(whole) else whole.splitlines()
        if not any(map(_is_whole, lines)):
            lines = [whole]
    for line in filter(bytes.strip, lines):
        data = _loaded(line)
        yield from data if isinstance(data, list) else [data]


def _is_whole(line: bytes) -> bool:
    return isinstance(_loaded(line), dict | list)


def _loaded(written: bytes) -> Any:
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return written


def _job(each: Input, data: Any, number: int) -> _Job:
    named = data.get("file") if isinstance(data, dict) else None
    if isinstance(named, str):
        return _Job(named, "stdin" if named == inputs.STDIN else named, partial(_page, data))
    file = files.shown(each.file)
    if number == 1:
        return _Job(file, each.place, partial(_page, data))
    return _Job(f"{file}:{number}", f"{each.place}-{number}", partial(_page, data))


def _page(data: Any) -> Page:
    if isinstance(data, dict) and "error" in data and "schema" not in data:
        raise BadJson("there is no page: it could not be read")
    return Page.from_json(data if isinstance(data, bytes) else json.dumps(data))


def _raise(error: Exception) -> Page:
    raise error
