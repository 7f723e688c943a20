"""portfolio completion"""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from portfolio_gen.cli import main


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that lets Tab complete commands, kinds, templates, goals, competencies and names.

    \b
    bash: put this line into ~/.bashrc
        eval "$(portfolio completion bash)"
    zsh: put this line into ~/.zshrc, below 'compinit'
        eval "$(portfolio completion zsh)"
    fish: run this once
        portfolio completion fish > ~/.config/fish/completions/portfolio.fish

    Then open a new terminal. It needs bash 4.4 or newer.
    """
    found = get_completion_class(shell)
    assert found is not None
    script = found(main, {}, "portfolio", "_PORTFOLIO_COMPLETE").source()
    # A message would stand in the middle of what somebody is typing.
    for call in ("=bash_complete $1)", "=zsh_complete portfolio)", "(commandline -t) portfolio)"):
        script = script.replace(call, f"{call[:-1]} 2>/dev/null)")
    click.echo(script, nl=False)
