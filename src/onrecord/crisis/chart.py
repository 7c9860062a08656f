"""A series as a chart in SVG: cooperation above the line, conflict below it, and the mean score.

Counts and the score share their zero, so that a point above the line is cooperation on both axes.

Written by hand so that it needs no plotting library and stays small; it opens in any browser.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.sax.saxutils import escape

from onrecord.crisis.series import Period

_WIDTH, _HEIGHT = 920, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 60, 74, 58
_COLOURS = {  # colours that people with any colour vision tell apart (Okabe and Ito 2008)
    "verbal_cooperation": "#56b4e9",
    "material_cooperation": "#0072b2",
    "verbal_conflict": "#e69f00",
    "material_conflict": "#d55e00",
}
_LINE = "#333333"
_WIDEST = 80  # a column, at most
_LABELS = 12  # dates along the axis, at most
_FORBIDDEN = {c: None for c in range(32) if c not in (9, 10, 13)}


def chart(rows: Sequence[Period], *, title: str) -> str:
    """The chart of a series, both directions together.

    Args:
        rows: what ``series`` gives.
        title: printed over it.

    Returns: a complete SVG document.
    """
    periods = _by_period(rows)
    parts = [_head(title)]
    if not periods:
        parts.append(_text(_WIDTH / 2, _HEIGHT / 2, "No event between these two.", "middle"))
        return "\n".join([*parts, "</svg>", ""])
    up = max(1, *(p["verbal_cooperation"] + p["material_cooperation"] for _, p in periods))
    down = max(1, *(p["verbal_conflict"] + p["material_conflict"] for _, p in periods))
    step = _nice(max(up, down) / 3)
    most = math.ceil(max(up, down) / step) * step  # both ways, so that both axes share their zero
    scale = (_HEIGHT - _TOP - _BOTTOM) / (2 * most)
    zero = _TOP + most * scale
    parts += _grid(most, step, scale, zero)
    width = (_WIDTH - _LEFT - _RIGHT) / len(periods)
    for i, (day, counts) in enumerate(periods):
        parts += _columns(_LEFT + i * width, width, counts, scale, zero, day)
    parts += _dates([day for day, _ in periods], width)
    parts += _mean(periods, width)
    parts += _legend()
    return "\n".join([*parts, "</svg>", ""])


def _by_period(rows: Sequence[Period]) -> list[tuple[str, dict[str, float]]]:
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        counts = found.setdefault(row.period, dict.fromkeys([*_COLOURS, "score", "events"], 0.0))
        for name in [*_COLOURS, "score", "events"]:
            counts[name] += getattr(row, name)
    return sorted(found.items())


def _nice(step: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50 ..."""
    power = 10 ** math.floor(math.log10(max(step, 1)))
    return int(next(n * power for n in (1, 2, 5, 10) if n * power >= max(step, 1)))


def _head(title: str) -> str:
    words = escape(title.translate(_FORBIDDEN))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="12">\n'
        f"<title>{words}</title>\n"
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>\n'
        f'<text x="{_LEFT}" y="24" font-size="16" fill="{_LINE}">{words}</text>'
    )


def _text(x: float, y: float, words: str, anchor: str, extra: str = "") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{_LINE}"{extra}>'
        f"{escape(words)}</text>"
    )


def _grid(most: int, step: int, scale: float, zero: float) -> list[str]:
    parts = [_text(_LEFT - 8, _TOP - 10, "events", "end")]
    for count in range(-most, most + 1, step):
        y = zero - count * scale
        colour = _LINE if count == 0 else "#dddddd"
        parts.append(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" '
            f'stroke="{colour}"/>'
        )
        parts.append(_text(_LEFT - 8, y + 4, str(abs(count)), "end"))
    return parts


def _columns(
    x: float, width: float, counts: dict[str, float], scale: float, zero: float, day: str
) -> list[str]:
    parts = []
    above = below = zero
    bar = min(max(width * 0.8, 0.5), _WIDEST)
    for name, colour in _COLOURS.items():
        height = counts[name] * scale
        if not height:
            continue
        if name.endswith("cooperation"):
            above -= height
            y = above
        else:
            y, below = below, below + height
        told = f"{day}: {counts[name]:.0f} {name.replace('_', ' ')}"
        parts.append(
            f'<rect x="{x + (width - bar) / 2:.1f}" y="{y:.1f}" width="{bar:.1f}" '
            f'height="{height:.1f}" fill="{colour}"><title>{told}</title></rect>'
        )
    return parts


def _dates(days: Sequence[str], width: float) -> list[str]:
    every = math.ceil(len(days) / _LABELS)
    return [
        _text(_LEFT + (i + 0.5) * width, _HEIGHT - _BOTTOM + 20, day, "middle")
        for i, day in enumerate(days)
        if i % every == 0
    ]


def _mean(periods: Sequence[tuple[str, dict[str, float]]], width: float) -> list[str]:
    """The mean PLOVER score as a line; its axis, -10 to 10, stands on the right."""
    height = _HEIGHT - _TOP - _BOTTOM
    middle = _TOP + height / 2
    points = [
        (_LEFT + (i + 0.5) * width, middle - counts["score"] / counts["events"] / 10 * height / 2)
        for i, (_, counts) in enumerate(periods)
        if counts["events"]
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    parts = [f'<polyline points="{line}" fill="none" stroke="{_LINE}" stroke-width="1.5"/>']
    parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{_LINE}"/>' for x, y in points]
    for value in (-10, -5, 0, 5, 10):
        y = middle - value / 10 * height / 2
        parts.append(_text(_WIDTH - _RIGHT + 8, y + 4, f"{value:+d}" if value else "0", "start"))
    return parts


def _legend() -> list[str]:
    parts, x = [], float(_LEFT)
    for name, colour in _COLOURS.items():
        words = name.replace("_", " ")
        parts.append(f'<rect x="{x:.1f}" y="40" width="12" height="12" fill="{colour}"/>')
        parts.append(_text(x + 17, 50, words, "start"))
        x += 17 + 7.2 * len(words) + 20
    parts.append(
        f'<line x1="{x:.1f}" x2="{x + 16:.1f}" y1="46" y2="46" stroke="{_LINE}" '
        'stroke-width="1.5"/>'
    )
    parts.append(_text(x + 21, 50, "mean PLOVER score (right)", "start"))
    return parts
