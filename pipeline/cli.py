"""The command line: doichieu run | normalize | show | …. Heavy modules are imported inside the commands."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False,
                  help="Đối chiếu: read communes' plans, normalise targets, tasks, deadlines and owners, and compare them.")


@app.callback()
def root() -> None:
    """Đọc kế hoạch của các xã, chuẩn hóa chỉ tiêu, nhiệm vụ, thời hạn, đơn vị và đối chiếu với nhau."""


@app.command()
def run(
    paths: Annotated[list[Path] | None, typer.Argument(help="files or folders to read [default: data/raw]")] = None,
    out: Annotated[Path, typer.Option("--out", help="folder for the results")] = Path("data/out"),
    as_json: Annotated[bool, typer.Option("--json", help="print the closing summary as JSON")] = False,
    excel_vi: Annotated[bool, typer.Option("--excel-vi", help="CSV for a Vietnamese Excel: semicolons and decimal commas")] = False,
) -> None:
    """Read all plans, write the dataset and the comparison.

    Exit code: 0 all files were read, 1 nothing was done, 3 done but some files were quarantined.
    """
    from extractors.errors import DoichieuError
    from pipeline.progress import Progress
    from pipeline.run import run as run_batch

    try:
        with Progress() as progress:
            summary = run_batch(paths or [Path("data/raw")], out, excel_vi=excel_vi, on_event=progress.event)
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None
    if as_json:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        typer.echo(json.dumps(summary.as_json(), ensure_ascii=False, indent=2))
    else:
        progress.summary(summary)
    raise typer.Exit(summary.exit_code)


@app.command()
def normalize(
    kind: Annotated[str, typer.Argument(help="deadlines, units or targets")],
) -> None:
    """Read JSON lines (phrase, reference) from standard input, write what the normalizer reads from each."""
    from pipeline.phrases import NORMALIZERS

    if kind not in NORMALIZERS:
        typer.echo(f"unknown kind {kind!r}: expected one of {', '.join(NORMALIZERS)}", err=True)
        raise typer.Exit(1)
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            phrase = given["phrase"]
        except (ValueError, KeyError, TypeError):
            typer.echo(f'standard input, line {number}: expected a JSON object with "phrase"', err=True)
            raise typer.Exit(1) from None
        answer = {"phrase": phrase, **NORMALIZERS[kind](str(phrase), given.get("reference"))}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


@app.command()
def show(
    record: Annotated[str, typer.Argument(help="PLAN/RECORD, for example yen-hoa/T003")],
    out: Annotated[Path, typer.Option("--out", help="folder of a finished run")] = Path("data/out"),
    image: Annotated[Path | None, typer.Option("--image", help="draw the page with the record outlined into this PNG file")] = None,
    source: Annotated[Path, typer.Option("--from", help="folder with the documents (for --image)")] = Path("data/raw"),
) -> None:
    """Print a record with its raw text and place; with --image draw its page."""
    from extractors.errors import DoichieuError
    from pipeline import inspect

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        plan, found = inspect.find_record(inspect.load_dataset(out), record)
        typer.echo(inspect.describe(plan, found))
        if image is not None:
            typer.echo(f"Hình trang      : {inspect.draw(plan, found, source, image)}")
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None


@app.command()
def units(out: Annotated[Path, typer.Option("--out", help="folder of a finished run")] = Path("data/out")) -> None:
    """List the unit wordings that the catalogue does not know, most frequent first."""
    from extractors.errors import DoichieuError
    from pipeline import inspect

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        for name, count, plan in inspect.unknown_units(inspect.load_dataset(out)):
            typer.echo(f"{count:5d}  {name}  ({plan})")
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None


@app.command()
def indicators(
    out: Annotated[Path, typer.Option("--out", help="folder of a finished run")] = Path("data/out"),
    to: Annotated[Path, typer.Option("--to", help="CSV to write")] = Path("indicators_to_confirm.csv"),
    every: Annotated[bool, typer.Option("--all", help="every wording, not only the doubtful ones")] = False,
) -> None:
    """Write the indicator matches that a person should confirm; feed the edited file back with `run --indicators FILE`."""
    from extractors.errors import DoichieuError
    from pipeline import inspect
    from pipeline.indicators import confirm_bytes, to_confirm

    try:
        rows = to_confirm(inspect.load_dataset(out), everything=every)
        to.write_bytes(confirm_bytes(rows))
        typer.echo(f"{len(rows)} → {to}")
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None


@app.command()
def sql(
    statement: Annotated[str, typer.Argument(help="one SELECT; every table of the dataset is a view of its name")],
    out: Annotated[Path, typer.Option("--out", help="folder with the results of a run")] = Path("data/out"),
    as_csv: Annotated[bool, typer.Option("--csv", help="print CSV")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """Ask the dataset of a run with SQL (read-only): doichieu sql "SELECT commune, count(*) FROM tasks GROUP BY ALL"."""
    from extractors.errors import UsageError
    from pipeline import sql as asked

    try:
        answer = asked.query(statement, out)
    except UsageError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None
    data = asked.as_csv(answer) if as_csv else (asked.as_json(answer) if as_json else asked.as_text(answer)).encode("utf-8", "replace")
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def main() -> None:
    """Entry point of the `doichieu` command."""
    app()


if __name__ == "__main__":
    main()
