// Written by `go test ./script -run TestMechanismTypes -update` from the mechanisms in
// stdlib/mod: change their comments, not this file.

declare namespace n {
  /** The variables of na_ion. */
  interface na_ionVariables {
    /** Reversal potential [mV], default 50. */
    ena: number;
    /** Concentration inside [mM], default 10. */
    nai: number;
    /** Concentration outside [mM], default 140. */
    nao: number;
    /** Current through the membrane [mA/cm2]. */
    ina: number;
    /** Derivative of the current with respect to v [S/cm2]. */
    dina_dv_: number;
  }
  /** na_ion, at a segment: Ion na. */
  interface na_ion extends Mechanism, na_ionVariables, Refs<na_ionVariables> {
  }
  interface Neuron {
    /** Ion na. */
    readonly na_ion: MechanismToken;
    /** Concentration inside that a run starts with [mM], default 10; from 0. */
    nai0_na_ion: number;
    /** A reference to it. */
    readonly _ref_nai0_na_ion: Ref;
    /** Concentration outside that a run starts with [mM], default 140; from 0. */
    nao0_na_ion: number;
    /** A reference to it. */
    readonly _ref_nao0_na_ion: Ref;
  }
  interface Mechanisms {
    /** Ion na. */
    readonly na_ion: na_ion;
  }
  interface RangeVariables {
    /** Reversal potential [mV], default 50. */
    ena: number;
    /** Concentration inside [mM], default 10. */
    nai: number;
    /** Concentration outside [mM], default 140. */
    nao: number;
    /** Current through the membrane [mA/cm2]. */
    ina: number;
    /** Derivative of the current with respect to v [S/cm2]. */
    dina_dv_: number;
  }

  /** The variables of k_ion. */
  interface k_ionVariables {
    /** Reversal potential [mV], default -77. */
    ek: number;
    /** Concentration inside [mM], default 54.4. */
    ki: number;
    /** Concentration outside [mM], default 2.5. */
    ko: number;
    /** Current through the membrane [mA/cm2]. */
    ik: number;
    /** Derivative of the current with respect to v [S/cm2]. */
    dik_dv_: number;
  }
  /** k_ion, at a segment: Ion k. */
  interface k_ion extends Mechanism, k_ionVariables, Refs<k_ionVariables> {
  }
  interface Neuron {
    /** Ion k. */
    readonly k_ion: MechanismToken;
    /** Concentration inside that a run starts with [mM], default 54.4; from 0. */
    ki0_k_ion: number;
    /** A reference to it. */
    readonly _ref_ki0_k_ion: Ref;
    /** Concentration outside that a run starts with [mM], default 2.5; from 0. */
    ko0_k_ion: number;
    /** A reference to it. */
    readonly _ref_ko0_k_ion: Ref;
  }
  interface Mechanisms {
    /** Ion k. */
    readonly k_ion: k_ion;
  }
  interface RangeVariables {
    /** Reversal potential [mV], default -77. */
    ek: number;
    /** Concentration inside [mM], default 54.4. */
    ki: number;
    /** Concentration outside [mM], default 2.5. */
    ko: number;
    /** Current through the membrane [mA/cm2]. */
    ik: number;
    /** Derivative of the current with respect to v [S/cm2]. */
    dik_dv_: number;
  }

  /** The variables of ca_ion. */
  interface ca_ionVariables {
    /** Reversal potential [mV], default 132.4579341637009. */
    eca: number;
    /** Concentration inside [mM], default 5e-05. */
    cai: number;
    /** Concentration outside [mM], default 2. */
    cao: number;
    /** Current through the membrane [mA/cm2]. */
    ica: number;
    /** Derivative of the current with respect to v [S/cm2]. */
    dica_dv_: number;
  }
  /** ca_ion, at a segment: Ion ca. */
  interface ca_ion extends Mechanism, ca_ionVariables, Refs<ca_ionVariables> {
  }
  interface Neuron {
    /** Ion ca. */
    readonly ca_ion: MechanismToken;
    /** Concentration inside that a run starts with [mM], default 5e-05; from 0. */
    cai0_ca_ion: number;
    /** A reference to it. */
    readonly _ref_cai0_ca_ion: Ref;
    /** Concentration outside that a run starts with [mM], default 2; from 0. */
    cao0_ca_ion: number;
    /** A reference to it. */
    readonly _ref_cao0_ca_ion: Ref;
  }
  interface Mechanisms {
    /** Ion ca. */
    readonly ca_ion: ca_ion;
  }
  interface RangeVariables {
    /** Reversal potential [mV], default 132.4579341637009. */
    eca: number;
    /** Concentration inside [mM], default 5e-05. */
    cai: number;
    /** Concentration outside [mM], default 2. */
    cao: number;
    /** Current through the membrane [mA/cm2]. */
    ica: number;
    /** Derivative of the current with respect to v [S/cm2]. */
    dica_dv_: number;
  }

