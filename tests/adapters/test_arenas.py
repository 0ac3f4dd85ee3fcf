"""However many threads come and go, they share a few heaps of the C library."""

import platform
import re
import subprocess
import sys

import pytest

from kiosk.adapters.arenas import MOST_ARENAS

# Every thread asks for memory while all others live, as those of voices do.
PROGRAM = """
import ctypes, sys, threading
from kiosk.adapters import arenas
if sys.argv[1] == "few":
    assert arenas.keep_few()
together = threading.Barrier(12)
def work():
    together.wait()
    held = [bytearray(3000) for _ in range(50)]
    together.wait()
threads = [threading.Thread(target=work) for _ in range(12)]
for thread in threads: thread.start()
for thread in threads: thread.join()
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
stream = ctypes.c_void_p(libc.fdopen(1, b"w"))
libc.malloc_info(0, stream)
libc.fflush(stream)
"""

# Between things that are kept, much is let go.
LET_GO = """
import sys
from kiosk.adapters import arenas
def held():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096
pairs = [(bytearray(8000), bytearray(64)) for _ in range(8000)]
kept = [pair[1] for pair in pairs]
del pairs
before = held()
arenas.give_back()
print((before - held()) // 2**20)
"""

# After something large was let go, what is large lies in the heap from then on, unless it was told not to.
LARGE = """
import sys
from kiosk.adapters import arenas
if sys.argv[1] == "few":
    assert arenas.keep_few()
def held():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096
del [bytearray(8_000_000)][0]
before = held()
kept = []
for _ in range(100):
    picture = bytearray(b"1") * 300_000
    kept.append(bytearray(b"1") * 1000)
    pictures = [bytearray(b"1") * 300_000 for _ in range(20)]
    kept.append(bytearray(b"1") * 100_000)
    del picture, pictures
print((held() - before) // 2**20)
"""


def heaps(which: str) -> int:
    done = subprocess.run([sys.executable, "-c", PROGRAM, which], capture_output=True, text=True, check=True)
    return len(re.findall(r"<heap nr=", done.stdout))


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc gives threads heaps of their own")
def test_threads_share_few_heaps() -> None:
    assert heaps("few") <= MOST_ARENAS < heaps("many")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc changes its mind about what is large")
def test_what_is_large_is_given_back_at_once() -> None:
    grown = {
        which: int(
            subprocess.run([sys.executable, "-c", LARGE, which], capture_output=True, text=True, check=True).stdout
        )
        for which in ("few", "many")
    }
    # Ten MiB are kept in any case.
    assert grown["few"] <= 11 < grown["many"]


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what is free in its heaps")
def test_what_is_free_is_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", LET_GO], capture_output=True, text=True, check=True)
    # Whole pages inside 62 MiB that were let go.
    assert int(done.stdout) > 25
