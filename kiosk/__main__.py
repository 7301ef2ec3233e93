"""Where ``python -m kiosk`` and the console script ``kiosk`` begin.

Nothing is imported up here: projectors are started as fresh Pythons, which import this module again.
"""


def main() -> None:
    """Read the command line and do what it says. Ends the process."""
    import sys

    from kiosk.cli.main import main as command_line

    sys.exit(command_line(sys.argv[1:]))


if __name__ == "__main__":
    main()
