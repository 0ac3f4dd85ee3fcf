"""Keeps the C library from giving each thread a heap of its own, and from keeping what is free in them."""

import sys
from contextlib import suppress

# glibc's numbers of the settings, from <malloc.h>.
_M_ARENA_MAX, _M_MMAP_THRESHOLD = -8, -3
MOST_ARENAS = 2
"""One for the window and one for all else."""
LEAST_OWN_BYTES = 128 * 1024
"""What is as large as this lies outside the heaps: glibc's own figure, which otherwise grows to 32 MiB."""


def keep_few() -> bool:
    """Let all threads share a few heaps from now on, and what is large lie outside; return whether that is obeyed.

    Voices, watchers and devices come and go with threads of their own. glibc gives each its heap, up to eight a
    core, and what is free in one serves no other: in hours of faults the program grew by 37 MiB an hour though
    it held no more than before; with two heaps it stays. Pictures of lines and the sound of sentences come and go
    too, and leave holes in a heap in which nothing fits: what is large lies outside, and is given back at once.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    # Other C libraries have no such setting, and no such heaps.
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        is_few = library.mallopt(_M_ARENA_MAX, MOST_ARENAS)
        return bool(is_few and library.mallopt(_M_MMAP_THRESHOLD, LEAST_OWN_BYTES))
    return False


def give_back() -> None:
    """Return what is free inside the heaps to the system.

    Between what is held for long, what is free stays with the program: it grows for hours without holding more.
    Takes a millisecond or two; called now and then, on any thread.
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
