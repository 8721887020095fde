"""Draws the README's picture: the sample draft in an editor, with what the program finds in it.

usage: picture.py COPYDESK > editors/sample-draft.svg      (from the repository's root; standard library only)
"""
import html
import json
import re
import subprocess
import sys

DRAFT = "editors/sample-draft.md"
FIRST, LAST = 6, 24
SIZE, WIDTH, HEIGHT, GUTTER, TOP, COLUMNS = 13, 7.8, 19, 44, 34, 132
COLOURS = {"error": "#b3261e", "warning": "#b26a00", "information": "#1f6f9f", "hint": "#6b7280"}


def text(x, y, words, fill, extra=""):
    return f'<text x="{x:.1f}" y="{y}" fill="{fill}" {extra} xml:space="preserve">{html.escape(words)}</text>'


def prose(x, y, line):
    """A line of the draft, as wide as its columns whatever the font."""
    weight = ' font-weight="bold"' if line.startswith("#") else ""
    return text(x, y, line, "#202124", f'textLength="{len(line) * WIDTH:.1f}" lengthAdjust="spacingAndGlyphs"{weight}')


def preferred(copydesk):
    """The fix that the program would take first, by place."""
    out = subprocess.run([copydesk, "check", DRAFT], capture_output=True, text=True).stdout
    place, result = None, {}
    for line in out.split("\n"):
        if head := re.match(re.escape(DRAFT) + r":(\d+):(\d+): ", line):
            place = (int(head[1]), int(head[2]))
        elif line.startswith("    fix: "):
            result[place] = line.removeprefix("    fix: ")
    return result


def squiggle(start, end, y, colour):
    """A wave below the columns start to end."""
    points, x, up = [], start, True
    while x < end:
        points.append(f"{x:.1f},{y + (0 if up else 2.5)}")
        x, up = x + 3, not up
    return f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" stroke-width="1.3"/>'


def main():
    out = subprocess.run([sys.argv[1], "check", "--format", "json", DRAFT], capture_output=True, text=True)
    findings = json.loads(out.stdout)["findings"]
    fixes = preferred(sys.argv[1])
    lines = open(DRAFT, encoding="utf-8").read().split("\n")
    drawn, y = [], TOP + HEIGHT
    for number in range(FIRST, LAST + 1):
        line = lines[number - 1]
        drawn.append(text(GUTTER - 12, y, str(number), "#9aa0a6", 'text-anchor="end"'))
        if line:
            drawn.append(prose(GUTTER, y, line))
        here = [f for f in findings if f["line"] == number]
        for f in here:
            start = GUTTER + (f["column"] - 1) * WIDTH
            end = GUTTER + ((f["end_column"] if f["end_line"] == number else len(line) + 1) - 1) * WIDTH
            drawn.append(squiggle(start, end, y + 4, COLOURS[f["severity"]]))
        for f in reversed(here):
            y += HEIGHT
            fix = fixes.get((f["line"], f["column"]))
            words = f'└ {f["message"]}' + (f"  ⟶ {fix}" if fix else "")
            column = min(f["column"], COLUMNS - len(words))
            drawn.append(text(GUTTER + (column - 1) * WIDTH, y, words, COLOURS[f["severity"]], 'font-style="italic"'))
        y += HEIGHT
    width, height = GUTTER + COLUMNS * WIDTH, y + 4
    print(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" height="{height}" '
        f'font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="{SIZE}">'
    )
    print(f'<rect width="100%" height="100%" rx="8" fill="#fbfbf9" stroke="#d0d0cc"/>')
    print(text(GUTTER, 22, "sample-draft.md", "#5f6368"))
    print("\n".join(drawn))
    print("</svg>")


if __name__ == "__main__":
    main()
