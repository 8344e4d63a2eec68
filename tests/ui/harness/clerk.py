# SPDX-License-Identifier: GPL-3.0-or-later
"""What a clerk does in the window, in short words: the steps that the window tests are made of."""

import re

from window import wait_until

SIGNERS = ["王某", "李某", "赵某", "钱某"]


class Clerk:
    """What somebody does in the window, in short words."""

    def __init__(self, program):
        self.program = program

    def live(self, pattern, role="push button"):
        """The last control of that name that can be used: dialogs come after what they cover."""
        def look():
            return [node for node in self.program.find_all(role, re.compile(pattern))
                    if "sensitive" in node.states]
        return wait_until(look, f"a live {role} {pattern!r}")[-1]

    def push(self, pattern, role="push button"):
        self.program.activate(self.live(pattern, role))

    def shown(self, pattern, roles=("push button",)):
        """Controls of that name that the mouse reaches: pages behind the one that is shown stay out."""
        return [node for node in self.program.find_all(None, re.compile(pattern))
                if node.role in roles and "focusable" in node.states
                and self.program.is_reachable(node)]

    def push_shown(self, pattern):
        """Presses the first of them."""
        self.program.activate(wait_until(lambda: self.shown(pattern), f"{pattern!r} in sight")[0])

    def click_item(self, pattern):
        """Chooses from the list of people of the page that is shown."""
        def look():
            return [node for node in self.program.find_all("list item", re.compile(pattern))
                    if self.program.is_reachable(node)]
        self.program.click(wait_until(look, f"{pattern!r} in a list")[0])
        wait_until(lambda: [node for node in look() if "selected" in node.states],
                   f"{pattern!r} chosen")

    def switch(self, pattern):
        """Turns to a tab or presses a chip of the page that is shown, and waits until it is on."""
        def look():
            return self.shown(pattern, ("page tab", "push button", "radio button"))

        def is_on():
            nodes = look()
            return nodes and nodes[-1].states & {"pressed", "selected", "checked"}
        self.program.click(wait_until(look, f"the tab {pattern!r}")[-1])
        wait_until(is_on, f"{pattern!r} turned on")

    def key_grid(self, name, rows):
        """Types rows of marks into a grid, as into a spreadsheet."""
        self.program.click(self.program.find("table", re.compile(name)))
        self.program.press("ctrl+Home")
        for row in rows:
            keys = [{".": "period"}.get(sign, sign) for mark in row for sign in [*mark, "Tab"]]
            self.program.press(*keys)

    def fill(self, **answers):
        """Writes into fields of the dialog that is open; the names stand without their star."""
        def look():
            fields = self.program.find_all("text")
            found = [[node for node in fields
                      if re.search(rf"^{name}( \*|\([A-Z]\))*$", node.label())] for name in answers]
            return found if all(found) else None
        for nodes, answer in zip(wait_until(look, f"the fields {list(answers)}"),
                                 answers.values()):
            self.program.write(nodes[-1], answer)

    def expect_empty(self, name):
        """The field of the dialog holds nothing yet: who answers for a thing is never guessed."""
        held = self.program.text_of(self.live(rf"^{name}( \*|\([A-Z]\))*$", "text"))
        assert held == "", f"{name} is filled with {held!r}"

    def accept(self, button="^确定"):
        """Presses the button of a dialog and waits for it to go."""
        count = len(self.program.find_all("push button", re.compile("^取消")))
        self.push(button)
        wait_until(lambda: len(self.program.find_all("push button", re.compile("^取消"))) < count,
                   f"the dialog to take {button!r}")

    def write_focused(self, name, text):
        """Writes into the field that has been given the keyboard, and leaves it."""
        node = wait_until(lambda: [node for node in self.program.find_all("text", re.compile(name))
                                   if "focused" in node.states],
                          f"the keyboard in {name}")[-1]
        self.program.write(node, text)
        self.program.press("Tab")

    def fill_page(self, **answers):
        """Writes into fields of the page, going from one to the next with Tab, which keeps them."""
        names = list(answers)
        self.program.click(self.live(rf"^{names[0]}( \*)?$", "text"))
        for name in names:
            self.tab_to(rf"^{name}( \*)?$")
            self.write_focused(name, answers[name])

    def tab_to(self, pattern):
        """Presses Tab until the keyboard is in a field of that name."""
        for _press in range(30):
            focused = [node for node in self.program.find_all("text", re.compile(pattern))
                       if "focused" in node.states]
            if focused:
                return
            self.program.press("Tab")
        raise AssertionError(f"no way by Tab to {pattern!r}")

    def choose(self, field, option):
        """Picks from a list that drops down, by its keys.

        On a busy machine the list may close before a key has reached it; then it is opened again.
        """
        box = self.live(f"^{field}", "combo box")

        def is_chosen():
            self.program.activate(box.children[0])
            labels = wait_until(lambda: self._look_into(box)[0], f"the choices of {field}")
            self.program.press("Home", *["Down"] * labels.index(option), "Return")
            wait_until(lambda: not self._look_into(box)[0], f"the choices of {field} to close")
            return option in self._look_into(box)[1]
        wait_until(is_chosen, f"{option} chosen")

    def _look_into(self, box):
        """What a list that drops down offers while it is open, and the words that it shows."""
        now = next(node for node in self.program.tree().walk() if node.path == box.path)
        return ([item.label() for item in now.walk() if item.role in ("list item", "row")],
                [item.name for item in now.walk()])

    def go_to(self, number):
        self.program.open_stage(number)

    def sign(self):
        """Signs the stage for each role that is asked for."""
        self.push("^签字")
        dialog = wait_until(lambda: [node for node in self.program.tree().walk()
                                     if "modal" in node.states], "the signatures")[-1]
        self.live("^签字日期", "text")
        fields = [node for node in self.program.find_all("text", inside=dialog)
                  if node.label() != "签字日期"]
        for name, node in zip(SIGNERS, fields):
            self.program.write(node, name)
        self.accept("^签字|^保存|^确定")

    def close_stage(self, number):
        self.push("^结束本环节")
        self.expect_empty("结束人")
        self.fill(结束人="周某")
        self.accept("^结束本环节")
        wait_until(lambda: self.program.find_all("list item", re.compile(f"^{number}  .*已结束")),
                   f"stage {number} closed")
