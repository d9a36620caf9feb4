"""What the models of the benchmark share: the timed run and its report.

    python3 MODEL.py [rates=table|exact] [control=continuerun|run] [threads=1] [repetitions=10] [tstop=MS]

As timing.js, for NEURON in its fastest mode: cache_efficient(1), and psolve
instead of stdrun's continuerun.
"""
import json
import sys
import time

from neuron import h

given = dict(word.split("=", 1) for word in sys.argv[1:])


def option(name, otherwise):
    """What the command line gives under a name, or else a default."""
    return given.get(name, otherwise)


h.load_file("stdrun.hoc")
rates = option("rates", "table")
control = option("control", "continuerun")
threads = int(option("threads", 1))
repetitions = int(option("repetitions", 10))


def measure(tstop):
    tstop = float(option("tstop", tstop))
    h.usetable_hh = 1 if rates == "table" else 0
    cvode = h.CVode()
    cvode.cache_efficient(1)
    pc = h.ParallelContext()
    pc.nthread(threads)
    pc.set_maxstep(10)

    def go(until):
        if control == "run":
            h.v_init = -65
            h.tstop = until
            start = time.perf_counter()
            h.run()
            return time.perf_counter() - start
        h.finitialize(-65)
        start = time.perf_counter()
        pc.psolve(until)
        return time.perf_counter() - start

    go(tstop)
    seconds = [go(tstop) for _ in range(repetitions)]
    v = [segment.v for section in h.allsec() for segment in section]
    print(json.dumps({"segments": len(v), "steps": round(tstop / h.dt), "seconds": seconds, "mean_v": sum(v) / len(v)}))
