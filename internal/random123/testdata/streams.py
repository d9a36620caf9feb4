"""Draw from Random123 streams in NEURON 8.2.2 and write streams.json.

Needs nocmodl and gcc:  /usr/bin/python3 streams.py
"""
import json
import os
import subprocess
import tempfile

MOD = """
NEURON { SUFFIX nothing }
VERBATIM
#include "nrnran123.h"
static nrnran123_State* stream;
ENDVERBATIM
PROCEDURE open(a, b, c) {
VERBATIM
	stream = nrnran123_newstream3((uint32_t)_la, (uint32_t)_lb, (uint32_t)_lc);
ENDVERBATIM
}
PROCEDURE seek(a, b) {
VERBATIM
	nrnran123_setseq(stream, (uint32_t)_la, (char)_lb);
ENDVERBATIM
}
FUNCTION integer() {
VERBATIM
	_linteger = (double)nrnran123_ipick(stream);
ENDVERBATIM
}
FUNCTION uniform() {
VERBATIM
	_luniform = nrnran123_dblpick(stream);
ENDVERBATIM
}
FUNCTION negexp() {
VERBATIM
	_lnegexp = nrnran123_negexp(stream);
ENDVERBATIM
}
FUNCTION normal() {
VERBATIM
	_lnormal = nrnran123_normal(stream);
ENDVERBATIM
}
"""

with tempfile.TemporaryDirectory() as folder:
    with open(f"{folder}/streams.mod", "w") as f:
        f.write(MOD)
    with open(f"{folder}/reg.c", "w") as f:
        f.write("void _streams_reg(void); void modl_reg(void) { _streams_reg(); }\n")
    subprocess.run(["nocmodl", "streams.mod"], cwd=folder, check=True, capture_output=True)
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-w", "-I/usr/include", "-include", "stdio.h", "streams.c", "reg.c",
                    "-L/usr/lib/nrn", "-lnrniv", "-Wl,-rpath,/usr/lib/nrn", "-o", "lib.so"], cwd=folder, check=True)
    from neuron import h
    h.nrn_load_dll(f"{folder}/lib.so")

cases = []
for ids in [(0, 0, 0), (1, 2, 3), (4294967295, 7, 123456)]:
    h.open(*ids)
    case = {"ids": ids, "integers": [int(h.integer()) for _ in range(9)]}
    h.seek(0, 0)
    case["uniform"] = [h.uniform() for _ in range(9)]
    h.seek(5, 2)
    case["negexp"] = [h.negexp() for _ in range(60)]
    h.seek(1000, 3)
    case["normal"] = [h.normal() for _ in range(60)]
    cases.append(case)
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "streams.json"), "w") as f:
    json.dump(cases, f)
    f.write("\n")
