"""The pages of an Ogg file: whether each is as it was written. Knows nothing of what is in them.

The decoder of Ogg Vorbis writes beyond its memory on damaged data, so nothing damaged may reach it.
"""

import zlib
from typing import IO

from kiosk.core.errors import ContentError

MAGIC = b"OggS"
"""What every page begins with."""

_HEADER_SIZE = 27
_CHECKSUM = slice(22, 26)
# The checksum of Ogg goes through each byte from its other end than the one of zlib.
_TURNED = bytes(int(f"{value:08b}"[::-1], 2) for value in range(256))


def refuse_damage(file: IO[bytes], source: str) -> None:
    """Read a file from where it stands, page by page, in little memory.

    Args:
        file: an Ogg file; anything else is left alone.
        source: the name of the file, for errors.

    Raises:
        ContentError: a page is not what was written, or is cut off; names the byte at which it begins.

    Source: https://www.rfc-editor.org/rfc/rfc3533#section-6
    """
    place = 0
    while header := file.read(_HEADER_SIZE):
        if place == 0 and header[:4] != MAGIC:
            return
        if header[:4] != MAGIC or len(header) < _HEADER_SIZE:
            raise ContentError(source, f"byte {place}", "it is damaged: no page of sound begins here")
        lengths = file.read(header[26])
        body = file.read(sum(lengths))
        if len(lengths) < header[26] or len(body) < sum(lengths):
            raise ContentError(source, f"byte {place}", "it is cut off")
        told = int.from_bytes(header[_CHECKSUM], "little")
        page = b"".join((header[: _CHECKSUM.start], bytes(4), header[_CHECKSUM.stop :], lengths, body))
        if _checksum(page) != told:
            raise ContentError(
                source, f"byte {place}", "it is damaged: the page that begins here is not as written"
            )
        place += len(page)


def _checksum(page: bytes) -> int:
    """Return the CRC of RFC 3533: polynomial 04C11DB7, beginning with 0, by way of zlib's."""
    turned = zlib.crc32(page.translate(_TURNED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{turned:032b}"[::-1], 2)
