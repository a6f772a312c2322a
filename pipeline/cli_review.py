"""The commands about corrections: doichieu review, doichieu corrections merge | list. Heavy modules are imported inside."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

corrections_app = typer.Typer(no_args_is_help=True, help="Logs of corrections: merge those of several people, list what one holds.")


def review(
    out: Annotated[Path, typer.Argument(help="folder with the results of a run")] = Path("data/out"),
    who: Annotated[str | None, typer.Option("--who", help="who corrects [default: DOICHIEU_REVIEWER, else the user's name]")] = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="port on 127.0.0.1 [default: a free one]")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="open the browser")] = True,
    read_only: Annotated[bool, typer.Option("--read-only", help="show everything, change nothing (for sharing a screen)")] = False,
    corrections: Annotated[Path | None, typer.Option("--corrections", help="log of corrections [default: that of the run]")] = None,
    source: Annotated[Path | None, typer.Option("--from", help="folder with the documents [default: that of the run]")] = None,
) -> None:
    """Open the review desk: doubtful values beside their page, corrected in seconds, kept by every next run."""
    from extractors.errors import DoichieuError, UsageError

    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        try:
            from pipeline.review.serve import serve
        except ModuleNotFoundError as error:
            raise UsageError(f"the review desk needs {error.name}: install it with pip install 'doichieu[review]'") from error
        serve(out, who=who, port=port, browser=browser, read_only=read_only, corrections=corrections, source=source)
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None


@corrections_app.command("merge")
def merge_logs(
    logs: Annotated[list[Path], typer.Argument(help="logs of corrections (corrections.jsonl) of two or more people")],
    out: Annotated[Path, typer.Option("--out", help="file for the merged log")],
) -> None:
    """Put the corrections of several people into one log; where they contradict each other, show both.

    Exit code: 0 merged, 1 nothing was written, 3 merged with contradictions (the later one holds).
    """
    from extractors.errors import DoichieuError, UsageError
    from pipeline.correction_wording import shown, what
    from pipeline.corrections import conflicts, merge, read_log, write_log

    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        for path in logs:
            if not path.is_file():
                raise UsageError(f"{path}: no such file")
        read = [read_log(path) for path in logs]
        merged = merge(log.corrections for log in read)
        write_log(out, merged)
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None
    found = conflicts(merged)
    for path, log in zip(logs, read, strict=True):
        typer.echo(f"{path}: {len(log.corrections)} hiệu đính" + (f", {len(log.damaged)} dòng hỏng" if log.damaged else ""))
    typer.echo(f"{out}: {len(merged)} hiệu đính, {len(found)} chỗ khác nhau")
    for conflict in found:
        a, b = conflict.first, conflict.second
        name = b.plan.source if b.plan else b.wording
        typer.echo(f"  - {name}: {what(b)} | {a.who} ({a.when[:16]}): {shown(a.after)} | {b.who} ({b.when[:16]}): {shown(b.after)} (đang dùng)")
    raise typer.Exit(3 if found else 0)


@corrections_app.command("list")
def list_log(log: Annotated[Path, typer.Argument(help="log of corrections (corrections.jsonl)")]) -> None:
    """List the corrections of a log that hold, oldest first."""
    from extractors.errors import DoichieuError, UsageError
    from pipeline.correction_wording import shown, what
    from pipeline.corrections import active, read_log

    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        if not log.is_file():
            raise UsageError(f"{log}: no such file")
        read = read_log(log)
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None
    for c in active(read.corrections):
        typer.echo(f"{c.when[:16]}  {c.who}  {c.plan.source if c.plan else ''}  {what(c)}: {shown(c.before)} → {shown(c.after)}")
