"""The kiosk as it is, with a note of when each of its frames began and when it was on the screen.

``python -m tests.bench.timed_kiosk run …`` takes the kiosk's own command line. A frame begins when the
frame loop starts a turn, by asking the window what happened, and is over when the window has presented
it; turns in which nothing is painted are no frames. Each becomes a line of the file named by
KIOSK_FRAME_TIMES when the kiosk ends: two monotonic seconds, and the processor seconds of the thread.

Nothing is imported up here: projectors are started as fresh Pythons, which import this module again.
"""


def main() -> None:
    """Put a stopwatch between the frame loop and the window, then be the kiosk."""
    import os
    import time
    from pathlib import Path

    from kiosk.__main__ import main as kiosk
    from kiosk.ui.window import Window, WindowEvent

    hear, show = Window.events, Window.present
    begun = [0.0, 0.0]
    frames: list[tuple[float, float, float]] = []

    def events(self: Window) -> list[WindowEvent]:
        begun[:] = time.monotonic(), time.thread_time()
        return hear(self)

    def present(self: Window) -> None:
        show(self)
        frames.append((begun[0], time.monotonic(), time.thread_time() - begun[1]))

    Window.events, Window.present = events, present  # type: ignore[method-assign]
    try:
        kiosk()
    finally:
        lines = [f"{since} {shown} {spent}\n" for since, shown, spent in frames]
        Path(os.environ["KIOSK_FRAME_TIMES"]).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
