#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be built for the tests of some suites: test-targets.py FOLDER SUITE ... prints the files,
as ninja calls them. FOLDER is a configured build."""

import json
import os
import sys


def read(folder, kind):
    """What meson wrote down about the build."""
    with open(os.path.join(folder, "meson-info", f"intro-{kind}.json"), encoding="utf-8") as file:
        return json.load(file)


def main():
    folder, *suites = sys.argv[1:]
    wanted = {target for test in read(folder, "tests") for target in test["depends"]
              if any(suite.split(":")[-1] in suites for suite in test["suite"])}
    for target in read(folder, "targets"):
        if target["id"] in wanted:
            for name in target["filename"]:
                print(os.path.relpath(name, os.path.realpath(folder)))


main()