  /** The variables of extracellular. */
  interface extracellularVariables {
    /** Resistance along the layer [MOhm/cm], default 1e+09; 1e-09 to 1e+15. */
    xraxial: number[];
    /** Conductance from the layer to the next one, or to ground [S/cm2], default 1e+09; 0 to 1e+15. */
    xg: number[];
    /** Capacitance from the layer to the next one, or to ground [uF/cm2], default 0; 0 to 1e+15. */
    xc: number[];
    /** Potential of ground, seen through the last xg [mV], default 0. */
    e: number;
    /** Current through the membrane, capacitive current included, electrodes not [mA/cm2]. */
    i_membrane: number;
    /** Potential of the layer [mV]. */
    vext: number[];
  }
  /** extracellular, at a segment: Layers of resistance and capacitance outside of the membrane. */
  interface extracellular extends Mechanism, extracellularVariables, Refs<extracellularVariables> {
  }
  interface Neuron {
    /** Layers of resistance and capacitance outside of the membrane. */
    readonly extracellular: MechanismToken;
    /** Chooses the instance that functions of extracellular use. */
    setdata_extracellular(segment: Segment): number;
  }
  interface Mechanisms {
    /** Layers of resistance and capacitance outside of the membrane. */
    readonly extracellular: extracellular;
  }
  interface RangeVariables {
    /** Resistance along the layer [MOhm/cm], default 1e+09; 1e-09 to 1e+15. */
    xraxial: number[];
    /** Conductance from the layer to the next one, or to ground [S/cm2], default 1e+09; 0 to 1e+15. */
    xg: number[];
    /** Capacitance from the layer to the next one, or to ground [uF/cm2], default 0; 0 to 1e+15. */
    xc: number[];
    /** Potential of ground, seen through the last xg [mV], default 0. */
    e_extracellular: number;
    /** Current through the membrane, capacitive current included, electrodes not [mA/cm2]. */
    i_membrane: number;
    /** Potential of the layer [mV]. */
    vext: number[];
  }

  /** The variables of AdExpIF. */
  interface AdExpIFVariables {
    /** Capacitance, default 281; 1e-09 to 1e+09. */
    C: number;
    /** Leak conductance, default 30; 0 to 1e+09. */
    gL: number;
    /** Leak reversal potential, default -70.6. */
    EL: number;
    /** Threshold, default -50.4. */
    VT: number;
    /** Slope factor, default 2; 1e-09 to 1e+09. */
    DT: number;
    /** Time constant of the adaptation, default 144; 1e-09 to 1e+09. */
    tauw: number;
    /** Adaptation that follows V, default 4. */
    a: number;
    /** Adaptation that a spike adds, default 80.5. */
    b: number;
    /** Potential after a spike, default -70.6. */
    Vr: number;
    /** Where a spike is cut off, default 20. */
    Vpeak: number;
    /** Refractory period, default 0; 0 to 1e+09. */
    tref: number;
    /** Constant input, default 0. */
    Iin: number;
    /** Parts of a step, default 4; 1 to 1000. */
    nsub: number;
    /** Potential. */
    V: number;
    /** Adaptation. */
    w: number;
  }
  /**
   * AdExpIF, an object: Adaptive exponential integrate-and-fire cell.
   *
   * A cell of two variables of its own. It injects nothing into the section that it is
   * placed in, which only lends it the steps of time:
   *
   *     C V' = -gL (V - EL) + gL DT exp((V - VT)/DT) - w + Iin
   *     tauw w' = a (V - EL) - w
   *
   * When V reaches Vpeak the cell sends an event, V becomes Vr and w becomes w + b; V
   * stays at Vr for tref. An event adds its weight [mV] to V. Time is in ms, V in mV, C in
   * pF, gL and a in nS, w, b and Iin in pA. Each step is one of explicit Euler, cut into
   * nsub equal parts; V is cut off at Vpeak.
   *
   * Source: R. Brette and W. Gerstner (2005), Adaptive exponential integrate-and-fire
   * model as an effective description of neuronal activity, J. Neurophysiol. 94:3637-3642.
   * The defaults are those of the source.
   */
  interface AdExpIF extends PointProcess, AdExpIFVariables, Refs<AdExpIFVariables> {
    /** A PROCEDURE. */
    advance(): number;
  }
  interface Neuron {
    /** Adaptive exponential integrate-and-fire cell. */
    readonly AdExpIF: PointProcessClass<AdExpIF>;
    /** A PROCEDURE. */
    advance_AdExpIF(): number;
  }

  /** The variables of AlphaSynapse. */
  interface AlphaSynapseVariables {
    /** Time of the event [ms], default 0. */
    onset: number;
    /** Time from the onset to the peak [ms], default 0.1; 0.001 to 1e+06. */
    tau: number;
    /** Peak conductance [uS], default 0; 0 to 1e+09. */
    gmax: number;
    /** Reversal potential [mV], default 0. */
    e: number;
    /** Current [nA]. */
    i: number;
  }
  /**
   * AlphaSynapse, an object: Synapse with a conductance shaped as an alpha function.
   *
   * One synaptic event at a time that is set beforehand:
   *
   *     i = g (v - e),   g = gmax x exp(1 - x),   x = (t - onset)/tau
   *
   * g rises to gmax at t = onset + tau. It is 0 before the onset, and again from
   * x = 10 on, where it is down to gmax/800.
   */
  interface AlphaSynapse extends PointProcess, AlphaSynapseVariables, Refs<AlphaSynapseVariables> {
    /** A FUNCTION. */
    alpha(x: number): number;
  }
  interface Neuron {
    /** Synapse with a conductance shaped as an alpha function. */
    readonly AlphaSynapse: PointProcessClass<AlphaSynapse>;
    /** A FUNCTION. */
    alpha_AlphaSynapse(x: number): number;
  }

