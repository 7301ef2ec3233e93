"""One question to a child process that is started for it: whatever it breaks or hangs on, the asker goes on."""

import json
from queue import Empty, SimpleQueue
from typing import Any

from kiosk.projection.spawning import Child


def ask_child(module: str, seconds: float, **arguments: Any) -> dict[str, Any] | None:
    """The first message, a JSON object, of ``module``'s ``main(connection, **arguments)``.

    None where the child ends without one, or has not answered after ``seconds``; it is ended then.
    """
    heard: SimpleQueue[bytes | None] = SimpleQueue()
    try:
        child = Child(module, "look", heard.put, **arguments)
    except OSError:
        return None
    try:
        message = heard.get(timeout=seconds)
        answer = json.loads(message) if message is not None else None
    except (Empty, ValueError):
        answer = None
    finally:
        child.kill()
        child.reap(1.0)
    return answer if isinstance(answer, dict) else None
