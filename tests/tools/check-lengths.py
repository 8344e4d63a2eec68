#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that files and functions stay short enough to be read: 800 and 100 lines at most.

Functions are found by their braces, which the house style puts into the first column.
"""

import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
FILE_LIMIT = 800
FUNCTION_LIMIT = 100
SUFFIXES = {".c", ".h", ".py", ".ui", ".css", ".build"}


def long_functions(lines):
    """Yields the number of the first line and the length of each function that is too long."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start:
            if number - start + 1 > FUNCTION_LIMIT:
                yield start, number - start + 1
            start = None


def main():
    """Checks every source file, tests included."""
    faults = []
    for top in ("app", "ui", "tests", "resources"):
        for path in sorted((TOP / top).rglob("*")):
            if path.suffix not in SUFFIXES:
                continue
            name = path.relative_to(TOP)
            lines = path.read_text(encoding="utf-8").splitlines()
            if len(lines) > FILE_LIMIT:
                faults.append(f"{name}: {len(lines)} lines; at most {FILE_LIMIT}")
            if path.suffix == ".c":
                for start, length in long_functions(lines):
                    faults.append(f"{name}:{start}: a function of {length} lines; "
                                  f"at most {FUNCTION_LIMIT}")
            if path.suffix in {".c", ".h"} and "SPDX-License-Identifier" not in (lines or [""])[0]:
                faults.append(f"{name}: the first line names no licence")
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


main()
