#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that includes only follow the arrows of the house.

core <- rules <- round -> store; exchange, forms and cli sit on round; nothing points at ui, and
nothing in app/ knows a toolkit.
"""

import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
MAY_USE = {
    "core": set(),
    "rules": {"core"},
    "store": {"core"},
    "round": {"core", "rules", "store"},
    "exchange": {"core", "rules", "store", "round"},
    "forms": {"core", "rules", "store", "round"},
    "cli": {"core", "rules", "store", "round", "exchange", "forms"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
TOOLKIT = re.compile(r"^(gtk|gdk(?!-pixbuf)|gsk|adwaita|graphene)\b")
# What a unit may not reach at all: the rules compute, they neither read files nor ask the clock.
# The core may ask GIO for what is compiled into the program.
FORBIDDEN = {
    "core": re.compile(r"^(sqlite3|zip|libxml|sodium)\b"),
    "rules": re.compile(r"^(sqlite3|gio|glib/gstdio|zip|libxml|sodium|time\.h)"),
    "store": re.compile(r"^sodium\b"),
    "round": re.compile(r"^sodium\b"),
}


def faults_of(path):
    """Yields a sentence for each include of one file that goes against an arrow."""
    parts = path.relative_to(TOP).parts
    folder = parts[1] if parts[0] == "app" and len(parts) > 2 else None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        place = f"{path.relative_to(TOP)}:{number}"
        target = match[2]
        first = target.split("/")[0]
        if parts[0] == "app":
            if TOOLKIT.match(target):
                yield f"{place}: {target} is a toolkit header; app/ has no windows"
            if first == "ui" or "/ui/" in target:
                yield f"{place}: {target}: nothing points at ui"
            if folder in FORBIDDEN and FORBIDDEN[folder].match(target):
                yield f"{place}: {folder} must not use {target}"
        if folder and match[1] == '"' and first in MAY_USE:
            if first != folder and first not in MAY_USE[folder]:
                yield f"{place}: {folder} must not point at {first}"
        if match[1] == '"' and target.startswith("../"):
            yield f"{place}: write includes from app/ or ui/, not relative: {target}"


def main():
    """Checks every C file of the program."""
    faults = []
    for top in ("app", "ui"):
        for path in sorted((TOP / top).rglob("*.[ch]")):
            faults += faults_of(path)
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


main()
