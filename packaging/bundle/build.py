"""Makes everything in dist/: freezes the program, looks at it, and packs it three ways."""

import argparse
import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bundle import freezing

SOURCE = Path(__file__).parents[2]


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--version", required=True)
    asked.add_argument("--commit", required=True)
    asked.add_argument("--out", type=Path, required=True)
    args = asked.parse_args()
    work = args.out.parent / "work"
    work.mkdir()
    folder, origins = freezing.freeze(SOURCE, work)
    print(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
