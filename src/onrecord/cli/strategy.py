"""``onrecord strategy``: draft, solve, compare and explain models of a conflict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import stop

if TYPE_CHECKING:
    from onrecord.strategy import Model

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_READING = click.Choice(["a", "b", "c", "d"])


@click.group("strategy")
def command() -> None:
    """Formal models of a conflict (the graph model for conflict resolution)."""


@command.command("draft")
@click.argument("store", type=_FILE, default="onrecord.db")
@click.option("--issue", help="Only moves of this issue.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="A file.")
def draft_command(store: Path, issue: str | None, output: Path | None) -> None:
    """Draft a model file from the moves of a STORE, for you to edit."""
    from onrecord.crisis.collection import Collection
    from onrecord.record.store import Store, StoreError
    from onrecord.strategy.draft import DraftError, draft

    try:
        with Store(store) as opened:
            records = Collection.of(opened.history()).records
        records.sort(key=lambda record: record.article.published or "")
        text = draft(records, issue=issue, name=store.stem)
    except (StoreError, DraftError) as error:
        stop(str(error))
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        click.echo(f"{output}: a draft to edit", err=True)


@command.command("solve")
@click.argument("model", type=_FILE)
@click.option("--concept", "-c", multiple=True, help="R, GMR, SMR, SEQ, SSEQ or SIM; all.")
@click.option("--unknown", type=_READING, default="b", help="Reading of unknown preference.")
@click.option("--table", "with_table", is_flag=True, help="Every state, for whom it is stable.")
@click.option("--robust", is_flag=True, help="What swapping two neighbouring priorities does.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Draw the graph.")
def solve_command(
    model: Path,
    concept: tuple[str, ...],
    unknown: str,
    with_table: bool,
    robust: bool,
    as_json: bool,
    svg: Path | None,
) -> None:
    """Which outcomes of a MODEL are stable, and how they are reached from where things stand."""
    from onrecord import strategy
    from onrecord.strategy.report import lines, summary

    loaded = _load(model)
    concepts = tuple(c.upper() for c in concept) or ("R", "GMR", "SMR", "SEQ", "SSEQ", "SIM")
    try:
        solution = strategy.solve(loaded, concepts, reading=unknown)  # type: ignore[arg-type]
        if svg is not None:
            drawn = "SEQ" if "SEQ" in concepts else concepts[0]
            svg.write_text(strategy.svg(solution, drawn), encoding="utf-8")
        if as_json:
            import msgspec

            click.echo(msgspec.json.encode(summary(solution)).decode())
            return
        for line in lines(solution, with_table=with_table, robust=robust):
            click.echo(line)
    except strategy.ModelError as error:
        stop(f"{model}: {error}")


@command.command("compare")
@click.argument("before", type=_FILE)
@click.argument("after", type=_FILE, required=False)
@click.option("--remove", help="An option that is no longer open.")
@click.option("--force", help="An option that has been taken.")
@click.option("--fix", help="An option that cannot be taken back.")
def compare_command(
    before: Path, after: Path | None, remove: str | None, force: str | None, fix: str | None
) -> None:
    """What changes between two models, or when an option of one is removed, forced or fixed."""
    from onrecord import strategy
    from onrecord.strategy.report import compared

    first = _load(before)
    changes = [(remove, "removed"), (force, "forced"), (fix, "irreversible")]
    asked = [(option, change) for option, change in changes if option]
    if (after is None) == (not asked):
        stop("name a second model, or one of --remove, --force and --fix")
    try:
        if after is not None:
            second = _load(after)
        else:
            second = first
            for option, change in asked:
                second = strategy.what_if(second, option, change)  # type: ignore[arg-type]
        for line in compared(first, second):
            click.echo(line)
    except strategy.ModelError as error:
        stop(f"{before}: {error}")


@command.command("explain")
@click.argument("model", type=_FILE)
@click.argument("state")
@click.option("--concept", "-c", default="SEQ", help="R, GMR, SMR, SEQ or SSEQ.")
@click.option("--maker", "-m", multiple=True, help="Decision makers; all.")
def explain_command(model: Path, state: str, concept: str, maker: tuple[str, ...]) -> None:
    """Why a STATE of a MODEL is stable or not: the moves and the answers that decide it."""
    from onrecord import strategy

    loaded = _load(model)
    if state not in loaded.position:
        stop(f"{model}: no state {state!r}; there are {len(loaded.labels)}, from 1")
    try:
        for one in maker or tuple(m.id for m in loaded.makers):
            verdict = strategy.explain(loaded, concept.upper(), one, loaded.position[state])
            click.echo(str(verdict))
    except strategy.ModelError as error:
        stop(f"{model}: {error}")


def _load(path: Path) -> Model:
    from onrecord import strategy

    try:
        return strategy.load(path)
    except (strategy.ModelError, OSError) as error:
        stop(str(error))
