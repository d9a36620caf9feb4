"""Writes vsneuron.json: models built in NEURON step by step, and what NEURON
says of each. The same steps are repeated by vsneuron_test.go.

Run with a Python that has NEURON 8.2.2: python3 vsneuron.py
"""
import json
import os
import random
import tempfile

from neuron import h


def printed(f):
    """What NEURON itself prints during f()."""
    with tempfile.TemporaryFile() as out:
        keep = os.dup(1)
        os.dup2(out.fileno(), 1)
        try:
            f()
            h.doNotify()
        finally:
            os.dup2(keep, 1)
            os.close(keep)
        out.seek(0)
        return out.read().decode()


class World:
    def __init__(self):
        self.sec, self.pp = {}, {}

    def do(self, op, *a):
        getattr(self, "op_" + op)(*a)
        # bring geometry up to date: what NEURON answers in between depends on
        # what was asked before
        h.finitialize()

    def op_section(self, name):
        self.sec[name] = h.Section(name=name)

    def op_nseg(self, s, n):
        self.sec[s].nseg = n

    def op_prop(self, s, name, x):
        setattr(self.sec[s], name, x)

    def op_all(self, s, name, x):
        setattr(self.sec[s], name, x)

    def op_set(self, s, x, name, value):
        setattr(self.sec[s](x), name, value)

    def op_connect(self, child, parent, px, cx):
        self.sec[child].connect(self.sec[parent](px), cx)

    def op_disconnect(self, s):
        self.sec[s].disconnect()

    def op_delete(self, s):
        h.delete_section(sec=self.sec.pop(s))

    def op_insert(self, s, mech):
        self.sec[s].insert(mech)

    def op_uninsert(self, s, mech):
        self.sec[s].uninsert(mech)

    def op_pt3dadd(self, s, *p):
        self.sec[s].pt3dadd(*p)

    def op_pt3dinsert(self, s, *p):
        self.sec[s].pt3dinsert(*p)

    def op_pt3dchange(self, s, *p):
        self.sec[s].pt3dchange(*p)

    def op_pt3dremove(self, s, i):
        self.sec[s].pt3dremove(i)

    def op_pt3dclear(self, s):
        self.sec[s].pt3dclear()

    def op_shape(self):
        h.define_shape()

    def op_point(self, name, s, x):
        self.pp[name] = h.IClamp(self.sec[s](x))

    def op_loc(self, name, s, x):
        self.pp[name].loc(self.sec[s](x))

    def op_unpoint(self, name):
        del self.pp[name]

    def op_style(self, s, ion, *style):
        h.ion_style(ion, *style, sec=self.sec[s])

    # what NEURON says

    def place(self, seg):
        return None if seg is None else [seg.sec.name(), seg.x]

    def report(self):
        secs = list(h.allsec())
        topology = printed(h.topology)  # also numbers the nodes
        nodes = {}
        out = {"sections": [], "points": {}, "distances": []}
        for s in secs:
            segs = []
            for g in s.allseg():
                node = nodes.setdefault(g.node_index(), len(nodes))
                segs.append([g.x, node, g.diam, g.cm, g.v, g.area(), g.ri(), g.volume()])
            d = {
                "name": s.name(), "L": s.L, "Ra": s.Ra, "nseg": s.nseg, "rallbranch": s.rallbranch,
                "segments": segs,
                "orientation": s.orientation(),
                "parent": self.place(s.parentseg()), "trueparent": self.place(s.trueparentseg()),
                "children": [c.name() for c in s.children()],
                "wholetree": [c.name() for c in s.wholetree()],
                "subtree": [c.name() for c in s.subtree()],
                "points3d": [[s.x3d(i), s.y3d(i), s.z3d(i), s.diam3d(i), s.arc3d(i)] for i in range(s.n3d())],
                "mechs": sorted(m.name() for m in s(0.5)) if self.any_mech(s) else [],
                "vars": {},
                "styles": {},
            }
            for mech, names in {"pas": ["g_pas", "e_pas"], "hh": ["gnabar_hh"], "na_ion": ["nai"]}.items():
                if s.has_membrane(mech):
                    for name in names:
                        d["vars"][name] = [getattr(g, name) for g in s]
            for ion in ("na_ion", "k_ion"):
                if s.has_membrane(ion):
                    d["styles"][ion] = h.ion_style(ion, sec=s)
            out["sections"].append(d)
        for name, p in self.pp.items():
            out["points"][name] = self.place(p.get_segment()) if p.has_loc() else None
        pick = random.Random(1)
        for _ in range(min(20, len(secs) ** 2)):
            a, b = (pick.choice(secs)(pick.choice([0, 1, 0.5, round(pick.random(), 3)])) for _ in "ab")
            out["distances"].append([self.place(a), self.place(b), h.distance(a, b)])
        out["topology"] = topology
        h.finitialize()
        for d, s in zip(out["sections"], secs):
            # coefficients a and b of the matrix, of all nodes but the near end
            far = 1 - int(s.orientation())
            xs = [g.x for g in s] + [far] if far else [0] + [g.x for g in s]
            d["a"] = [h.fmatrix(x, 1, sec=s) for x in xs]
            d["b"] = [h.fmatrix(x, 3, sec=s) for x in xs]
        return out

    def any_mech(self, s):
        # iterating over a segment without any mechanism crashes NEURON 8.2.2
        return any(s.has_membrane(m) for m in ("pas", "hh", "na_ion", "k_ion"))


