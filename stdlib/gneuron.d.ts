// What a script of gneuron finds: the object n with all its classes, plt, and the
// other globals and modules. Editors and the TypeScript compiler read it, and help(x)
// shows its text. `gneuron types` writes it as one file.
//
// Units, where none are given: um, ms, mV; mM; nA for a point process, mA/cm2 for a
// density mechanism; uS and S/cm2; degC.

/// <reference path="types/neuron.d.ts" />
/// <reference path="types/section.d.ts" />
/// <reference path="types/mechanism.d.ts" />
/// <reference path="types/vector.d.ts" />
/// <reference path="types/matrix.d.ts" />
/// <reference path="types/random.d.ts" />
/// <reference path="types/events.d.ts" />
/// <reference path="types/lists.d.ts" />
/// <reference path="types/files.d.ts" />
/// <reference path="types/queries.d.ts" />
/// <reference path="types/parallel.d.ts" />
/// <reference path="types/impedance.d.ts" />
/// <reference path="types/ode.d.ts" />
/// <reference path="types/neun.d.ts" />
/// <reference path="types/sweep.d.ts" />
/// <reference path="types/morphology.d.ts" />
/// <reference path="types/units.d.ts" />
/// <reference path="types/plt.d.ts" />
/// <reference path="types/python.d.ts" />
/// <reference path="types/globals.d.ts" />
/// <reference path="types/analysis.d.ts" />
/// <reference path="types/data.d.ts" />
/// <reference path="types/mechanisms.d.ts" />
