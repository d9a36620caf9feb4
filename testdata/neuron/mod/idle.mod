TITLE A reversal potential that is written and never assigned is 0

NEURON { SUFFIX idle USEION ca WRITE cai, eca USEION na READ nai RANGE seen }
ASSIGNED { cai (mM) eca (mV) nai (mM) seen }
INITIAL { cai = 0.042 seen = nai }
