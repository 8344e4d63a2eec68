#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens an office file of each older version and asks of it what the program of then answered:
old-files.py PROGRAM FOLDER. FOLDER holds vNNN.xuanren.gz, the example rounds as `demo` of that version
made them, and vNNN.json, what `rounds` and `result` said of them then."""

import glob
import gzip
import json
import os
import subprocess
import sys
import tempfile


def ask(program, *arguments):
    done = subprocess.run([program, *arguments, "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError("%s: %s" % (arguments[0], done.stderr.strip()))
    return json.loads(done.stdout)


def answers(program, office):
    """All that is known of the rounds of a file."""
    rounds = ask(program, "rounds", office)
    results = [ask(program, "result", office, str(n)) for n in (1, 2, 3)]
    return {"rounds": rounds, "results": results}


def check(program, packed, folder):
    office = os.path.join(folder, "office.xuanren")
    with gzip.open(packed) as source, open(office, "wb") as target:
        target.write(source.read())
    with open(packed.replace(".xuanren.gz", ".json"), encoding="utf-8") as file:
        wanted = json.load(file)
    now = answers(program, office)
    if now != wanted:
        return "answers otherwise now:\n%s" % json.dumps(now, ensure_ascii=False, indent=1)
    if not ask(program, "verify", office)["intact"]:
        return "does not verify"
    return None


def main():
    program, offices = sys.argv[1:]
    failed = 0
    files = sorted(glob.glob(os.path.join(offices, "v*.xuanren.gz")))
    for packed in files:
        with tempfile.TemporaryDirectory(prefix="xuanren-") as folder:
            fault = check(program, packed, folder)
        if fault:
            failed += 1
            print("%s: %s" % (packed, fault), file=sys.stderr)
    sys.exit(1 if failed or not files else 0)


main()