TAPER = [["pt3dadd", "s", 0, 0, 0, 10], ["pt3dadd", "s", 10, 0, 0, 10],
         ["pt3dadd", "s", 20, 0, 0, 2], ["pt3dadd", "s", 40, 0, 0, 2]]
S = [["section", "s"]]


def nseg_case(a, b):
    ops = S + [["nseg", "s", a], ["insert", "s", "pas"], ["insert", "s", "hh"]]
    for i in range(a):
        x = (i + 0.5) / a
        ops += [["set", "s", x, "cm", i + 1], ["set", "s", x, "g_pas", i + 1], ["set", "s", x, "v", -i],
                ["set", "s", x, "gnabar_hh", i], ["set", "s", x, "diam", i + 1], ["point", "p%d" % i, "s", x]]
    return ops + [["point", "p", "s", 0], ["point", "q", "s", 1], ["nseg", "s", b]]


def named():
    cases = {"defaults": S, "cylinder": S + [["prop", "s", "L", 20], ["all", "s", "diam", 20], ["nseg", "s", 5]],
             "3-D": S + TAPER, "3-D, nseg 3": S + TAPER + [["nseg", "s", 3]],
             "3-D, nseg 2": S + TAPER + [["nseg", "s", 2]], "3-D, nseg 7, Ra": S + TAPER + [["nseg", "s", 7], ["prop", "s", "Ra", 100]],
             "3-D, L": S + TAPER + [["nseg", "s", 3], ["prop", "s", "L", 85.3]],
             "3-D, diam": S + TAPER + [["nseg", "s", 3], ["all", "s", "diam", 3.3]],
             "3-D, diam of a segment": S + TAPER + [["nseg", "s", 3], ["set", "s", 0.5, "diam", 7.7], ["set", "s", 0, "diam", 8]],
             "3-D, diam before nseg": S + TAPER + [["set", "s", 0.3, "diam", 7.7], ["nseg", "s", 4]],
             "3-D, reversed": S + TAPER + [["nseg", "s", 3], ["section", "p"], ["connect", "s", "p", 1, 1]],
             "3-D, reversed, diam": S + TAPER + [["nseg", "s", 3], ["section", "p"], ["connect", "s", "p", 1, 1], ["set", "s", 0.9, "diam", 5]],
             "3-D edits": S + TAPER + [["pt3dinsert", "s", 1, 5, 5.5, 0.1, 2.2], ["pt3dchange", "s", 2, 9], ["pt3dchange", "s", 1, 4, 1, 2, 6], ["pt3dremove", "s", 0], ["nseg", "s", 4]],
             "3-D, one point": S + [["pt3dadd", "s", 1, 2, 3, 4]],
             "3-D, no length": S + [["pt3dadd", "s", 1, 2, 3, 4], ["pt3dadd", "s", 1, 2, 3, 4]],
             "3-D, cleared": S + TAPER + [["pt3dclear", "s"], ["nseg", "s", 2]],
             "3-D, a point twice": S + TAPER + [["pt3dadd", "s", 40, 0, 0, 6], ["pt3dadd", "s", 50, 1, 2, 6], ["nseg", "s", 5]],
             "shape": S + TAPER + [["section", "a"], ["section", "b"], ["nseg", "b", 2], ["connect", "b", "a", .5, 0],
                                   ["section", "c"], ["connect", "c", "a", 1, 1], ["section", "d"], ["connect", "d", "a", 1, 0],
                                   ["section", "e"], ["connect", "e", "c", 0, 0], ["section", "f"], ["connect", "f", "a", 0, 0],
                                   ["connect", "s", "b", 1, 0], ["shape"]],
             }
    for a, b in [(7, 4), (3, 2), (6, 4), (1, 2), (3, 4), (1, 5), (5, 1), (5, 3), (2, 4), (4, 3), (9, 10), (10, 9), (3, 9)]:
        cases["nseg %d to %d" % (a, b)] = nseg_case(a, b)
    tree = [["section", c] for c in "abcdefgh"]
    cases["tree"] = tree + [["connect", "b", "a", 0, 0], ["connect", "c", "b", 0, 0], ["connect", "d", "b", 1, 1],
                            ["nseg", "a", 3], ["nseg", "b", 4], ["connect", "e", "a", .5, 0], ["connect", "f", "a", .5, 0],
                            ["prop", "f", "rallbranch", 2], ["connect", "g", "a", .9, 0], ["connect", "h", "g", 1, 1]]
    base = [["section", "a"], ["section", "b"], ["nseg", "b", 3]]
    marks = [["set", "b", (i + .5) / 3, k, v * (i + 1)] for i in range(3) for k, v in (("diam", 1), ("v", -10))]
    marks += [["set", "b", 0, "v", -1], ["set", "b", 1, "v", -2], ["point", "p", "b", 0], ["point", "q", "b", 1], ["point", "r", "b", .2]]
    cases["reversed by connect"] = base + marks + [["connect", "b", "a", 1, 1]]
    cases["reversed, disconnected"] = base + marks + [["connect", "b", "a", 1, 1], ["disconnect", "b"]]
    cases["reversed and back"] = base + marks + [["connect", "b", "a", 1, 1], ["disconnect", "b"], ["connect", "b", "a", 0, 0]]
    cases["reconnected"] = base + marks + [["connect", "b", "a", 1, 0], ["connect", "b", "a", 0, 1]]
    cases["reversed with children"] = base + [["section", c] for c in "cdef"] + [
        ["connect", "c", "b", 0, 0], ["connect", "d", "b", 1, 0], ["connect", "e", "b", .5, 0], ["connect", "f", "b", .5, 1], ["connect", "b", "a", .5, 1]]
    cases["parent deleted"] = base + marks + [["section", "c"], ["connect", "b", "a", 1, 0], ["connect", "c", "b", 0, 0],
                                              ["point", "t", "c", 0], ["delete", "b"]]
    cases["near end of near end"] = base + [["section", "c"], ["section", "d"], ["connect", "c", "b", 0, 0], ["connect", "d", "c", 0, 0], ["point", "p", "c", 0],
                                            ["all", "b", "v", -30], ["connect", "b", "a", 1, 0], ["all", "b", "v", -31]]
    cases["ion styles"] = S + [["insert", "s", "hh"], ["uninsert", "s", "hh"], ["style", "s", "na_ion", 1, 2, 1, 0, 0], ["nseg", "s", 3], ["insert", "s", "hh"]]
    return cases


