#!/usr/bin/python3
"""Makes random models, runs each in gneuron and in NEURON 8.2.2, and compares the answers.

    /usr/bin/python3 testdata/neuron/random_models.py GNEURON [COUNT] [--seed FIRST]

GNEURON is the binary. Model k is the same for ever: it comes from seed k alone. One that differs
is printed as a script, after every line has been left out that the difference does not need.

A model is a list of lines that mean the same in JavaScript and in Python, but for `let` and for
`{sec: s}`. It builds a tree of sections, runs, changes something, and runs on. It
never lowers nseg: NEURON ends the recordings of segments that go, gneuron does not.

Answers agree if no number differs by more than 1e-9 of the largest in its list. Where the model
amplifies what is lost in rounding, as spikes do, NEURON itself says how far: it runs once more
from a potential that is 1e-10 mV higher, and 30 times that difference is allowed.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile

TOLERANCE = 1e-9
KICK = 1e-10
AMPLIFIED = 30
SECONDS = 60

DENSITY = {"hh": {"gnabar": (0, 0.3), "gkbar": (0, 0.1), "gl": (1e-5, 1e-3), "el": (-70, -40)},
           "pas": {"g": (1e-5, 1e-2), "e": (-80, -50)}}
POINTS = {"IClamp": {"delay": (0, 3), "dur": (0, 8), "amp": (-0.3, 1)},
          "SEClamp": {"dur1": (0, 5), "amp1": (-80, 0), "rs": (0.5, 50)},
          "AlphaSynapse": {"onset": (0, 4), "tau": (0.1, 3), "gmax": (0, 0.1), "e": (-80, 0)},
          "ExpSyn": {"tau": (0.1, 5), "e": (-80, 0)},
          "Exp2Syn": {"tau1": (0.1, 1), "tau2": (1.1, 6), "e": (-80, 0)}}
SYNAPSES = ("ExpSyn", "Exp2Syn")


class Model:
    """A random model: lines, and the names of what they make."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines, self.sections, self.inserted, self.points, self.vectors = [], [], [], [], []
        self.build()

    def number(self, low, high):
        return float(f"{self.random.uniform(low, high):.4g}")

    def say(self, line):
        self.lines.append(line)

    def some(self, chance):
        return self.random.random() < chance

    def place(self):
        return self.random.choice((0.5, 0, 1, self.number(0, 1)))

    def segment(self):
        return f"{self.random.choice(self.sections)}({self.place()})"

    def build(self):
        for k in range(self.random.randint(1, 6)):
            self.section(f"s{k}")
        for k in range(self.random.randint(0, 4)):
            self.point(f"p{k}")
        synapses = [p for p, kind in self.points if kind in SYNAPSES]
        for k in range(self.random.randint(0, 3) if synapses else 0):
            self.netcon(f"c{k}", self.random.choice(synapses))
        for k in range(self.random.randint(1, 4)):
            self.record(f"r{k}")
        self.settings()
        self.run()
        for _ in range(self.random.randint(0, 3)):
            self.change()
            if self.some(0.6):
                self.run()
        self.run()

    def section(self, name):
        self.say(f'let {name} = n.Section("{name}")')
        if self.sections and self.some(0.9):
            parent = self.random.choice(self.sections)
            at = self.random.choice((0, 1, 1, self.number(0, 1)))
            self.say(f"{name}.connect({parent}({at}), {self.random.choice((0, 0, 0, 1))})")
        self.sections.append(name)
        self.say(f"{name}.nseg = {self.random.choice((1, 1, 3, 5, 9, 20))}")
        self.say(f"{name}.L = {self.number(5, 400)}")
        self.say(f"{name}.diam = {self.number(0.5, 25)}")
        if self.some(0.4):
            self.say(f"{name}.Ra = {self.number(30, 300)}")
        if self.some(0.3):
            self.say(f"{name}.cm = {self.number(0.5, 3)}")
        for mechanism in DENSITY:
            if self.some(0.5):
                self.say(f'{name}.insert("{mechanism}")')
                self.inserted.append((name, mechanism))

    def point(self, name):
        kind = self.random.choice(list(POINTS))
        self.say(f"let {name} = n.{kind}({self.segment()})")
        self.points.append((name, kind))
        for variable, bounds in POINTS[kind].items():
            if self.some(0.8):
                self.say(f"{name}.{variable} = {self.number(*bounds)}")

    def netcon(self, name, synapse):
        if self.some(0.5):
            self.say(f"let {name}s = n.NetStim()")
            for variable, bounds in {"start": (0, 3), "interval": (0.2, 3), "number": (1, 9)}.items():
                self.say(f"{name}s.{variable} = {self.number(*bounds)}")
            self.say(f"let {name} = n.NetCon({name}s, {synapse})")
        else:
            source = self.random.choice(self.sections)
            self.say(f"let {name} = n.NetCon({source}({self.place()})._ref_v, {synapse}, {{sec: {source}}})")
            self.say(f"{name}.threshold = {self.number(-62, 0)}")
        self.say(f"{name}.delay = {self.number(0, 2)}")
        self.say(f"{name}.weight[0] = {self.number(0, 0.05)}")

    def record(self, name):
        what = [f"{self.segment()}._ref_v", "n._ref_t"]
        for section, mechanism in self.inserted:
            variable = self.random.choice({"hh": ("m", "gna", "il"), "pas": ("i",)}[mechanism])
            what.append(f"{section}(0.5)._ref_{variable}_{mechanism}")
        what += [f"{point}._ref_i" for point, kind in self.points]
        every = self.random.choice(("", "", f", {self.number(0.05, 0.7)}"))
        self.say(f"let {name} = n.Vector()")
        self.say(f"{name}.record({self.random.choice(what)}{every})")
        self.vectors.append(name)

    def settings(self):
        if self.some(0.5):
            self.say(f"n.dt = {self.random.choice((0.0125, 0.05, 0.1))}")
        if self.some(0.3):
            self.say(f"n.celsius = {self.number(0, 36)}")
        if self.some(0.3):
            self.say(f"n.secondorder = {self.random.choice((1, 2))}")
        if self.some(0.3):
            self.say("n.usetable_hh = 0")

    def change(self):
        section = self.random.choice(self.sections)
        choice = [f"{section}.L = {self.number(5, 400)}", f"{section}.diam = {self.number(0.5, 25)}",
                  f"{section}.nseg *= 3", f"{section}({self.place()}).v = {self.number(-90, 20)}",
                  f"n.dt = {self.random.choice((0.01, 0.05))}", f'{section}.insert("pas")']
        for section, mechanism in self.inserted:
            variable = self.random.choice(list(DENSITY[mechanism]))
            choice.append(f"{section}(0.5).{mechanism}.{variable} = {self.number(*DENSITY[mechanism][variable])}")
        for point, kind in self.points:
            variable = self.random.choice(list(POINTS[kind]))
            choice.append(f"{point}.{variable} = {self.number(*POINTS[kind][variable])}")
        self.say(self.random.choice(choice))

    def run(self):
        if not any("finitialize" in line for line in self.lines) or self.some(0.4):
            self.say(f"n.finitialize({self.number(-80, -50)})")
            self.until = 0
        self.until += self.number(0.1, 6)
        self.say(f"n.continuerun({self.until:.4f})")


