# SPDX-License-Identifier: GPL-3.0-or-later
"""Going through a window by keys alone: what has the keyboard, and the way to it."""

import re

from window import wait_until


def expect(program, words):
    """Waits for a label that holds the words."""
    wait_until(lambda: [node for node in program.tree().walk()
                        if node.role == "label" and words in node.name], words)


def focused(program):
    """What is read out for the control that has the keyboard."""
    return [node.label() for node in program.tree().walk() if "focused" in node.states]


def tab_to(program, pattern, key="Tab"):
    """Goes on with the Tab key until the keyboard is there."""
    for _ in range(60):
        if any(re.search(pattern, label) for label in focused(program)):
            return
        program.press(key)
    raise AssertionError(f"Tab does not lead to {pattern}; now at {focused(program)}")


def choose_file(program, path, button):
    """Writes a path into the file chooser that has the button.

    What the file leads to may have a button of that name as well, so this very one has to go.
    """
    name = re.compile(rf"^{button}\(")
    chooser = program.find("push button", name)

    def is_gone():
        return chooser.path not in [node.path for node in program.find_all("push button", name)]
    program.press("ctrl+a" if button == "保存" else "ctrl+l")
    program.type(str(path))
    # The chooser looks the path up while it is typed: an Enter that comes too soon only ends that.
    for _ in range(5):
        program.press("Return")
        try:
            wait_until(is_gone, "the file chooser to close", timeout=5)
            return
        except AssertionError:
            continue
    wait_until(is_gone, "the file chooser to close")


def give_passphrase(program, passphrase):
    """Types it into the dialog that asks for one, and waits for that to go; a key may be lost on the way."""
    field = re.compile("^密码")
    tab_to(program, "^密码")
    for _ in range(3):
        program.press("ctrl+a")
        program.type(passphrase)
        program.press("Return")
        try:
            program.wait_gone("text", field, timeout=10)
            return
        except AssertionError:
            continue
    program.wait_gone("text", field)


def altered_copy(path):
    """The same sealed file with one bit of its content changed."""
    copy = path.with_name("altered.xrsealed")
    content = bytearray(path.read_bytes())
    content[-30] ^= 1
    copy.write_bytes(content)
    return copy


def expect_refusal(program, words):
    """The sentence says why, and Escape puts it away."""
    expect(program, words)
    program.press("Escape")
    program.wait_gone("label", re.compile(words))