def rand_case(seed):
    """Random edits; the state that decides what is possible is kept here."""
    r = random.Random(seed)
    ops, live, parent, points, count = [], [], {}, [], 0
    n3d = {}

    def above(s):
        while s:
            yield s
            s = parent.get(s)

    def pick():
        return r.choice(live)

    for _ in range(r.randint(6, 45)):
        kind = r.choices(["section", "nseg", "prop", "all", "set", "connect", "disconnect", "delete", "insert", "uninsert", "3-D", "point", "loc", "unpoint"],
                         [6, 6, 3, 3, 5, 9, 2, 1, 4, 1, 3, 4, 1, 1])[0]
        if kind == "section" or not live:
            if len(live) < 7:
                count += 1
                live.append("s%d" % count)
                ops.append(["section", live[-1]])
            continue
        s = pick()
        x = r.choice([0, 1, .5, round(r.random(), 3)])
        if kind == "nseg":
            ops.append(["nseg", s, r.choice([1, 1, 2, 3, 4, 5, 6, 7, 9])])
        elif kind == "prop":
            name = r.choice(["L", "Ra", "rallbranch"])
            if not (name == "L" and n3d.get(s, 0) == 1):
                ops.append(["prop", s, name, 2 if name == "rallbranch" else round(r.uniform(5, 300), 2)])
        elif kind in ("all", "set"):
            name = r.choice(["diam", "cm", "v"])
            ops.append(["all", s, name, round(r.uniform(.2, 30), 2)] if kind == "all" else ["set", s, x, name, round(r.uniform(.2, 30), 2)])
        elif kind == "connect":
            c = pick()
            if c in above(s):
                continue
            parent[c] = s
            ops.append(["connect", c, s, x, r.choice([0, 0, 1])])
        elif kind == "disconnect":
            parent.pop(s, None)
            ops.append(["disconnect", s])
        elif kind == "delete":
            live.remove(s)
            parent.pop(s, None)
            for c in [c for c in parent if parent[c] == s]:
                del parent[c]
            n3d.pop(s, None)
            ops.append(["delete", s])
        elif kind in ("insert", "uninsert"):
            ops.append([kind, s, r.choice(["pas", "hh"])])
        elif kind == "3-D":
            at = [0, 0, 0]
            for _ in range(r.randint(2, 5)):
                ops.append(["pt3dadd", s] + at + [round(r.uniform(.3, 9), 2)])
                at = [round(c + r.uniform(-5, 20), 2) for c in at]
                n3d[s] = n3d.get(s, 0) + 1
        elif kind == "point":
            count += 1
            points.append("p%d" % count)
            ops.append(["point", points[-1], s, x])
        elif kind == "loc" and points:
            ops.append(["loc", r.choice(points), s, x])
        elif kind == "unpoint" and points:
            ops.append(["unpoint", points.pop(r.randrange(len(points)))])
    return ops


def run(ops):
    w = World()
    for op in ops:
        w.do(*op)
    return w.report()


def main():
    cases = named()
    for seed in range(60):
        cases["random %d" % seed] = rand_case(seed)
    out = []
    for name, ops in cases.items():
        print(name)
        out.append({"name": name, "ops": ops, "neuron": run(ops)})
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "vsneuron.json")
    with open(path, "w") as f:
        f.write("[\n" + ",\n".join(json.dumps(c) for c in out) + "\n]\n")


main()
