"""What is kept of a PIN: a hash that takes memory and time to make. Knows not what it opens.

A PIN of six digits is one of a million: whoever can copy the file finds it in the end. The hash makes that take a
day instead of a second, and says nothing to who only looks at it.
"""

import hashlib
import hmac
import secrets

# 16 MiB and a twentieth of a second for each try; nothing else goes on meanwhile.
_COST, _BLOCK, _LANES = 2**14, 8, 1
_SALT_BYTES, _KEY_BYTES = 16, 32
_MOST_MEMORY = 2 * 128 * _COST * _BLOCK * _LANES
# What somebody wrote into the file must not take all memory of the machine.
_MOST_COST = 2**17


class PinHash:
    """Hashes a PIN with scrypt, each with a salt of its own."""

    def hashed(self, pin: str) -> str:
        """Return what is kept of a PIN: the name of the method, its costs, salt and key, parted by ``$``."""
        salt = secrets.token_bytes(_SALT_BYTES)
        return "$".join(("scrypt", str(_COST), str(_BLOCK), str(_LANES), salt.hex(), _key(pin, salt).hex()))

    def is_readable(self, kept: str) -> bool:
        """Whether something can be what was kept of a PIN."""
        return _parts(kept) is not None

    def is_same(self, pin: str, kept: str) -> bool:
        """Whether a PIN is the one of which this was kept; takes as long whatever it is."""
        parts = _parts(kept)
        if parts is None:
            return False
        cost, block, lanes, salt, key = parts
        return hmac.compare_digest(_key(pin, salt, cost, block, lanes), key)


def _key(pin: str, salt: bytes, cost: int = _COST, block: int = _BLOCK, lanes: int = _LANES) -> bytes:
    most = max(_MOST_MEMORY, 2 * 128 * cost * block * lanes)
    return hashlib.scrypt(pin.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=most, dklen=_KEY_BYTES)


def _parts(kept: str) -> tuple[int, int, int, bytes, bytes] | None:
    fields = kept.split("$")
    if len(fields) != 6 or fields[0] != "scrypt":
        return None
    try:
        cost, block, lanes = (int(number) for number in fields[1:4])
        salt, key = bytes.fromhex(fields[4]), bytes.fromhex(fields[5])
    except ValueError:
        return None
    is_power = cost > 1 and cost & (cost - 1) == 0
    is_within = is_power and cost <= _MOST_COST and 1 <= block <= 16 and 1 <= lanes <= 4
    return (cost, block, lanes, salt, key) if is_within and len(key) == _KEY_BYTES and salt else None
