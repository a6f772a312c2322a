"""The command line: doichieu run | normalize | show | …. Heavy modules are imported inside the commands."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli_review import corrections_app, review

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False,
                  help="Đối chiếu: read communes' plans, normalise targets, tasks, deadlines and owners, and compare them.")


@app.callback()
def root() -> None:
    """Đọc kế hoạch của các xã, chuẩn hóa chỉ tiêu, nhiệm vụ, thời hạn, đơn vị và đối chiếu với nhau."""


Workers = Annotated[int | None, typer.Option("--workers", min=1, help="documents read at once [default: cores]")]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, help="longest time for one document (each OCR page adds to it)")]
Memory = Annotated[int, typer.Option("--memory", min=256, help="most memory for one document, MB")]
Force = Annotated[bool, typer.Option("--force", help="read everything again, also what was read before")]
ClusterAddress = Annotated[str | None, typer.Option("--cluster", help="Dask scheduler (tcp://host:8786), or local")]
ExcelVi = Annotated[bool, typer.Option("--excel-vi", help="CSV for a Vietnamese Excel: semicolons and decimal commas")]


@app.command()
def run(
    paths: Annotated[list[str] | None, typer.Argument(help="files, folders or URLs to read [default: data/raw]")] = None,
    out: Annotated[Path, typer.Option("--out", help="folder for the results")] = Path("data/out"),
    as_json: Annotated[bool, typer.Option("--json", help="print the closing summary as JSON")] = False,
    json_events: Annotated[bool, typer.Option("--json-events", help="print one JSON line per document as it is done, then the summary")] = False,
    excel_vi: ExcelVi = False,
    workers: Workers = None,
    force: Force = False,
    seconds: Seconds = 120.0,
    memory: Memory = 1024,
    cluster: ClusterAddress = None,
    baseline: Annotated[Path | None, typer.Option("--baseline", help="CSV of floors that communes must reach (see docs/findings.md)")] = None,
    corrections: Annotated[Path | None, typer.Option("--corrections", help="log of corrections [default: corrections.jsonl beside the plans]")] = None,
    indicators: Annotated[Path | None, typer.Option("--indicators", help="the CSV of `doichieu indicators` with its column confirmed filled in")] = None,
) -> None:
    """Read all plans, write the dataset and the comparison. A run that was stopped goes on where it was.

    Exit code: 0 all files were read, 1 nothing was done, 3 done but some files were quarantined.
    """
    from extractors.errors import DoichieuError
    from pipeline.batch import Settings
    from pipeline.limits import Limits
    from pipeline.progress import JsonEvents, Progress
    from pipeline.run import run as run_batch

    given = paths or ["data/raw"]
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    events = JsonEvents(sys.stdout)
    try:
        settings = Settings(workers=workers, force=force, limits=Limits(seconds=seconds, memory_mb=memory), cluster=cluster,
                            urls=tuple(p for p in given if "://" in p))
        with Progress(quiet=json_events) as progress:
            summary = run_batch([Path(p) for p in given if "://" not in p], out, excel_vi=excel_vi, settings=settings, baseline=baseline,
                                corrections=corrections, indicators=indicators,
                                on_event=events.event if json_events else progress.event)
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None
    if json_events:
        events.summary(summary)
    elif as_json:
        typer.echo(json.dumps(summary.as_json(), ensure_ascii=False, indent=2))
    else:
        progress.summary(summary)
    raise typer.Exit(summary.exit_code)


@app.command()
def watch(
    folder: Annotated[Path, typer.Argument(help="folder that plans are put into")],
    out: Annotated[Path, typer.Option("--out", help="folder for the results")] = Path("data/out"),
    excel_vi: ExcelVi = False,
    workers: Workers = None,
    seconds: Seconds = 120.0,
    memory: Memory = 1024,
) -> None:
    """Watch a folder and bring the results up to date whenever plans were put into it. Ends with Ctrl-C."""
    from extractors.errors import DoichieuError
    from pipeline.batch import Settings
    from pipeline.limits import Limits
    from pipeline.progress import Progress
    from pipeline.watch import Round
    from pipeline.watch import watch as watch_folder

    def show(done: Round) -> None:
        if done.summary is not None:
            progress.summary(done.summary)
        else:
            typer.echo(f"doichieu: {done.error}", err=True)

    try:
        settings = Settings(workers=workers, limits=Limits(seconds=seconds, memory_mb=memory))
        with Progress() as progress:
            watch_folder(folder, out, settings, excel_vi=excel_vi, on_event=progress.event, on_round=show)
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


@app.command()
def normalize(
    kind: Annotated[str, typer.Argument(help="deadlines, units or targets")],
) -> None:
    """Read JSON lines (phrase, reference) from standard input, write what the normalizer reads from each."""
    from pipeline.phrases import NORMALIZERS

    if kind not in NORMALIZERS:
        typer.echo(f"unknown kind {kind!r}: expected one of {', '.join(NORMALIZERS)}", err=True)
        raise typer.Exit(1)
    sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")  # type: ignore[union-attr]  # PowerShell begins what it pipes with a mark
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            if (phrase := given["phrase"]) is None:
                raise TypeError
        except (ValueError, KeyError, TypeError):
            typer.echo(f'standard input, line {number}: expected a JSON object with "phrase"', err=True)
            raise typer.Exit(1) from None
        answer = {"phrase": phrase, **NORMALIZERS[kind](str(phrase), None if given.get("reference") is None else str(given["reference"]))}
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

    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
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

    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        unknown = inspect.unknown_units(inspect.load_dataset(out))
        for name, count, plan in unknown:
            typer.echo(f"{count:5d}  {name}  ({plan})")
        if not unknown:
            typer.echo("Không có tên đơn vị nào ngoài danh mục.", err=True)
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
        typer.echo(f"{len(rows)} chỉ tiêu{'' if every else ' cần xác nhận'} → {to}")
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"doichieu: {to}: không ghi được ({error.strerror or error}); đóng tệp nếu đang mở trong Excel, hoặc chọn tên khác bằng --to", err=True)
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


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="the older plan")],
    new: Annotated[Path, typer.Argument(help="the newer plan")],
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """Show which targets and tasks were added, dropped or changed between two plans.

    Exit code: 0 both were read, 1 one of them could not be read.
    """
    from extractors.errors import DoichieuError, UsageError
    from pipeline.plan_diff import as_rows, as_text
    from pipeline.plan_diff import diff as differences
    from pipeline.read_one import read_one

    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        for path in (old, new):
            if not path.is_file():
                raise UsageError(f"{path}: no such file")
        found = differences(read_one(old, old.name), read_one(new, new.name))
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None
    typer.echo(json.dumps(list(as_rows(found)), ensure_ascii=False, indent=2) if as_json else as_text(found))


app.command()(review)
app.add_typer(corrections_app, name="corrections")


@app.command()
def stats(
    out: Annotated[Path, typer.Option("--out", help="folder of a finished run")] = Path("data/out"),
    to: Annotated[Path | None, typer.Option("--to", help="write the table into this CSV file")] = None,
) -> None:
    """One line per plan: targets, tasks, shares with number, horizon, owner and deadline, findings."""
    from extractors.errors import DoichieuError
    from pipeline.frames import frames, overview

    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        table = overview(frames(out))
        if to is not None:
            table.to_csv(to, encoding="utf-8-sig")
        typer.echo(table.to_string(float_format="{:.2f}".format))
    except DoichieuError as error:
        typer.echo(f"doichieu: {error}", err=True)
        raise typer.Exit(1) from None


def main() -> None:
    """Entry point of the `doichieu` command. Bad usage ends with 1, as everything that did nothing (Click's own code is 2)."""
    for stream in (sys.stdout, sys.stderr):  # a file or pipe on Windows takes the system's code page, which lacks our letters
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except SystemExit as end:
        sys.exit(1 if end.code == 2 else end.code)


if __name__ == "__main__":
    main()
