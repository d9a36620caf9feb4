"""Asks NEURON what its Vector does and writes the answers to oracle.json.

    /usr/bin/python3 oracle.py

Each line of CASES is a call: the receiver, the method, the arguments. Names are
the Vectors below, each made anew for each call. An answer holds what came back,
the receiver afterwards, what was printed, or that NEURON refused. Calls that
NEURON answers with a crash are not in the table, nor are those that NEURON gets
wrong by its own documentation: mean, max_ind, min_ind and median of a range.
"""

import ctypes
import json
import math
import os
import sys

os.environ["NEURON_MODULE_OPTIONS"] = "-nogui"
from neuron import h  # noqa: E402

INF, NAN = float("inf"), float("nan")
VECTORS = {
    "v": [3, 1, 2, 5, 4],
    "w": [10, 20, 30],
    "e": [],
    "one": [1],
    "two": [2, 2],
    "neg": [-1, 2, 0, 0.5],
    "long": [math.sin(i / 7) * 40 - 30 for i in range(101)],
    "close": [1, 1 + 1e-12, 1 + 2e-11],
    "same": [3, 1, 2, 5, 4 + 1e-12],
    "i02": [0, 2],
    "i12": [1, 2],
    "i09": [0, 9],
    "im1": [-1, 0],
    "i024": [0, 2, 4],
    "frac": [0.9, 1.9],
    "x3": [1, 2, 3],
    "x5": [0, 1, 2, 3, 4],
    "xd": [-1, 0.5, 1, 7],
    "xd2": [0.5, 1, 1.5, 9],
    "xdown": [3, 1, 2],
    "xrep": [0, 1, 1, 2],
    "y4": [0, 10, 20, 30],
    "ones": [1, 1, 1, 1, 1],
    "weight": [1, 0, 0, 0, 1],
    "ties": [2, 1, 2, 1, 3, 1, 0, 2],
    "wide": [1.5] * 12,
    "ten": [1.5] * 10,
    "mixed": [0, 1e5, 1e6, 123456, 1234567, 1e-4, 1e-5, -0.0, 1e-7, 123456789, 0.1],
    "odd": [INF, NAN, -INF],
    "flat": [9] * 8,
    "m0": [0, 1],
    "hill": [math.exp(-((i - 9) / 3) ** 2) + 0.1 * i for i in range(20)],
    "resp3": [2, 1, 0.5],
    "resp4": [1, 2, 4, 8],
    "resp5": [4, 2, 1, 0.5, 3],
    "counts": [0, 1, 0, 2, 0, 0, 3, 0, 0, 1, 1, 0],
    "trig": [0, 3, 5.9, 8, 30, 98, 101, -1],
    "times": [1, 2.5, 4, 7, -0.3, 50, 9.99],
    "weights": [1, 2, 3, 0.5, 2, 1, 1],
    "drive": [30] * 40,
}

