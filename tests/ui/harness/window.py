# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program's windows as a person does: by what a screen reader sees, keys and mouse.

A test opens a Program, finds accessible nodes by role and name, acts on them, and looks again.
Every wait ends as soon as what it waits for is there; nothing sleeps for a fixed time.
The program must leave without a word of warning on standard error, else the test fails.
"""

import collections
import functools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

WAIT = 20.0
ATSPI = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
COMPLAINT = re.compile(r"(WARNING|CRITICAL|ERROR) \*\*|runtime error:|Sanitizer")
# Controls: what a person operates, and so must be able to tell from the next one.
CONTROL_ROLES = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry",
    "password text", "spin button", "slider", "switch", "menu item", "link", "page tab", "table",
    "list box", "list", "tree table",
}
ROW_ROLES = {"table row", "list item", "row", "tree item"}
# What never has anything inside.
LEAF_ROLES = {"label", "image", "separator"}


def wait_until(condition, what, timeout=WAIT):
    """The first true answer of condition(); fails with `what` when there is none in time."""
    end = time.monotonic() + timeout
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"not within {timeout:g} s: {what}")
        time.sleep(0.03)


@functools.lru_cache(maxsize=None)
def name_role(number):
    """A role as people call it."""
    return Atspi.role_get_name(Atspi.Role(number))


@functools.lru_cache(maxsize=None)
def name_states(bits):
    """States by their names; the same few sets come again and again."""
    return frozenset(Atspi.StateType(bit).value_nick for bit in range(44) if bits >> bit & 1)


def elements_of(data):
    """The bytes of each element of an array as GVariant lays it out: their ends stand at its end."""
    if not data:
        return
    size = next(size for size, most in ((1, 0xff), (2, 0xffff), (4, 0xffffffff))
                if len(data) <= most)
    ends = memoryview(data)[int.from_bytes(data[-size:], sys.byteorder):].cast(" BH I"[size])
    start = 0
    for end in ends:
        yield data[start:end]
        # Each of these structures begins at a multiple of four.
        start = (end + 3) & ~3


class Node:
    """One accessible as it was when the tree was read."""

    def __init__(self, path, parent, item):
        # Reference, application, parent, index, count, interfaces, name, role, description, states.
        name = item.get_child_value(6).get_string()
        states = item.get_child_value(9)
        self.path = path
        self.parent = parent
        self.children = []
        self.role = name_role(item.get_child_value(7).get_uint32())
        # GTK 4.8 gives the type's name to what has none: to a reader that is no name.
        self.name = "" if re.match(r"(Gtk|Adw|Xr)[A-Z]", name) else name
        self.description = item.get_child_value(8).get_string()
        self.states = name_states(states.get_child_value(0).get_uint32()
                                  | states.get_child_value(1).get_uint32() << 32)

    def walk(self):
        """This node and all below it, top down."""
        yield self
        for child in self.children:
            yield from child.walk()

    def label(self):
        """The name, or else the words inside, as they are read out."""
        return self.name or " ".join(node.name for node in self.walk() if node.name)

    def __repr__(self):
        return f"<{self.role} {self.label()!r}>"


class Desktop:
    """A display and an accessibility bus of the test's own."""

    def __init__(self):
        self.server = self._start_server()
        if "XR_DPI" in os.environ:
            # Large text, as for people who see badly: 96 is usual, 144 half as large again.
            subprocess.run(["xprop", "-root", "-format", "RESOURCE_MANAGER", "8s", "-set",
                            "RESOURCE_MANAGER", f"Xft.dpi: {os.environ['XR_DPI']}"], check=True)
        self.runtime = tempfile.mkdtemp(prefix="xuanren-desktop-")
        os.chmod(self.runtime, 0o700)
        os.environ["XDG_RUNTIME_DIR"] = self.runtime
        # Own process group: the launcher leaves its bus behind when it is ended alone.
        self.launcher = subprocess.Popen(
            ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
            start_new_session=True)
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = wait_until(lambda: self._address(session), "the accessibility bus")
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.bus.set_exit_on_close(False)

    @staticmethod
    def _start_server():
        """Starts a display of this process's own number.

        A free number of Xvfb's choosing may be one that another test is just giving back, whose
        server then takes our socket away with its own.
        """
        for attempt in range(10):
            reader, writer = os.pipe()
            wanted = 1000 + 10 * (os.getpid() % 5000) + attempt
            server = subprocess.Popen(
                # It must not reset when its first client, the accessibility bus, has gone: whoever
                # connects in that moment is turned away.
                ["Xvfb", f":{wanted}", "-noreset", "-displayfd", str(writer),
                 "-screen", "0", "1280x720x24", "-nolisten", "tcp"], pass_fds=[writer], stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
            os.close(writer)
            with os.fdopen(reader) as answer:
                number = answer.readline().strip()
            if number:
                os.environ["DISPLAY"] = ":" + number
                return server
            server.wait()
        raise AssertionError("Xvfb does not start")

    @staticmethod
    def _address(session):
        try:
            return session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                     None, None, 0, 5000, None).unpack()[0]
        except GLib.Error:
            return None

    def call(self, name, path, interface, method, signature=None, *values):
        """One method call on the accessibility bus; its answer unpacked."""
        arguments = GLib.Variant(signature, values) if signature else None
        answer = self.bus.call_sync(name, path, interface, method, arguments, None, 0, 10000, None)
        values = answer.unpack()
        return values[0] if len(values) == 1 else values

    def call_all(self, name, requests):
        """Many calls at once, each (path, interface, method, signature or None, values...).

        Their answers in the same order; None where the object went away. One after the other the
        waiting would take longer than the answers.
        """
        answers = [None] * len(requests)
        waiting = len(requests)

        def take(bus, result, number):
            nonlocal waiting
            waiting -= 1
            try:
                values = bus.call_finish(result).unpack()
                answers[number] = values[0] if len(values) == 1 else values
            except GLib.Error:
                pass
        for number, (path, interface, method, signature, *values) in enumerate(requests):
            arguments = GLib.Variant(signature, tuple(values)) if signature else None
            self.bus.call(name, path, interface, method, arguments, None, 0, 10000, None, take,
                          number)
        while waiting:
            GLib.MainContext.default().iteration(True)
        return answers

    def applications(self):
        """Bus names of the programs that are there."""
        return [name for name, _path in self.call(
            ATSPI + "Registry", ROOT, ATSPI + "Accessible", "GetChildren")]

    def close(self):
        """Ends what was started."""
        self.bus.close_sync(None)
        os.killpg(self.launcher.pid, 15)
        self.launcher.wait(10)
        self.server.terminate()
        self.server.wait(10)
        shutil.rmtree(self.runtime, ignore_errors=True)