def javascript(model, lines):
    found = ", ".join(f"{v}: [...{v}]" for v in model.vectors)
    ends = ", ".join(f"{s}: [...{s}].map((segment) => segment.v)" for s in model.sections)
    return "\n".join(lines + [f"console.log(JSON.stringify({{{found}, t: [n.t], {ends}}}))", ""])


def python(model, lines, kick):
    text = ["import json, sys", "from neuron import h as n", 'n.load_file("stdrun.hoc")']
    for line in lines:
        line = re.sub(r"^let ", "", line)
        line = re.sub(r"\{sec: (\w+)\}", r"sec=\1", line)
        line = re.sub(r"n\.Section\((.*)\)", r"n.Section(name=\1)", line)
        line = re.sub(r"n\.finitialize\((.*)\)", rf"n.finitialize(\1 + {kick})", line)
        text.append(line)
    found = ", ".join(f'"{v}": list({v})' for v in model.vectors)
    ends = ", ".join(f'"{s}": [segment.v for segment in {s}]' for s in model.sections)
    return "\n".join(text + [f'print(json.dumps({{{found}, "t": [n.t], {ends}}}))', ""])


def answer(command, ending, text):
    """The members that a program prints, or what it says is wrong."""
    with tempfile.NamedTemporaryFile("w", suffix=ending, delete=False) as file:
        file.write(text)
    try:
        r = subprocess.run(command + [file.name], capture_output=True, text=True, timeout=SECONDS)
        if r.returncode:
            return None, r.stderr.strip() or f"exit {r.returncode}"
        return json.loads(r.stdout.strip().splitlines()[-1]), ""
    except subprocess.TimeoutExpired:
        return None, f"no answer in {SECONDS} s"
    finally:
        os.remove(file.name)


def far(a, b):
    """How far the lists of two answers are apart: by member, relative to the largest number."""
    out = {}
    for name, xs in a.items():
        ys = b.get(name, [])
        if len(xs) != len(ys):
            out[name] = float("inf")
            continue
        largest = max([1e-3] + [abs(x) for x in xs])
        out[name] = max([0] + [abs(x - y) / largest for x, y in zip(xs, ys)])
    return out


def difference(gneuron, model, lines):
    """What differs between gneuron and NEURON, or an empty text; None where NEURON has no answer."""
    theirs, wrong = answer([sys.executable], ".py", python(model, lines, 0))
    if theirs is None:
        return None
    ours, wrong = answer([gneuron, "run"], ".js", javascript(model, lines))
    if ours is None:
        return "gneuron: " + wrong
    apart = {name: d for name, d in far(theirs, ours).items() if not d <= TOLERANCE}
    if not apart:
        return ""
    kicked, _ = answer([sys.executable], ".py", python(model, lines, KICK))
    allowed = far(theirs, kicked) if kicked else {}
    return ", ".join(f"{name} differs by {d:.2g}" for name, d in apart.items() if d > AMPLIFIED * allowed.get(name, 0))


def shortest(gneuron, model):
    """The lines of a model that the difference needs."""
    lines = list(model.lines)
    for line in reversed(model.lines):
        fewer = [x for x in lines if x is not line]
        if difference(gneuron, model, fewer):
            lines = fewer
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gneuron")
    parser.add_argument("count", nargs="?", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    same = unable = 0
    different = []
    for seed in range(given.seed, given.seed + given.count):
        model = Model(seed)
        said = difference(given.gneuron, model, model.lines)
        if said is None:
            unable += 1
        elif not said:
            same += 1
        else:
            different.append(seed)
            lines = shortest(given.gneuron, model)
            print(f"--- model {seed}: {said}\n{javascript(model, lines)}")
    print(f"{same} models of {given.count} agree, {len(different)} do not {different}; NEURON has no answer to {unable}")
    sys.exit(bool(different))


if __name__ == "__main__":
    main()