  /** The variables of APCount. */
  interface APCountVariables {
    /** Crossings so far, default 0. */
    n: number;
    /** Threshold [mV], default -20. */
    thresh: number;
    /** Of the last crossing [ms], default 0. */
    time: number;
    /** 1 while v is at or above the threshold. */
    firing: number;
  }
  /**
   * APCount, an object: Counter of action potentials.
   *
   * Counts how often v rises to thresh or above, as seen at the end of each step.
   * n is the count, time the time of the last crossing. record(vector) writes the
   * times of all of them into a Vector; record() ends that.
   */
  interface APCount extends PointProcess, APCountVariables, Refs<APCountVariables> {
    /** What the POINTER points to. */
    times: number;
    /** Assign a reference to let the POINTER point to it. */
    _ref_times: Ref;
    /** A PROCEDURE. */
    check(...more: any[]): number;
    /** A PROCEDURE. */
    record(...more: any[]): number;
  }
  interface Neuron {
    /** Counter of action potentials. */
    readonly APCount: PointProcessClass<APCount>;
    /** A PROCEDURE. */
    check_APCount(...more: any[]): number;
    /** A PROCEDURE. */
    record_APCount(...more: any[]): number;
  }

  /** The variables of Exp2Syn. */
  interface Exp2SynVariables {
    /** Time constant of the rise [ms], default 0.1; 1e-09 to 1e+09. */
    tau1: number;
    /** Time constant of the decay [ms], default 10; 1e-09 to 1e+09. */
    tau2: number;
    /** Reversal potential [mV], default 0. */
    e: number;
    /** Current [nA]. */
    i: number;
    /** Conductance [uS]. */
    g: number;
    /** The part that makes the rise [uS]. */
    A: number;
    /** The part that makes the decay [uS]. */
    B: number;
  }
  /**
   * Exp2Syn, an object: Synapse whose conductance rises and decays exponentially.
   *
   * The conductance is the difference of two exponentials, with a rise time tau1 and
   * a longer decay time tau2:
   *
   *     i = g (v - e),   g = B - A,   A' = -A/tau1,   B' = -B/tau2
   *
   * An event of weight w adds w factor to A and B, where factor makes the peak that
   * follows w [uS]: the peak comes at
   *
   *     tp = tau1 tau2/(tau2 - tau1) log(tau2/tau1)
   *
   * Initialization keeps tau1 between 1e-9 and 0.9999 times tau2.
   */
  interface Exp2Syn extends PointProcess, Exp2SynVariables, Refs<Exp2SynVariables> {
  }
  interface Neuron {
    /** Synapse whose conductance rises and decays exponentially. */
    readonly Exp2Syn: PointProcessClass<Exp2Syn>;
  }

  /** The variables of ExpSyn. */
  interface ExpSynVariables {
    /** Time constant of the decay [ms], default 0.1; 1e-09 to 1e+09. */
    tau: number;
    /** Reversal potential [mV], default 0. */
    e: number;
    /** Current [nA]. */
    i: number;
    /** Conductance [uS]. */
    g: number;
  }
  /**
   * ExpSyn, an object: Synapse whose conductance jumps and decays exponentially.
   *
   * An event of weight w raises the conductance by w [uS]; it decays with the time
   * constant tau:
   *
   *     i = g (v - e),   g' = -g/tau
   */
  interface ExpSyn extends PointProcess, ExpSynVariables, Refs<ExpSynVariables> {
  }
  interface Neuron {
    /** Synapse whose conductance jumps and decays exponentially. */
    readonly ExpSyn: PointProcessClass<ExpSyn>;
  }

  /** The variables of fastpas. */
  interface fastpasVariables {
    /** Conductance [S/cm2], default 0.0005; 0 to 1e+09. */
    g: number;
    /** Reversal potential [mV], default -65. */
    e: number;
    /** Current [mA/cm2]. */
    i: number;
  }
  /**
   * fastpas, at a segment: Passive membrane, second kind.
   *
   * The leak of pas, i = g (v - e), with other defaults, for models that want two
   * leaks of different kind.
   */
  interface fastpas extends Mechanism, fastpasVariables, Refs<fastpasVariables> {
  }
  interface Neuron {
    /** Passive membrane, second kind. */
    readonly fastpas: MechanismToken;
    /** Chooses the instance that functions of fastpas use. */
    setdata_fastpas(segment: Segment): number;
  }
  interface Mechanisms {
    /** Passive membrane, second kind. */
    readonly fastpas: fastpas;
  }
  interface RangeVariables {
    /** Conductance [S/cm2], default 0.0005; 0 to 1e+09. */
    g_fastpas: number;
    /** Reversal potential [mV], default -65. */
    e_fastpas: number;
    /** Current [mA/cm2]. */
    i_fastpas: number;
  }

  /** The variables of gap. */
  interface gapVariables {
    /** Conductance [uS], default 0; 0 to 1e+09. */
    g: number;
    /** Current [nA]. */
    i: number;
  }
  /**
   * gap, an object: Half of a gap junction.
   *
   * A conductance to a place whose potential is vgap, usually in another cell:
   *
   *     i = g (v - vgap)
   *
   * A junction consists of two, one in each cell, with the same g = 1/r. vgap is what
   * it was at the start of the step.
   */
  interface gap extends PointProcess, gapVariables, Refs<gapVariables> {
    /** What the POINTER points to. */
    vgap: number;
    /** Assign a reference to let the POINTER point to it. */
    _ref_vgap: Ref;
  }
  interface Neuron {
    /** Half of a gap junction. */
    readonly gap: PointProcessClass<gap>;
  }