CASES = """
v size          | v resize 7      | v resize 2   | v resize 0     | v resize -1   | v resize 2.9
v append 1      | v append 1 2 w  | v append     | v clear        | e append 4
v c             | v c 1           | v c 1 2      | v c 2 1        | v c 1 9       | v c 9      | v c -1 | v c 0 -1
v at 0 4        | v at 1 2        | v at 2 1     | v at 0 9       | v cl          | v cl 1 2
v max           | v max 1 2       | v max 1      | v max 2 1      | v max 0 9     | v max -1 2 | v max 0.5 1.5
v min           | v min 1 3       | e max        | e min          | long max      | long min
v mean          | v mean 1 3      | e mean       | one mean       | v mean 2 1    | long mean  | v mean 0 9
v sum           | v sum 1 3       | e sum        | v sum 1        | v sum 2 1     | long sum   | long sum 7 77
v max_ind       | v max_ind 0 2   | e max_ind    | v min_ind      | v min_ind 0 2 | e min_ind  | two max_ind | long max_ind
v stdev         | v stdev 1 3     | v stdev 1 1  | e stdev        | one stdev     | long stdev | v stdev 1
v var           | v var 1 2       | v var 1 1    | one var        | long var      | v var 2 1
v stderr        | v stderr 1 2    | one stderr   | long stderr    | v median      | y4 median  | e median    | long median
v mag           | e mag           | long mag     | v sumsq        | v sumsq 1 2   | long sumsq
v dot v         | long dot long   | v meansqerr ones | v meansqerr ones weight | v meansqerr w | v meansqerr v w | w meansqerr v
v indwhere > 2  | v indwhere == 99 | v indwhere [] 2 3 | v indwhere (] 2 3 | v indwhere [) 2 3 | v indwhere () 2 3
v indwhere =< 2 | v indwhere != 3 | v indwhere >= 5 | v indwhere <= 1 | v indwhere < 1 | e indwhere < 1 | v indwhere > | v indwhere [] 2
v indvwhere > 2 | v indvwhere [] 2 4 | e indvwhere v () 1 4 | v indvwhere > 20 | v indvwhere w >= 20
close indvwhere == 1 | close indvwhere != 1 | close indvwhere > 1 | close indvwhere <= 1 | close indvwhere >= 1.000000000015
close indvwhere < 1.00000000002 | close indvwhere [] 1.000000000001 1.000000000001 | close indvwhere () 1 1.00000000002
close indvwhere [) 1 1.00000000002 | close indvwhere (] 1 1.00000000002
v where > 2     | v where [) 2 4  | e where v [] 2 4 | v where =~ 2 | close where == 1
v contains 3    | v contains 3.0000000000001 | v contains 8 | v eq v | v eq same | v eq w | v eq ones
v ind i024      | v ind w         | v ind i09    | v ind im1      | v ind frac
v index w i02   | v index i02     | v index w i09 | v index w im1
v add 1         | v add ones      | v add w      | v sub 1        | v sub x5      | v sub w    | v add
v mul 2         | v mul x5        | v mul w      | v div 2        | v div 0       | v div ones | v div w   | v div x5
v scale 0 1     | v scale 1 0     | two scale 0 1 | w scale 1 2   | long scale -1 1 | v scale 3 3
v fill 7        | v fill 7 1 2    | v fill 7 1   | v fill 7 1 9   | v fill 7 2 1  | v fill 1 0.5 2.9 | v fill
v set 1 9       | v set -1 9      | v set 5 9    | v set 1.7 3    | v get 1       | v get 5    | v get -1  | v get 1.7 | v set 1
v interpolate x3 x5 | v interpolate xd x5 | e interpolate xd x5 v | e interpolate xd2 x3 w | e interpolate xd2 xrep y4
w interpolate xdown x3 | w interpolate xd2 x3 | v interpolate i12 xdown | long interpolate xd x5 | v interpolate w
v abs | neg abs | e abs neg | v sqrt | neg sqrt | v sqrt w | v log | neg log | v log x3 | v log10 | v log10 w | neg tanh | v tanh w | neg floor | v floor neg
v pow 2 | v pow 0 | v pow 1 | v pow 0.5 | v pow -1 | v pow 1.7 | e pow v 2 | m0 pow -1 | neg pow 0.5 | neg pow 3 | v pow | v pow v
v sin 1 0 | v sin 10 0 1 | v sin 10 1.2 0.1 | long sin 50 0.5 0.025 | v sin 1
v sort | long sort | ties sort | e sort | v sortindex | ties sortindex | e sortindex | long sortindex
v reverse | e reverse | v rotate 1 | v rotate -1 | v rotate 7 | v rotate -7 | v rotate 5 | v rotate 1 0 | v rotate -1 0 | v rotate 7 0
v rotate -7 0 | v rotate 5 0 | v rotate 0 0 | v rotate 1 2
v indgen | v indgen 2 | v indgen 1 2 | v indgen 1 5 2 | e indgen 0 1 0.1 | e indgen 0 1 0.3 | e indgen 1 0 0.3 | e indgen 1 0 -0.3 | e indgen
e indgen 0 0.3 0.1 | e indgen 0 0.7 0.1 | e indgen 0 0.001 0.0001 | e indgen 0 9.999999995 1 | e indgen 0 9.9999999991 1 | e indgen 0 40 0.025
v insrt 0 9 | v insrt 5 9 | v insrt 6 9 | v insrt -1 9 | v insrt 2 w | v insrt 2 1 2 | v insrt 5 w | v insrt 6 w | e insrt 0 w | v insrt 2 1 w 7
v remove 0 | v remove 4 | v remove 5 | v remove 1 3 | v remove 3 1 | v remove 1 9 | v remove -1 | v remove 0 4 | v remove 1 1
w histogram 0 5 1 | v histogram 0 6 1 | v histogram 1 5 2 | v histogram 0 6 4 | v histogram 5 0 1 | w histogram 0 30 10 | w histogram 0 0 10
w histogram 15 16 1 | v histogram 0 0.7 0.1 | v histogram 0 6 -1 | v histogram 2 2.5 1 | long histogram -70 10 5 | v histogram 2 5 0.7
e hist v 0 3 2 | e hist v 1 3 1 | e hist v 1 3 0 | v hist w 0 3 10 | v hist w 0 0 10 | v hist w 0 3 -1 | e hist long -70 16 5
v deriv | v deriv 1 | v deriv 0.1 | v deriv 0.1 1 | v deriv 0.1 2 | v deriv 0.1 3 | v deriv 0.1 0 | v deriv w | v deriv w 0.1 | v deriv w 0.1 1
one deriv | two deriv | i12 deriv | i12 deriv 1 1 | e deriv v | long deriv 0.025 | long deriv 0.025 1 | v deriv 0
v integral | v integral 0.1 | v integral w | v integral w 0.1 | e integral w 0.1 | long integral 0.025 | v integral 0
v rebin 2 | v rebin 3 | v rebin w 2 | v rebin 9 | v rebin w 1 | v rebin 1.9 | long rebin 10
v copy w | e copy w | v copy e | v copy w 1 | v copy w 3 | v copy w 9 | v copy w 1 2 | v copy w 0 1 2 | v copy w 0 1 9 | v copy w 4 0 2 | v copy w 5 0 2
v copy w 1 0 4 2 1 | v copy w 1 0 2 2 1 | w copy v 0 0 4 1 2 | w copy v i02 i12 | w copy v i02 | w copy v i09 i12 | e copy v i02 i12 | v copy v
v copy w 0 1 -1 | v copy w 0 2 1 | v copy w 2 1 | v copy w 3 0 | v copy w 0 0 | v copy w 0 -1 | v copy w 1 -1 | v copy w 0 0 2 0 1 | v copy w 0 0 2 1 0
v copy e 2 | v copy e 9 | v copy w i02 one | v copy w frac one | v copy w 2 2 | flat copy w 0 0 2 3 2 | one copy w 1 0 2 3 2 | one copy y4 1 0 2 3 2
v label | v label 'hi'
v printf | v printf '%g\\n' | v printf '%8.3f ' | v printf '%8.3f' 1 2 | v printf 1 2 | wide printf | ten printf | two printf | mixed printf | e printf
v printf 'hello ' | v printf '%6.2g|' | v printf '%-8g|%%' | odd printf '%6.1f ' | odd printf '%-6g|' | mixed printf '%e ' | mixed printf '%.3g ' | mixed printf '%+012.4f ' | mixed printf '%G ' | mixed printf '%#g '
v printf 2 1 | v printf 1 9 | v printf '%g' 1
v fft 1 | v fft -1 | v fft 0 | v fft 2 | v fft 0.5 | v fft hill 1 | e fft hill 1 | e fft hill -1 | long fft 1 | long fft -1 | one fft 1 | one fft -1
two fft 1 | two fft -1 | y4 fft 1 | y4 fft -1 | e fft 1 | hill fft w 1
v correl hill | v correl hill resp5 | e correl resp5 hill | e correl long v | e correl one | e correl w w | e correl two one
v convlv hill resp3 | e convlv hill resp5 | e convlv hill resp4 | e convlv long resp5 1 | e convlv resp3 hill | e convlv one resp3 | e convlv one one
e convlv hill resp5 0 | e convlv hill resp5 2 | e convlv hill two | e convlv y4 y4 | e convlv hill hill
v filter hill resp3 | e filter hill resp5 | e filter long resp4 | e filter hill hill | e filter y4 y4 | e filter two one | e filter one one | e filter long long
e spctrm long | e spctrm long 4 | e spctrm long 5 | e spctrm long 1 | long spctrm hill 4 | e spctrm hill | e spctrm v | e spctrm long 33 | e spctrm long 64
v sumgauss 0 6 0.5 0.3 | v sumgauss -2 8 0.25 1.5 ones | times sumgauss 0 10 0.1 0.05 | times sumgauss 0 10 1 2 weights | v sumgauss 3 3 1 1 | v sumgauss 3 2 1 1 | v sumgauss 0 6 0 1 | v sumgauss 0 6 1 -1
e smhist times 0 10 1 0.5 | v smhist times 0 40 0.25 0.3 | e smhist times -2 20 0.5 0.01 | e smhist times 0 10 1 2 weights | e smhist times 0 0 1 1 | e smhist times 0 10 1 2 v | e smhist times 0 10 0 1 | e smhist times 0 10 1 -1
e resample v 0.5 | e resample v 2 | e resample v 1.7 | e resample v 0 | e resample v 3 | v resample hill 0.3 | long resample hill 9.9 | e resample v -1 | v resample hill 1
e spikebin long 0 | e spikebin long -10 5 | v spikebin counts 1 | v spikebin counts 1 2 | v spikebin counts 1 5 | v spikebin counts 2 3 | v spikebin counts 9 | v spikebin w 0 7
e psth counts 0.5 10 4 | e psth counts 0.5 10 0 | e psth counts 0.1 3 6 | e psth counts 0.5 10 7 | e psth counts 0.5 10 -1 | v psth v 2 1 1.5 | v psth counts 1 1 0.5
e trigavg long trig 2 3 | v trigavg hill trig 1 1 | v trigavg hill trig 0 0 | e trigavg hill m0 5 5 | e trigavg hill trig 20 1 | e trigavg hill trig 1 -1 | e trigavg hill trig 0 4
e inf drive 0.1 0.1 -65 1 -60 -70 | e inf drive 0.1 0.1 -65 1 -60 -70 0.5 | v inf drive 0.1 0.1 -55 1 -60 -70 1 | e inf drive 0.25 0.3 -65 2 -50 -70 | e inf drive 0 1 1 1 1 1
v buffer_size | v buffer_size 10 | v buffer_size 2 | e buffer_size
"""


