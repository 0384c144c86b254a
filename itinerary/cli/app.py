"""The program and its global options."""

from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from itinerary.cli.opened import Options
from itinerary.cli.output import MARKUP, refuse
from itinerary.locale import LANGUAGES, Words
from itinerary.problems import say

COMMANDS = {
    "agenda": "agenda.agenda",
    "next": "day.next_item",
    "day": "day.day",
    "check": "check.check",
    "whatif": "whatif.whatif",
    "diff": "diff.diff",
    "changes": "changes.changes",
    "plan": "plan.plan",
    "rules": "rules.rules",
    "rule": "rules.rule",
    "roster": "lists.roster",
    "build": "export.build",
    "push": "push.push",
    "init": "start.init",
    "import": "importing.import_files",
    "schema": "schema.schema",
    "export": "export.exports",
    "publish": "publish.publish",
    "invite": "invite.invite",
    "replies": "replies.replies",
}
"""Each command, and where its function, or its own group of commands, stands in this room."""
GLOBAL = {"-m": "PATH", "--mission": "PATH", "--width": "N", "--lang": "en"}
"""The options that stand before a command, and how their values are called."""


class Commands(TyperGroup):
    """Makes only the command that is asked for, and says where a global option belongs."""

    def list_commands(self, ctx: Any) -> list[str]:
        """All of them, in the order of the documentation."""
        return [*COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name, its module imported now; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(".")
        found = getattr(import_module(f"itinerary.cli.{module}"), name)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(add_completion=False, rich_markup_mode=MARKUP)
            alone.command(cmd_name)(found)
            found = alone
        command = typer.main.get_command(found)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command; exit 2 if one of `GLOBAL` stands behind it."""
        if not ctx.resilient_parsing:  # as while a shell completes
            for place, argument in enumerate(args[1:], 1):
                option, _, value = argument.partition("=")
                if option in GLOBAL:
                    value = value or "".join(args[place + 1 : place + 2]) or GLOBAL[option]
                    raise _refuse_place(ctx, option, value, args[0])
        return super().resolve_command(ctx, args)


def _refuse_place(context: Any, option: str, value: str, command: str) -> typer.Exit:
    words = Words(context.params.get("lang") or "en")
    hint = words.text("cli.global.hint", option=option, value=value, command=command)
    return refuse(words, say("cli.global", option=option), hint)


app = typer.Typer(
    cls=Commands,
    name="itinerary",
    help="Timetables, conflict reports and calendars for delegations on official missions.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=MARKUP,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from itinerary import __version__

        typer.echo(f"itinerary {__version__}")
        raise typer.Exit


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise typer.BadParameter(f"write one of {', '.join(LANGUAGES)}")
    return value


@app.callback()
def options(
    context: typer.Context,
    mission: Annotated[
        Path | None,
        typer.Option(
            "-m", "--mission", envvar="ITINERARY_MISSION", metavar="PATH",
            help="The mission's folder or workbook. Default: the nearest folder upwards with a "
            "mission.toml.",
        ),
    ] = None,
    lang: Annotated[
        str,
        typer.Option("--lang", callback=_language, metavar="|".join(LANGUAGES),
                     help="The language of the output."),
    ] = "en",
    width: Annotated[
        int | None, typer.Option("--width", min=40, max=1000, help="Columns of the output.")
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:  # fmt: skip
    context.obj = Options(mission, Words(lang), width)