  /** The variables of hh. */
  interface hhVariables {
    /** Largest sodium conductance [S/cm2], default 0.12; 0 to 1e+09. */
    gnabar: number;
    /** Largest potassium conductance [S/cm2], default 0.036; 0 to 1e+09. */
    gkbar: number;
    /** Leak conductance [S/cm2], default 0.0003; 0 to 1e+09. */
    gl: number;
    /** Reversal potential of the leak [mV], default -54.3. */
    el: number;
    /** Sodium conductance [S/cm2]. */
    gna: number;
    /** Potassium conductance [S/cm2]. */
    gk: number;
    /** Leak current [mA/cm2]. */
    il: number;
    /** Activation of sodium. */
    m: number;
    /** Inactivation of sodium, 1 when all is available. */
    h: number;
    /** Activation of potassium. */
    n: number;
  }
  /**
   * hh, at a segment: Sodium, potassium and leak currents of the squid giant axon.
   *
   * The membrane of Hodgkin and Huxley:
   *
   *     ina = gnabar m^3 h (v - ena)
   *     ik  = gkbar n^4 (v - ek)
   *     il  = gl (v - el)
   *
   * Each gate x follows x' = (xinf - x)/xtau, where
   *
   *     xtau = 1/(q10 (alpha + beta)),  xinf = alpha/(alpha + beta)
   *
   * with the rates [1/ms] at 6.3 degC and v [mV], shifted to a rest near -65 mV:
   *
   *     m:  alpha = 0.1 (v+40)/(1 - exp(-(v+40)/10)),    beta = 4 exp(-(v+65)/18)
   *     h:  alpha = 0.07 exp(-(v+65)/20),                beta = 1/(1 + exp(-(v+35)/10))
   *     n:  alpha = 0.01 (v+55)/(1 - exp(-(v+55)/10)),   beta = 0.125 exp(-(v+65)/80)
   *
   * and q10 = 3^((celsius - 6.3)/10). Rates come from a table with a point per mV
   * from -100 to 100 mV; usetable_hh = 0 computes them exactly.
   *
   * Source: A. L. Hodgkin and A. F. Huxley (1952), A quantitative description of
   * membrane current and its application to conduction and excitation in nerve,
   * J. Physiol. 117:500-544.
   */
  interface hh extends Mechanism, hhVariables, Refs<hhVariables> {
    /** A PROCEDURE. */
    rates(u: number): number;
    /** A FUNCTION. */
    vtrap(x: number, y: number): number;
  }
  interface Neuron {
    /** Sodium, potassium and leak currents of the squid giant axon. */
    readonly hh: MechanismToken;
    /** Steady activation of sodium, default 0. */
    minf_hh: number;
    /** A reference to it. */
    readonly _ref_minf_hh: Ref;
    /** Steady inactivation of sodium, default 0. */
    hinf_hh: number;
    /** A reference to it. */
    readonly _ref_hinf_hh: Ref;
    /** Steady activation of potassium, default 0. */
    ninf_hh: number;
    /** A reference to it. */
    readonly _ref_ninf_hh: Ref;
    /** Time constant of m [ms], default 0. */
    mtau_hh: number;
    /** A reference to it. */
    readonly _ref_mtau_hh: Ref;
    /** Time constant of h [ms], default 0. */
    htau_hh: number;
    /** A reference to it. */
    readonly _ref_htau_hh: Ref;
    /** Time constant of n [ms], default 0. */
    ntau_hh: number;
    /** A reference to it. */
    readonly _ref_ntau_hh: Ref;
    /** 1: rates come from the table; 0: they are computed exactly, default 1; 0 to 1. */
    usetable_hh: number;
    /** A reference to it. */
    readonly _ref_usetable_hh: Ref;
    /** A PROCEDURE. */
    rates_hh(u: number): number;
    /** A FUNCTION. */
    vtrap_hh(x: number, y: number): number;
    /** Chooses the instance that functions of hh use. */
    setdata_hh(segment: Segment): number;
  }
  interface Mechanisms {
    /** Sodium, potassium and leak currents of the squid giant axon. */
    readonly hh: hh;
  }
  interface RangeVariables {
    /** Largest sodium conductance [S/cm2], default 0.12; 0 to 1e+09. */
    gnabar_hh: number;
    /** Largest potassium conductance [S/cm2], default 0.036; 0 to 1e+09. */
    gkbar_hh: number;
    /** Leak conductance [S/cm2], default 0.0003; 0 to 1e+09. */
    gl_hh: number;
    /** Reversal potential of the leak [mV], default -54.3. */
    el_hh: number;
    /** Sodium conductance [S/cm2]. */
    gna_hh: number;
    /** Potassium conductance [S/cm2]. */
    gk_hh: number;
    /** Leak current [mA/cm2]. */
    il_hh: number;
    /** Activation of sodium. */
    m_hh: number;
    /** Inactivation of sodium, 1 when all is available. */
    h_hh: number;
    /** Activation of potassium. */
    n_hh: number;
  }

  /** The variables of IClamp. */
  interface IClampVariables {
    /** Start of the pulse [ms], default 0. */
    del: number;
    /** Start of the pulse [ms], default 0. */
    delay: number;
    /** Its duration [ms], default 0; 0 to 1e+09. */
    dur: number;
    /** Its amplitude [nA], default 0. */
    amp: number;
    /** Injected current [nA]. */
    i: number;
  }
  /**
   * IClamp, an object: Current clamp.
   *
   * An electrode that injects a rectangular pulse of current:
   *
   *     i = amp   for del <= t < del + dur,   0 otherwise
   *
   * A positive current depolarizes. Scripts may write delay for del.
   */
  interface IClamp extends PointProcess, IClampVariables, Refs<IClampVariables> {
  }
  interface Neuron {
    /** Current clamp. */
    readonly IClamp: PointProcessClass<IClamp>;
  }

