TITLE Counts its instances as they are made and removed

NEURON { POINT_PROCESS Counted GLOBAL born, gone RANGE weight }
PARAMETER { weight = 1 }
ASSIGNED { v (mV) born gone }
CONSTRUCTOR { born = born + 1 }
DESTRUCTOR { gone = gone + weight }
INITIAL { }
