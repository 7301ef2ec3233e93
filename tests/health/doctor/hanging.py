"""What a process does that hangs on the machine."""

import time
from multiprocessing.connection import Connection


def main(_connection: Connection) -> None:
    time.sleep(600)