  /** The variables of IntFire1. */
  interface IntFire1Variables {
    /** Time constant of the decay [ms], default 10. */
    tau: number;
    /** Refractory time [ms], default 5. */
    refrac: number;
    /** What is integrated, as of the last event. */
    m: number;
  }
  /**
   * IntFire1, an object: Artificial cell: leaky integrator of events.
   *
   * An event adds its weight to m, which decays:
   *
   *     tau m' = -m
   *
   * When an event brings m above 1 the cell fires, and takes no notice of events for
   * the time refrac; then it goes on from m = 0.
   *
   * The variable m keeps its value of the last event; M() computes it at t. M() is 2
   * in the first 0.5 ms after firing, which shows the spike in a plot, and -1 for the
   * rest of the refractory time.
   */
  interface IntFire1 extends PointProcess, IntFire1Variables, Refs<IntFire1Variables> {
    /** A FUNCTION. */
    M(): number;
  }
  interface Neuron {
    /** Artificial cell: leaky integrator of events. */
    readonly IntFire1: PointProcessClass<IntFire1>;
    /** A FUNCTION. */
    M_IntFire1(): number;
  }

  /** The variables of IntFire2. */
  interface IntFire2Variables {
    /** Time constant of the current [ms], default 20. */
    taus: number;
    /** Time constant of the integrator [ms], default 10. */
    taum: number;
    /** Bias, default 0. */
    ib: number;
    /** Current, as of the last event. */
    i: number;
    /** What is integrated, as of the last event. */
    m: number;
  }
  /**
   * IntFire2, an object: Artificial cell: leaky integrator of a decaying current.
   *
   * A current i, which each event raises by its weight and which decays to the bias
   * ib, drives a leaky integrator:
   *
   *     taus i' = ib - i,   taum m' = i - m
   *
   * When m reaches 1 the cell fires and m goes on from 0; i is not changed. taus must
   * be longer than taum: at the start of a run it is made so. Between events
   *
   *     m(t) = ib + s (i - ib) exp(-t/taus) + rest exp(-t/taum),   s = taus/(taus - taum)
   *
   * where rest makes m(0) = m. An event of the cell's own is sent to the first t at
   * which that is 1, and moved when the current changes.
   *
   * The variables i and m keep their values of the last event; I() and M() compute
   * them at t.
   */
  interface IntFire2 extends PointProcess, IntFire2Variables, Refs<IntFire2Variables> {
    /** A FUNCTION. */
    I(): number;
    /** A FUNCTION. */
    M(): number;
    /** A FUNCTION. */
    crossing(...more: any[]): number;
    /** A FUNCTION. */
    root(start: number, p: number, q: number, k: number, ...more: any[]): number;
  }
  interface Neuron {
    /** Artificial cell: leaky integrator of a decaying current. */
    readonly IntFire2: PointProcessClass<IntFire2>;
    /** A FUNCTION. */
    I_IntFire2(): number;
    /** A FUNCTION. */
    M_IntFire2(): number;
    /** A FUNCTION. */
    crossing_IntFire2(...more: any[]): number;
    /** A FUNCTION. */
    root_IntFire2(start: number, p: number, q: number, k: number, ...more: any[]): number;
  }

