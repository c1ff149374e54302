"""What only one operating system does its own way: cores, limits of a worker, how it starts, locks.

Everything else in the package is written as if there were one system.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import resource_tracker
from multiprocessing.context import BaseContext
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl
    import resource

START_METHOD = "forkserver" if sys.platform == "linux" else "spawn"
"""How workers start. Linux: from a server process that has imported what they need, a hundredth of a second each. macOS and
Windows: from nothing. Forking the main process is never used: it holds threads and open files."""


_LOCK_SUFFIX = ".lock" if sys.platform == "win32" else ""
"""Windows keeps readers and writers from a locked byte, so there a file beside is locked, elsewhere the file itself."""


def usable_cores() -> int:
    """Cores that this process may use: its affinity and its container's quota count, not the machine."""
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return max(1, min(cores, _quota() or cores))


def _quota() -> int | None:
    """The whole cores of a Linux container's CPU quota (cgroup v2)."""
    try:
        with open("/sys/fs/cgroup/cpu.max", encoding="ascii") as file:
            quota, period = file.read().split()
        return int(quota) // int(period)
    except (OSError, ValueError):  # no such file, or "max"
        return None


def start_context(method: str | None = None, preload: Sequence[str] = ()) -> BaseContext:
    """What makes worker processes; `preload` are modules that a server process imports once for all."""
    method = method or START_METHOD
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(list(preload))
        from multiprocessing import forkserver  # not every system has one

        with deaf_children(), _nothing_said():
            forkserver.ensure_running()
    return context


@contextlib.contextmanager
def _nothing_said() -> Iterator[None]:
    """Processes that start inside have nowhere to write errors: a worker that is ended while it starts would print where."""
    try:
        errors = os.dup(2)
    except OSError:  # this process has none either
        yield
        return
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(errors, 2)
        os.close(errors)


@contextlib.contextmanager
def deaf_children() -> Iterator[None]:
    """Processes and threads that start inside do not hear Ctrl-C, not even while they start: it is for the main thread."""
    if sys.platform != "win32":
        resource_tracker.ensure_running()  # it would lift the mask when it starts by itself
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    else:
        yield


def limit_memory(extra: int) -> bool:
    """Let this process take `extra` bytes beyond what it has now. False where the system cannot (macOS, Windows)."""
    if sys.platform == "linux":
        with open("/proc/self/statm", encoding="ascii") as file:
            now = int(file.read().split()[0]) * resource.getpagesize()
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = now + extra if most == resource.RLIM_INFINITY else min(now + extra, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
        return True
    return False


def die_at_once() -> None:
    """Let a request to end kill this process even while it is inside a library and runs no Python."""
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def die_after(seconds: int) -> None:
    """Let the system end this process in so many seconds (0: never mind), for a worker whose parent is gone."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def hold(path: str) -> BinaryIO | None:
    """Hold a file that is written alone, until what this returns is closed or the process ends, however it ends.

    None: another process holds it. Creates the file where there is none. Raises OSError.
    """
    while True:
        file = open(path + _LOCK_SUFFIX, "a+b")  # noqa: SIM115 (it stays open)
        try:
            if sys.platform == "win32":
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            file.close()
            return None
        except OSError:  # a file system without locks: nothing can be said, and a job must not fail for it
            return file
        try:
            if os.path.samestat(os.fstat(file.fileno()), os.stat(path + _LOCK_SUFFIX)):
                return file
        except FileNotFoundError:
            pass
        file.close()  # the one that held it has just put another file in its place: hold that


def let_go(file: BinaryIO) -> None:
    """Close what `hold` gave."""
    file.close()
    if _LOCK_SUFFIX:
        with contextlib.suppress(OSError):  # the next one has it already
            if not os.path.getsize(file.name):  # else it is somebody's file of that name
                os.remove(file.name)


def sync_folder(path: str) -> None:
    """Make the names in a folder last a power loss, where the system knows how (Windows does it by itself)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:  # some network file systems refuse this for folders
        pass
    finally:
        os.close(descriptor)
