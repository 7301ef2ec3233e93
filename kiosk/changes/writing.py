"""Whether somebody is still writing to a file, where the system can tell."""

import errno
import fcntl
import os
import signal
from pathlib import Path


def is_written(file: Path) -> bool:
    """Whether any program has the file open for writing. False, too, where nobody can know (network drives, files of
    another user): a copy is then only known by its growing.

    The kernel grants a read lease on a file only if nobody can write to it; the lease is given back at once.
    """
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError):
        return False
    try:
        # A writer who comes in these microseconds is told by a signal; this one is ignored unless asked for.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(handle)
    return False