  /** The variables of IntFire4. */
  interface IntFire4Variables {
    /** Time constant of excitation [ms], default 5; 0 to 1e+09. */
    taue: number;
    /** Of the rise of inhibition [ms], default 10; 0 to 1e+09. */
    taui1: number;
    /** Of the decay of inhibition [ms], default 20; 0 to 1e+09. */
    taui2: number;
    /** Of the integrator [ms], default 50; 0 to 1e+09. */
    taum: number;
    /** Excitation, as of the last event. */
    e: number;
    /** First state of inhibition, as of the last event. */
    i1: number;
    /** Second state of inhibition, as of the last event. */
    i2: number;
    /** What is integrated, as of the last event. */
    m: number;
    /** Makes an event of weight 1 bring m to a peak of 1 [1/ms]. */
    ae: number;
    /** Makes an event of weight -1 bring i2 to -1 [1/ms]. */
    ai1: number;
    /** Makes an event of weight -1 bring m to -1 [1/ms]. */
    ai2: number;
    /** Events of its own so far. */
    nself: number;
    /** Events of positive weight so far. */
    nexcite: number;
    /** Other events so far. */
    ninhibit: number;
  }
  /**
   * IntFire4, an object: Artificial cell: leaky integrator of excitation and slower inhibition.
   *
   * An event of positive weight adds to an excitatory current, one of negative weight
   * to an inhibitory one, which rises with taui1 and decays with taui2. Both drive a
   * leaky integrator:
   *
   *     e'  = -e/taue
   *     i1' = -i1/taui1
   *     i2' = -i2/taui2 + ai1 i1
   *     m'  = -m/taum + ae e + ai2 i2
   *
   * ae, ai1 and ai2 are chosen so that from rest an event of weight 1 brings m to a
   * peak of 1, and one of -1 to -1. When m comes within eps of 1 the cell fires and m
   * goes on from 0; the currents are not changed.
   *
   * Between events the four have an exact solution, sums of exponentials. As long as
   * inhibition outlasts excitation, m stays below its tangent on the way up; so an
   * event of the cell's own is sent to where the tangent meets 1, and from there, if
   * m is not yet 1, to where the next tangent does.
   *
   * At the start of a run taue and taui1 are made shorter than taui2, and no two time
   * constants are left nearer than taueps, where the solution would be 0/0.
   *
   * The variables e, i1, i2 and m keep their values of the last event. M() computes m
   * at t, E() and I() the two currents ae e and ai2 i2.
   *
   * Source: R. A. J. van Elburg and A. van Ooyen (2009), Generalization of the
   * event-based Carnevale-Hines integration scheme for integrate-and-fire models,
   * Neural Comput. 21:1913-1930.
   */
  interface IntFire4 extends PointProcess, IntFire4Variables, Refs<IntFire4Variables> {
    /** A FUNCTION. */
    M(): number;
    /** A FUNCTION. */
    E(): number;
    /** A FUNCTION. */
    I(): number;
    /** A FUNCTION. */
    patience(): number;
    /** A FUNCTION. */
    passed(d: number, tau1: number, tau2: number): number;
    /** A FUNCTION. */
    inhibition(d: number): number;
    /** A FUNCTION. */
    integrated(d: number): number;
    /** A FUNCTION. */
    chain(d: number): number;
    /** A FUNCTION. */
    climax(tau1: number, tau2: number): number;
    /** A PROCEDURE. */
    normalize(): number;
    /** A FUNCTION. */
    rises(d: number): number;
    /** A FUNCTION. */
    flow(d: number, tau1: number): number;
    /** A PROCEDURE. */
    order(...more: any[]): number;
    /** A FUNCTION. */
    below(x: number, y: number): number;
  }
  interface Neuron {
    /** Artificial cell: leaky integrator of excitation and slower inhibition. */
    readonly IntFire4: PointProcessClass<IntFire4>;
    /** How near to 1 the cell fires, default 1e-06; 1e-09 to 0.01. */
    eps_IntFire4: number;
    /** A reference to it. */
    readonly _ref_eps_IntFire4: Ref;
    /** Smallest difference of two time constants [ms], default 0.01; 1e-09 to 1e+09. */
    taueps_IntFire4: number;
    /** A reference to it. */
    readonly _ref_taueps_IntFire4: Ref;
    /** A FUNCTION. */
    M_IntFire4(): number;
    /** A FUNCTION. */
    E_IntFire4(): number;
    /** A FUNCTION. */
    I_IntFire4(): number;
    /** A FUNCTION. */
    patience_IntFire4(): number;
    /** A FUNCTION. */
    passed_IntFire4(d: number, tau1: number, tau2: number): number;
    /** A FUNCTION. */
    inhibition_IntFire4(d: number): number;
    /** A FUNCTION. */
    integrated_IntFire4(d: number): number;
    /** A FUNCTION. */
    chain_IntFire4(d: number): number;
    /** A FUNCTION. */
    climax_IntFire4(tau1: number, tau2: number): number;
    /** A PROCEDURE. */
    normalize_IntFire4(): number;
    /** A FUNCTION. */
    rises_IntFire4(d: number): number;
    /** A FUNCTION. */
    flow_IntFire4(d: number, tau1: number): number;
    /** A PROCEDURE. */
    order_IntFire4(...more: any[]): number;
    /** A FUNCTION. */
    below_IntFire4(x: number, y: number): number;
  }

  /** The variables of Izhikevich. */
  interface IzhikevichVariables {
    /** Rate of recovery, per ms, default 0.02. */
    a: number;
    /** How recovery depends on V, default 0.2. */
    b: number;
    /** V after a spike, default -65. */
    c: number;
    /** Added to u by a spike, default 8. */
    d: number;
    /** Constant input, default 0. */
    Iin: number;
    /** Where a spike is cut off, default 30. */
    vpeak: number;
    /** Potential. */
    V: number;
    /** Recovery. */
    u: number;
  }
  /**
   * Izhikevich, an object: Point cell of Izhikevich.
   *
   * A cell of two variables of its own. It injects nothing into the section that it is
   * placed in, which only lends it the steps of time:
   *
   *     V' = 0.04 V^2 + 5 V + 140 - u + Iin,   u' = a (b V - u)
   *
   * When V reaches vpeak the cell sends an event, V becomes c and u becomes u + d. An
   * event adds its weight [mV] to V. Time is in ms, V in mV. Each step is one of
   * explicit Euler for u, and two of half the length for V before it, as in the source.
   *
   * Source: E. M. Izhikevich (2003), Simple model of spiking neurons, IEEE Trans.
   * Neural Netw. 14:1569-1572.
   */
  interface Izhikevich extends PointProcess, IzhikevichVariables, Refs<IzhikevichVariables> {
    /** A PROCEDURE. */
    advance(): number;
  }
  interface Neuron {
    /** Point cell of Izhikevich. */
    readonly Izhikevich: PointProcessClass<Izhikevich>;
    /** A PROCEDURE. */
    advance_Izhikevich(): number;
  }

