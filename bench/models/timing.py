"""What the models of the benchmark share: the timed run and its report.

    python3 MODEL.py [table|exact] [continuerun|run]

As timing.js, for NEURON in its fastest mode on one thread: cache_efficient(1),
and psolve instead of stdrun's continuerun.
"""
import json
import sys
import time

from neuron import h

REPETITIONS = 10
h.load_file("stdrun.hoc")
rates = sys.argv[1] if len(sys.argv) > 1 else "table"
control = sys.argv[2] if len(sys.argv) > 2 else "continuerun"


def measure(tstop):
    h.usetable_hh = 1 if rates == "table" else 0
    cvode = h.CVode()
    cvode.cache_efficient(1)
    pc = h.ParallelContext()
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
    seconds = [go(tstop) for _ in range(REPETITIONS)]
    v = [segment.v for section in h.allsec() for segment in section]
    print(json.dumps({"segments": len(v), "steps": round(tstop / h.dt), "seconds": seconds, "mean_v": sum(v) / len(v)}))
