"""A set of strings that can only be added to, in 24 to 48 bytes a member instead of a few hundred."""

from __future__ import annotations

from hashlib import blake2b

_WIDTH = 16
_EMPTY = bytes(_WIDTH)


class Seen:
    """Remembers 128-bit digests in an open table: two strings that differ are never taken for one."""

    def __init__(self) -> None:
        self._slots = 1 << 10
        self._table = bytearray(self._slots * _WIDTH)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __contains__(self, text: str) -> bool:
        key = _digest(text)
        at = self._find(key)
        return self._table[at : at + _WIDTH] == key

    def add(self, text: str) -> bool:
        """Whether it was new."""
        key = _digest(text)
        at = self._find(key)
        if self._table[at : at + _WIDTH] == key:
            return False
        self._table[at : at + _WIDTH] = key
        self._count += 1
        if self._count * 3 > self._slots * 2:
            self._grow()
        return True

    def _find(self, key: bytes) -> int:
        """Where the key stands, or the empty slot where it belongs."""
        at = int.from_bytes(key[:8], "little") % self._slots
        while True:
            there = self._table[at * _WIDTH : (at + 1) * _WIDTH]
            if there == key or there == _EMPTY:
                return at * _WIDTH
            at = (at + 1) % self._slots

    def _grow(self) -> None:
        old = self._table
        self._slots *= 2
        self._table = bytearray(self._slots * _WIDTH)
        for start in range(0, len(old), _WIDTH):
            key = bytes(old[start : start + _WIDTH])
            if key != _EMPTY:
                at = self._find(key)
                self._table[at : at + _WIDTH] = key


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_WIDTH).digest()