  /** The variables of NetStim. */
  interface NetStimVariables {
    /** Mean time between events; 0 counts as 0.01 ms [ms], default 10; 0 to 1e+09. */
    interval: number;
    /** Of events, default 10; 0 to 1e+09. */
    number: number;
    /** Time of the first event [ms], default 50. */
    start: number;
    /** 0 regular, 1 Poisson, default 0; 0 to 1. */
    noise: number;
  }
  /**
   * NetStim, an object: Source of events, regular or at random.
   *
   * Sends number events, interval ms apart on average, the first one at start. The
   * time between two events is
   *
   *     (1 - noise) interval + noise interval x
   *
   * where x is exponentially distributed with mean 1: noise = 0 makes a regular train,
   * noise = 1 a Poisson process. The first event comes at start + noise interval (x - 1),
   * but not before t = 0. There is none if start is negative.
   *
   * An event of positive weight that arrives while no train is running starts one at
   * once, and one of negative weight ends the train.
   *
   * x is drawn from a Random123 stream of its own after noiseFromRandom123(id1, id2,
   * id3), where id3 may be left out; finitialize puts that stream to its start. After
   * noiseFromRandom(random) it is drawn from that Random, whose distribution should be
   * negexp(1). Otherwise all draw from the sequence behind exprand, which seed(x)
   * starts anew.
   */
  interface NetStim extends PointProcess, NetStimVariables, Refs<NetStimVariables> {
    /** What the POINTER points to. */
    random: number;
    /** Assign a reference to let the POINTER point to it. */
    _ref_random: Ref;
    /** A FUNCTION. */
    pause(...more: any[]): number;
    /** A FUNCTION. */
    erand(...more: any[]): number;
    /** A PROCEDURE. */
    seed(x: number, ...more: any[]): number;
    /** A PROCEDURE. */
    noiseFromRandom(...more: any[]): number;
    /** A PROCEDURE. */
    noiseFromRandom123(...more: any[]): number;
  }
  interface Neuron {
    /** Source of events, regular or at random. */
    readonly NetStim: PointProcessClass<NetStim>;
    /** A FUNCTION. */
    pause_NetStim(...more: any[]): number;
    /** A FUNCTION. */
    erand_NetStim(...more: any[]): number;
    /** A PROCEDURE. */
    seed_NetStim(x: number, ...more: any[]): number;
    /** A PROCEDURE. */
    noiseFromRandom_NetStim(...more: any[]): number;
    /** A PROCEDURE. */
    noiseFromRandom123_NetStim(...more: any[]): number;
  }

  /** The variables of OClamp. */
  interface OClampVariables {
    /** Resistance of the electrode [megohm], default 1; 1e-09 to 1e+09. */
    rs: number;
    /** Start [ms], default 0. */
    on: number;
    /** End [ms], default 0. */
    off: number;
    /** Potential to hold [mV], default 0. */
    vc: number;
    /** 0: no current at any time, default 0. */
    switched_on: number;
    /** Injected current [nA]. */
    i: number;
  }
  /**
   * OClamp, an object: Voltage clamp for one interval.
   *
   * An electrode of resistance rs that holds the potential at vc from the time on
   * to the time off, while switched_on is not 0:
   *
   *     i = (vc - v)/rs
   */
  interface OClamp extends PointProcess, OClampVariables, Refs<OClampVariables> {
    /** A PROCEDURE. */
    current(): number;
  }
  interface Neuron {
    /** Voltage clamp for one interval. */
    readonly OClamp: PointProcessClass<OClamp>;
    /** A PROCEDURE. */
    current_OClamp(): number;
  }

  /** The variables of pas. */
  interface pasVariables {
    /** Conductance [S/cm2], default 0.001; 0 to 1e+09. */
    g: number;
    /** Reversal potential [mV], default -70. */
    e: number;
    /** Current [mA/cm2]. */
    i: number;
  }
  /**
   * pas, at a segment: Passive membrane.
   *
   * A leak of constant conductance:
   *
   *     i = g (v - e)
   *
   * outward current positive, e being the potential at which the membrane rests.
   */
  interface pas extends Mechanism, pasVariables, Refs<pasVariables> {
  }
  interface Neuron {
    /** Passive membrane. */
    readonly pas: MechanismToken;
    /** Chooses the instance that functions of pas use. */
    setdata_pas(segment: Segment): number;
  }
  interface Mechanisms {
    /** Passive membrane. */
    readonly pas: pas;
  }
  interface RangeVariables {
    /** Conductance [S/cm2], default 0.001; 0 to 1e+09. */
    g_pas: number;
    /** Reversal potential [mV], default -70. */
    e_pas: number;
    /** Current [mA/cm2]. */
    i_pas: number;
  }

  /** The variables of PatternStim. */
  interface PatternStimVariables {
    /** Without effect, default 0. */
    fake_output: number;
  }
  /**
   * PatternStim, an object: Fires gids at given times.
   *
   * play(times, gids) gives pairs of a time [ms] and a gid, in ascending order of the
   * times. Each fires the gid at its time as if another process had sent its event: what
   * gid_connect made of a gid that is not of this process receives it after its delay.
   * Gids of this process are left alone. The Vectors are copied; play() forgets them.
   *
   * fake_output is there for scripts that set it, and has no effect, as in NEURON 8.2.2.
   */
  interface PatternStim extends PointProcess, PatternStimVariables, Refs<PatternStimVariables> {
    /** What the POINTER points to. */
    times: number;
    /** Assign a reference to let the POINTER point to it. */
    _ref_times: Ref;
    /** What the POINTER points to. */
    gids: number;
    /** Assign a reference to let the POINTER point to it. */
    _ref_gids: Ref;
    /** A FUNCTION. */
    fire(...more: any[]): number;
    /** A PROCEDURE. */
    play(...more: any[]): number;
  }
  interface Neuron {
    /** Fires gids at given times. */
    readonly PatternStim: PointProcessClass<PatternStim>;
    /** A FUNCTION. */
    fire_PatternStim(...more: any[]): number;
    /** A PROCEDURE. */
    play_PatternStim(...more: any[]): number;
  }

