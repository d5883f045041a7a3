"""Takes the seed page apart, shows it, and prints it again as its publisher does."""

from pathlib import Path

import arnews
from arnews.cli import main

SEED = Path(__file__).parent.parent / "seeds" / "000_08a769a62f779457.txt"


def run() -> None:
    """Shows the articles of the seed page and whether printing them gives the page again."""
    main(["parse", str(SEED)])
    data = SEED.read_bytes()
    page = arnews.parse(data)
    printed = arnews.render(page, layout="aawsat").encode()
    print(f"\nprinted again, byte for byte: {'yes' if printed == data else 'no'}")


if __name__ == "__main__":
    run()
