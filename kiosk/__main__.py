"""``python -m kiosk``: the same as the command ``kiosk``.

With the hidden option ``--engine NAME`` it is the worker that a speech engine lives in. A frozen program has only
this one executable; the command line is not imported then, because somebody waits for the voice.
"""

import sys


def main() -> int:
    """Run the worker or the program; return the exit code."""
    if sys.argv[1:2] == ["--engine"] and len(sys.argv) == 3:
        from kiosk.adapters.voices.engine_worker import main as work

        return work(sys.argv[2])
    from kiosk.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