class Program:
    """The program under test, started with arguments, in a home of its own."""

    def __init__(self, *arguments, home=None):
        self.home = pathlib.Path(home or tempfile.mkdtemp(prefix="xuanren-window-"))
        self._own_home = home is None
        self.desktop = Desktop()
        settings = self.home / "config" / "gtk-4.0"
        settings.mkdir(parents=True, exist_ok=True)
        # Animations and the caret's blinking would make two pictures of one state differ.
        (settings / "settings.ini").write_text(
            "[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n", encoding="utf-8")
        environment = dict(os.environ, HOME=str(self.home), XDG_DATA_HOME=str(self.home / "data"),
                           XDG_CONFIG_HOME=str(self.home / "config"),
                           XDG_CACHE_HOME=str(self.home / "cache"),
                           XDG_STATE_HOME=str(self.home / "state"),
                           GSETTINGS_BACKEND="memory", GSK_RENDERER="cairo", GDK_BACKEND="x11",
                           NO_AT_BRIDGE="0")
        self._errors = open(self.home / "stderr", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [os.environ["XUANREN"], *map(str, arguments)], env=environment,
            stdin=subprocess.DEVNULL, stdout=self._errors, stderr=self._errors)
        self._leaves = set()
        self.bus_name = wait_until(self._find_on_bus, "the program on the accessibility bus")
        wait_until(lambda: any(node.role in ("frame", "window", "dialog")
                               for node in self.tree().walk()), "a window")

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        try:
            if kind:
                print(self.dump())
                self.screenshot(os.environ.get("XR_SCREENSHOT", self.home / "failure.png"))
        finally:
            self._own_home = self._own_home and not kind
            complaints = self.close()
        if kind is None and complaints:
            raise AssertionError("the program complained:\n" + "".join(complaints))
        if kind:
            print(f"output of the program: {self.home}/stderr\n" + "".join(complaints))

    def _find_on_bus(self):
        if self.process.poll() is not None:
            self._errors.seek(0)
            raise AssertionError("the program ended at once:\n" + self._errors.read())
        names = self.desktop.applications()
        return names[-1] if names else None

    # ------------------------------------------------------------------ looking

    def tree(self):
        """Reads the whole tree anew.

        GTK puts an accessible into its cache when it is first asked for; so one walk asks for all
        of them, and the cache then gives their names, roles and states in a single answer.
        What nobody can see is left out. GTK 4.8 does not tell: hidden pages keep the state visible,
        so their place on the screen decides.
        """
        edges = []
        level = [ROOT]
        while level:
            found = [[path for _name, path in below or []]
                     for below in self._ask(level, "Accessible", "GetChildren")]
            if level != [ROOT]:
                found = self._uncovered(found)
            edges += zip(level, found)
            level = [path for below in found for path in below if path not in self._leaves]
        items = self._read_cache({path for _parent, below in edges for path in below} | {ROOT})
        nodes = {ROOT: Node(ROOT, None, items[ROOT])}
        for path, below in edges:
            parent = nodes.get(path)
            for child in below if parent else []:
                if child in items:
                    nodes[child] = Node(child, parent, items[child])
                    parent.children.append(nodes[child])
        self._leaves.update(path for path, node in nodes.items() if node.role in LEAF_ROLES)
        return nodes[ROOT]

    def _read_cache(self, wanted):
        """What GTK tells of the nodes that are wanted, by path; it tells of all that ever were.

        They are thousands in the end, so the paths are taken from the bytes: an item begins with the
        name of the bus and the path, each ended by a zero byte.
        """
        answer = self.desktop.bus.call_sync(
            self.bus_name, "/org/a11y/atspi/cache", ATSPI + "Cache", "GetItems", None, None, 0,
            10000, None).get_child_value(0)
        items = {}
        for number, data in enumerate(elements_of(answer.get_data_as_bytes().get_data())):
            path = data.split(b"\0", 2)[1].decode()
            if path in wanted:
                items[path] = answer.get_child_value(number)
        return items

    def _ask(self, paths, interface, method, signature=None, *values):
        """The same question to many nodes."""
        return self.desktop.call_all(
            self.bus_name, [(path, ATSPI + interface, method, signature, *values)
                            for path in paths])

    def _place(self, path):
        """x, y, width and height in the window; None for what has no place."""
        return self._call(path, "Component", "GetExtents", "(u)", 1)

    def width_of(self, node):
        """How wide a node is on the screen, in pixels."""
        return self._place(node.path)[2]

    def _uncovered(self, families):
        """Of each family of siblings those that have a size and are no hidden pages of a stack."""
        paths = [path for family in families for path in family]
        places = dict(zip(paths, self._ask(paths, "Component", "GetExtents", "(u)", 1)))
        families = [[path for path in family
                     if places[path] and places[path][2] > 0 and places[path][3] > 0]
                    for family in families]
        # Pages lie upon each other; a click in the middle never reaches one that is hidden.
        rivals = []
        for family in families:
            origins = collections.Counter(places[path][:2] for path in family)
            rivals += [path for path in family if origins[places[path][:2]] > 1]
        hits = self._hit({path: places[path] for path in rivals})
        kept = []
        for family in families:
            taken = {places[path][:2] for path in family if path in hits}
            kept.append([path for path in family
                         if path in hits or places[path][:2] not in taken])
        return kept

    def _hit(self, places):
        """Those that a click in their middle would reach."""
        answers = self.desktop.call_all(
            self.bus_name,
            [(path, ATSPI + "Component", "GetAccessibleAtPoint", "(iiu)", x + width // 2,
              y + height // 2, 1) for path, (x, y, width, height) in places.items()])
        return {path for path, answer in zip(places, answers)
                if answer and not answer[1].endswith("/null")}

    def find_all(self, role=None, name=None, inside=None):
        """All visible nodes of a role whose label is name (a text, or a compiled pattern)."""
        top = self.tree()
        if inside:
            top = next((node for node in top.walk() if node.path == inside.path), None)
        return [node for node in visible(top) if matches(node, role, name)] if top else []

    def find(self, role=None, name=None, inside=None, timeout=WAIT):
        """The first such node; waits for it."""
        return wait_until(lambda: self.find_all(role, name, inside),
                          f"{role or 'anything'} {name!r}", timeout)[0]

    def find_nth(self, number, role=None, name=None):
        """The one of that number, from 0; waits until there are so many."""
        return wait_until(lambda: self.find_all(role, name)[number:],
                          f"{number + 1} of {role or 'anything'} {name!r}")[0]

    def wait_gone(self, role=None, name=None, timeout=WAIT):
        """Waits until there is no such node."""
        wait_until(lambda: not self.find_all(role, name), f"no {role} {name!r}", timeout)

    def is_reachable(self, node):
        """Whether a click in the middle of a node reaches it: pages behind another one do not."""
        return bool(self._hit({node.path: self._place(node.path)}))

    def text_of(self, node):
        """What an entry holds."""
        length = self.desktop.call(self.bus_name, node.path, "org.freedesktop.DBus.Properties",
                                   "Get", "(ss)", ATSPI + "Text", "CharacterCount")
        return self._call(node.path, "Text", "GetText", "(ii)", 0, length)

    def rows_of(self, node):
        """The cells of a table or list as lists of texts, for the rows that exist as widgets."""
        top = next(found for found in self.tree().walk() if found.path == node.path)
        return [[cell.label() for cell in row.children] for row in visible(top)
                if row.role in ROW_ROLES]

    def dump(self):
        """The visible tree as indented lines, for a person who mends a test."""
        lines = []

        def add(node, depth):
            lines.append("  " * depth + f"{node.role} {node.name!r} {node.description!r} "
                         + " ".join(sorted(node.states - {"visible", "sensitive", "showing"})))
            for child in node.children:
                add(child, depth + 1)
        add(self.tree(), 0)
        return "\n".join(lines)

    def screenshot(self, path):
        """Writes the whole display as PNG."""
        subprocess.run(["import", "-window", "root", str(path)], check=True, timeout=30)

    # ------------------------------------------------------------------ acting

    def activate(self, node):
        """Does the node's own action: presses the button, opens the menu, ticks the box."""
        self._call(node.path, "Action", "DoAction", "(i)", 0)

    def open_stage(self, number):
        """Goes to a stage by its key and waits for its page.

        The key is pressed again where a window that has just come up did not take it.
        """
        def is_open():
            nodes = list(visible(self.tree()))
            return any(matches(node, "list item", re.compile(f"^{number} "))
                       and "selected" in node.states for node in nodes) \
                and any(matches(node, "label", re.compile(f"^{number}  ")) for node in nodes)
        for timeout in (7, 7, WAIT):
            self.press(f"ctrl+{number % 10}")
            try:
                wait_until(is_open, f"the page of stage {number}", timeout)
                break
            except AssertionError:
                if timeout == WAIT:
                    raise

    def press_button(self, name, role="push button", inside=None):
        """Finds a button by its label and activates it."""
        self.activate(self.find(role, name, inside))

    def click(self, node, button=1, times=1):
        """Clicks in the middle of a node with the mouse; entries get the keyboard by that."""
        window = self._focus_window()
        x, y, width, height = self._call(node.path, "Component", "GetExtents", "(u)", 1)
        place = [str(x + width // 2), str(y + height // 2)]
        subprocess.run(["xdotool", "mousemove", "--window", window, *place, "click", "--repeat",
                        str(times), str(button)], check=True, timeout=30)

    def write(self, node, text):
        """Replaces the text of an entry, as an input method would."""
        self._call(node.path, "EditableText", "SetTextContents", "(s)", text)

    def press(self, *keys):
        """Presses keys in turn: ctrl+z, Return, F2, 7."""
        self._focus_window()
        subprocess.run(["xdotool", "key", "--delay", "20", *keys], check=True, timeout=30)

    def type(self, text):
        """Types ASCII text by keys."""
        self._focus_window()
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True, timeout=60)

    def close(self):
        """Ends the program and the desktop; what it complained about.

        With XR_QUIT set the program is asked to quit as by a person, so that it is told what leaked.
        """
        if self.process.poll() is None and "XR_QUIT" in os.environ:
            self.press("ctrl+q")
            self.process.wait(60)
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.desktop.close()
        self._errors.seek(0)
        lines = list(self._errors)
        complaints = [line for line in lines if COMPLAINT.search(line)]
        # What a sanitizer says is of no use without the calls that lead there.
        if any("Sanitizer" in line for line in complaints):
            complaints = lines
        self._errors.close()
        if self._own_home:
            shutil.rmtree(self.home, ignore_errors=True)
        return complaints

    # ------------------------------------------------------------------ judging

    def nameless(self):
        """Controls that can be reached but say nothing to a reader.

        The rows of a list with columns are a list of their own, which the outer one names.
        """
        return [f"{node.role} in {path_of(node)}" for node in visible(self.tree())
                if node.role in CONTROL_ROLES and "focusable" in node.states
                and not node.label()
                and not (node.role == "list" and node.parent.role == "tree table"
                         and node.parent.name)]

    def english(self, allowed=()):
        """Visible texts that hold an English word of three letters or more."""
        allowed = {"Xuanren", "Excel", "PDF", "SHA", "xlsx", "csv", "lrmx",
                   "lrm", "xuanren", "Ctrl", "Shift", "Alt", *allowed}
        found = set()
        for node in visible(self.tree()):
            if node.role == "application":
                continue
            for text in (node.name, node.description):
                words = set(re.findall(r"[A-Za-z]{3,}", text)) - allowed
                if words:
                    found.add(f"{node.role} {text!r}")
        return sorted(found)

    def _call(self, path, interface, method, signature=None, *values):
        return self.desktop.call(self.bus_name, path, ATSPI + interface, method, signature, *values)

    def _focus_window(self):
        """Without a window manager somebody must give the keyboard to the topmost window.

        A window that goes away while they are listed makes xdotool give up: it is asked again.
        """
        def topmost():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                    str(self.process.pid), "--name", "."], timeout=30,
                                   check=False, capture_output=True, text=True)
            windows = found.stdout.split()
            if found.returncode != 0 or not windows:
                return None
            focus = subprocess.run(["xdotool", "windowfocus", "--sync", windows[-1]], timeout=30,
                                   check=False)
            return windows[-1] if focus.returncode == 0 else None
        return wait_until(topmost, "a window of the program on the screen")


def matches(node, role, name):
    """Whether a node has the role and the label asked for."""
    if role and node.role != role:
        return False
    if name is None:
        return True
    if isinstance(name, re.Pattern):
        return bool(name.search(node.label()))
    if name in (plain(node.name), plain(node.label()), node.name, node.description):
        return True
    # Buttons and rows are known by each of their words: a row of a list holds several labels.
    return node.role in CONTROL_ROLES | ROW_ROLES and \
        any(part.role == "label" and name in (part.name, plain(part.name)) for part in node.walk())


def plain(label):
    """A label without its mnemonic and the dots of what opens a dialog: 导入(I)… is 导入."""
    return re.sub(r"\([A-Z]\)", "", label).removesuffix("…")


def visible(top):
    """A node and all below it that a person can see."""
    if "visible" not in top.states and top.role != "application":
        return
    yield top
    for child in top.children:
        yield from visible(child)


def path_of(node):
    """Where a node stands, from the window down, in words."""
    names = []
    while node:
        names.append(node.name or node.role)
        node = node.parent
    return " / ".join(reversed(names[:6]))