  /** The variables of SEClamp. */
  interface SEClampVariables {
    /** Resistance of the electrode [megohm], default 1; 1e-09 to 1e+09. */
    rs: number;
    /** Duration of the first level [ms], default 0. */
    dur1: number;
    /** First level [mV], default 0. */
    amp1: number;
    /** Duration of the second level [ms], default 0; 0 to 1e+09. */
    dur2: number;
    /** Second level [mV], default 0. */
    amp2: number;
    /** Duration of the third level [ms], default 0; 0 to 1e+09. */
    dur3: number;
    /** Third level [mV], default 0. */
    amp3: number;
    /** Level to hold [mV]. */
    vc: number;
    /** Injected current [nA]. */
    i: number;
  }
  /**
   * SEClamp, an object: Voltage clamp with a single electrode.
   *
   * An electrode of resistance rs that holds the potential at up to three levels,
   * one after the other, from t = 0 on:
   *
   *     i = (vc - v)/rs
   *
   * vc is amp1 for dur1 ms, then amp2 for dur2 ms, then amp3 for dur3 ms; after
   * that the electrode is off. The smaller rs, the closer v follows vc.
   *
   * When the second and third level end is fixed at initialization: a later change
   * of the durations moves only the end of the first.
   */
  interface SEClamp extends PointProcess, SEClampVariables, Refs<SEClampVariables> {
    /** A PROCEDURE. */
    current(): number;
    /** A PROCEDURE. */
    level(): number;
  }
  interface Neuron {
    /** Voltage clamp with a single electrode. */
    readonly SEClamp: PointProcessClass<SEClamp>;
    /** A PROCEDURE. */
    current_SEClamp(): number;
    /** A PROCEDURE. */
    level_SEClamp(): number;
  }

  /** The variables of VClamp. */
  interface VClampVariables {
    /** Durations of the levels [ms], default 0; 0 to 1e+09. */
    dur: number[];
    /** The levels [mV], default 0. */
    amp: number[];
    /** Gain of the output stage, default 100000; 0 to 1e+09. */
    gain: number;
    /** Resistance to the cell [megohm], default 1; 1e-09 to 1e+09. */
    rstim: number;
    /** Time constant of the input stage [ms], default 0.001; 0 to 1e+09. */
    tau1: number;
    /** Time constant of the output stage [ms], default 0; 0 to 1e+09. */
    tau2: number;
    /** Compensation, default 0; 0 to 10. */
    fac: number;
    /** e at the start of the step [mV], default 0. */
    e0: number;
    /** Vo at the start of the step [mV], default 0. */
    vo0: number;
    /** Vi at the start of the step [mV], default 0. */
    vi0: number;
    /** Injected current [nA]. */
    i: number;
    /** Error, the input of the output stage [mV]. */
    e: number;
    /** Output of the amplifier [mV]. */
    vo: number;
    /** Measured potential [mV]. */
    vi: number;
  }
  /**
   * VClamp, an object: Voltage clamp with two electrodes.
   *
   * An amplifier that drives the potential to up to three levels amp[0], amp[1] and
   * amp[2], one after the other, from t = 0 on, each for the time dur[k]; then it is
   * off. Its output vo goes through the resistance rstim into the cell:
   *
   *     i = (vo - v)/rstim
   *
   * The measured potential vi is v, with the part fac of vo - v (compensation). The
   * input stage, which adds vi and the negative level, has the time constant tau1
   * and gives the error e; the output stage has the time constant tau2:
   *
   *     (vi - stim) + tau1 d(vi - e)/dt = 2 e
   *     vo + tau2 dvo/dt = -gain e
   *
   * Both are solved implicitly together with v, as linear equations for e, vo and vi:
   * a and lag - 1 are the time constants in steps. With the large gain these equations
   * are stiff: use secondorder 0. i is computed once more after v has moved, so that
   * the recorded i belongs to the recorded v.
   */
  interface VClamp extends PointProcess, VClampVariables, Refs<VClampVariables> {
    /** A PROCEDURE. */
    level(): number;
    /** A FUNCTION. */
    current(): number;
    /** A PROCEDURE. */
    advance(): number;
  }
  interface Neuron {
    /** Voltage clamp with two electrodes. */
    readonly VClamp: PointProcessClass<VClamp>;
    /** A PROCEDURE. */
    level_VClamp(): number;
    /** A FUNCTION. */
    current_VClamp(): number;
    /** A PROCEDURE. */
    advance_VClamp(): number;
  }

  /** The variables of VecStim. */
  interface VecStimVariables {
  }
  /**
   * VecStim, an object: Source of events at given times.
   *
   * Sends an event at each time [ms] in a Vector, which play(vector) gives and which
   * must ascend; play() takes it away. The Vector is read as the run goes on, one
   * element ahead, so that what lies further ahead may still be changed.
   */
  interface VecStim extends PointProcess, VecStimVariables, Refs<VecStimVariables> {
    /** What the POINTER points to. */
    times: number;
    /** Assign a reference to let the POINTER point to it. */
    _ref_times: Ref;
    /** A PROCEDURE. */
    send(...more: any[]): number;
    /** A PROCEDURE. */
    play(...more: any[]): number;
  }
  interface Neuron {
    /** Source of events at given times. */
    readonly VecStim: PointProcessClass<VecStim>;
    /** A PROCEDURE. */
    send_VecStim(...more: any[]): number;
    /** A PROCEDURE. */
    play_VecStim(...more: any[]): number;
  }
}
