#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the cases in meson's testlog.json and prints `PASSED FAILED`.

A TAP program counts for as many cases as it reports. One that crashes after its last good case
counts as one failure more, which a plain count of its lines would miss.
"""

import json
import re
import sys

GOOD = {"OK", "EXPECTEDFAIL"}
CASE = re.compile(r"^(not )?ok\b(.*)$", re.MULTILINE)


def count_program(program):
    """Cases passed and failed of one test program."""
    if program["result"] == "SKIP":
        print(f"skipped {program['name']}", file=sys.stderr)
        return 0, 0
    if "walked once more" in (program.get("stdout") or ""):
        print(f"{program['name']} failed once and was walked once more", file=sys.stderr)
    passed = failed = 0
    for bad, rest in CASE.findall(program.get("stdout") or ""):
        if re.search(r"#\s*SKIP", rest, re.IGNORECASE):
            print(f"skipped {program['name']}:{rest}", file=sys.stderr)
        elif bad:
            failed += 1
        else:
            passed += 1
    good = program["result"] in GOOD
    if passed + failed == 0:
        return (1, 0) if good else (0, 1)
    return passed, failed if good else max(failed, 1)


def main(paths):
    """Reads logs with one JSON object a line."""
    passed = failed = 0
    for path in paths:
        with open(path, encoding="utf-8") as log:
            for line in log:
                good, bad = count_program(json.loads(line))
                passed += good
                failed += bad
    if passed + failed == 0:
        sys.exit("no test ran")
    print(passed, failed)


main(sys.argv[1:])
