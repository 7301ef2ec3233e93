"""The Tab key in bash and zsh: what it does for ``kiosk`` and ``./run``, and where that is written.

Typer's own scripts know one name of a program; ours is called ``kiosk`` where it is installed and ``run`` where it lies
in its folder, and is started by whatever was typed.
"""

import os
from pathlib import Path
from typing import Final

import typer

from kiosk.cli.arguments import wrong

SHOW, INSTALL = "--show-completion", "--install-completion"

SCRIPTS: Final = {
    "bash": """\
_kiosk_completion() {
    local IFS=$'\\n'
    COMPREPLY=( $( env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \\
        _KIOSK_COMPLETE=complete_bash "${1/#\\~/$HOME}" 2>/dev/null ) )
}
complete -o default -F _kiosk_completion kiosk run
""",
    "zsh": """\
_kiosk_completion() {
    eval "$( env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" \\
        _KIOSK_COMPLETE=complete_zsh ${~words[1]} 2>/dev/null )"
}
(( $+functions[compdef] )) || { autoload -U compinit && compinit; }
compdef _kiosk_completion kiosk run
""",
}
STARTS: Final = {"bash": ".bashrc", "zsh": ".zshrc"}
"""What each shell reads when it starts, in the home folder."""


def complete_with_tab(words: list[str]) -> int:
    """``--show-completion [SHELL]`` prints the script, ``--install-completion [SHELL]`` writes it where it is read."""
    shell = words[1] if len(words) > 1 else Path(os.environ.get("SHELL", "")).name
    if shell not in SCRIPTS:
        raise wrong(f"For which shell? {words[0]} bash, or {words[0]} zsh")
    if words[0] == SHOW:
        typer.echo(SCRIPTS[shell], nl=False)
        return 0
    try:
        start = _install(shell, Path.home())
    except OSError as error:
        raise wrong(f"{error.filename} cannot be written ({error.strerror}).") from error
    typer.echo(f"{start} has a line for it now. It works in every {shell} that is started from now on.")
    return 0


def _install(shell: str, home: Path) -> Path:
    """Write the script to a file of its own and, once, a line that reads it to the shell's."""
    script = home / ".config" / "film-kiosk" / f"completion.{shell}"
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_text(SCRIPTS[shell], "utf-8")
    start = home / STARTS[shell]
    line = f". ~/.config/film-kiosk/{script.name}  # the Tab key for the film kiosk\n"
    before = start.read_text("utf-8", errors="surrogateescape") if start.exists() else ""
    if line not in before:
        with start.open("a", encoding="utf-8") as file:
            file.write(line if not before or before.endswith("\n") else f"\n{line}")
    return start