def words(call):
    """Splits a call at blanks; '...' is one word."""
    out, rest = [], call.strip()
    while rest:
        if rest[0] == "'":
            text, rest = rest[1:].split("'", 1)
            out.append({"text": text.replace("\\n", "\n")})
        else:
            word, _, rest = rest.partition(" ")
            if len(out) < 2:
                out.append(word)
            elif word in VECTORS:
                out.append({"vector": word})
            else:
                try:
                    out.append(float(word))
                except ValueError:
                    out.append({"text": word})
        rest = rest.strip()
    return out


def plain(x):
    """Numbers as JSON has them; the others by name."""
    if isinstance(x, (list, tuple)):
        return [plain(y) for y in x]
    if isinstance(x, dict):
        return {k: plain(y) for k, y in x.items()}
    if isinstance(x, float) and not math.isfinite(x):
        return str(x)
    return x


def make(arg):
    """The argument as NEURON gets it."""
    if not isinstance(arg, dict):
        return arg
    return h.Vector(VECTORS[arg["vector"]]) if "vector" in arg else arg["text"]


def ask(receiver, method, args):
    """Calls NEURON in a process of its own, because its prints go past Python."""
    out_r, out_w = os.pipe()
    txt_r, txt_w = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(txt_w, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        v = h.Vector(VECTORS[receiver])
        made = [make(a) for a in args]
        answer = {}
        try:
            got = getattr(v, method)(*made)
            if hasattr(got, "to_python"):
                answer["same"] = bool(got == v)
                answer["result"] = got.to_python()
            else:
                answer["result"] = got
            answer["after"] = v.to_python()
        except (RuntimeError, TypeError, ValueError):
            answer = {"refused": True}
        os.write(out_w, json.dumps(plain(answer)).encode())
        os.close(out_w)
        ctypes.CDLL(None).fflush(None)  # NEURON prints through C
        os._exit(0)
    os.close(out_w)
    os.close(txt_w)
    answer = json.loads(read(out_r))
    text = read(txt_r).decode()
    _, status = os.waitpid(pid, 0)
    if status:
        sys.exit(f"NEURON crashed: {receiver} {method} {args}")
    if method == "printf" and "refused" not in answer:
        answer["printed"] = text
    return answer


def read(fd):
    with os.fdopen(fd, "rb") as f:
        return f.read()


def main():
    table = []
    for line in CASES.strip().splitlines():
        for call in split(line):
            receiver, method, *args = words(call)
            case = {"call": " ".join(call.split()), "receiver": receiver, "method": method, "args": args}
            table.append(plain({**case, **ask(receiver, method, args)}))
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "oracle.json")
    with open(path, "w") as f:
        f.write('{"vectors": ' + json.dumps(plain(VECTORS)) + ',\n"calls": [\n')
        f.write(",\n".join(json.dumps(c) for c in table) + "\n]}\n")
    print(len(table), "calls")


def split(line):
    """The calls of a line, at the bars outside quotes."""
    parts, quoted, start = [], False, 0
    for i, c in enumerate(line):
        if c == "'":
            quoted = not quoted
        elif c == "|" and not quoted:
            parts.append(line[start:i])
            start = i + 1
    return [p for p in parts + [line[start:]] if p.strip()]


if __name__ == "__main__":
    main()
