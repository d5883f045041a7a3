"""Whatever is killed and whenever: every record once, the same bytes, all poison set aside."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from helpers import poison
from helpers.shell import environment

ROOT = Path(__file__).parent.parent.parent


def start(source, output, **settings):
    """A run in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "helpers.poison", source, output, json.dumps(settings)],
        env=environment(PYTHONPATH=os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])),
        stderr=subprocess.DEVNULL,
    )


def run_and_kill(source, output, kills, chance, **settings):
    """Runs until all is done, and kills the run or one of its processes `kills` times."""
    done = 0
    while True:
        process = start(source, output, **settings)
        while process.poll() is None and done < kills:
            time.sleep(chance.uniform(0.3, 1.0))
            others = poison.descendants(process.pid)
            victim = process.pid if chance.random() < 0.5 or not others else chance.choice(others)
            try:
                os.kill(victim, signal.SIGKILL)
                done += 1
            except ProcessLookupError:
                continue
            check_readable(output)
        if process.wait(timeout=300) == 0 and done == kills:
            return
        assert process.returncode in (0, -signal.SIGKILL)


def check_readable(output):
    """What bears the name of the output is all of it."""
    if output.exists():
        for line in output.open("rb"):
            json.loads(line)


def quarantined(output):
    return [json.loads(line) for line in open(f"{output}.quarantine.jsonl", "rb")]


@pytest.mark.parametrize("in_order", [True, False], ids=["in order", "unordered"])
@pytest.mark.heavy
def test_records_arrive_once_although_processes_are_killed(in_order, tmp_path):
    number = 10_000
    cheap = [poison.CHEAP[at % len(poison.CHEAP)] for at in range(96)]
    poisoned = poison.spread([*cheap, "hang", "hang", "hang", "hang"], number)
    source = tmp_path / "pages.jsonl"
    source.write_text("".join(poison.lines(number, poisoned)), "utf-8")
    quiet, killed = tmp_path / "quiet.jsonl", tmp_path / "killed.jsonl"
    assert start(source, quiet, in_order=in_order).wait(timeout=300) == 0
    run_and_kill(source, killed, 3, random.Random(7), in_order=in_order)
    lines = killed.read_bytes().splitlines()
    assert len(lines) == number - len(poisoned)
    if in_order:
        assert killed.read_bytes() == quiet.read_bytes()
    assert sorted(lines) == sorted(quiet.read_bytes().splitlines())
    found = Counter((each["id"], each["reason"]["code"]) for each in quarantined(killed))
    wanted = {(f"{source}:{at + 1}", poison.REASONS[kind]): 1 for at, kind in poisoned.items()}
    assert found == wanted
    assert found == Counter((e["id"], e["reason"]["code"]) for e in quarantined(quiet))
