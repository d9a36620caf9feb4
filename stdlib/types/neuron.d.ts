/** The simulator: build a model with its classes, then run it. */
declare const n: n.Neuron;

/** The same as n: NEURON's other name for it. */
declare const h: n.Neuron;

declare namespace n {
  /** A function to call, or [function, arguments...] as NEURON writes it. */
  type Callback = (() => unknown) | [(...args: any[]) => unknown, ...any[]];

  /** The section that is meant: {sec: soma}, or the section itself. */
  type Sec = { sec: Section } | Section;

  /** The number 0 or 1, or a truth value. */
  type Flag = boolean | number;

  /** References to the variables of T: _ref_NAME for each of them. */
  type Refs<T> = { readonly [K in keyof T & string as `_ref_${K}`]: T[K] extends number ? Ref : Ref[] };

  /** The numbers of the simulator, each to be read, set and referred to as n._ref_NAME. */
  interface Numbers {
    /** Time of the simulation [ms]. */
    t: number;
    /**
     * Time step [ms], default 0.025; greater than 0.
     * @throws RangeError for what is not greater than 0
     */
    dt: number;
    /** Where n.run() ends [ms], default 5. */
    tstop: number;
    /** Potential that n.stdinit(), n.run() and n.init() start from [mV], default -65. */
    v_init: number;
    /** Temperature [degC], default 6.3. */
    celsius: number;
    /** Integration: 0 (the default) implicit Euler; 1 Crank-Nicolson; 2 Crank-Nicolson with ion currents in the middle of the step. */
    secondorder: number;
    /** Steps in a millisecond, default 40: n.setdt() makes n.dt a whole fraction of 1/steps_per_ms. Greater than 0. */
    steps_per_ms: number;
    /** Steps that n.step() does, default 1. Greater than 0. */
    nstep_steprun: number;
    /** Default 0; set to 1 during a run, it ends the run. */
    stoprun: number;
    /** There for scripts that set it; without effect. */
    runStopAt: number;
    /** There for scripts that set it; without effect. */
    runStopIn: number;
    /** There for scripts that set it; without effect. */
    realtime: number;
    /** There for scripts that set it; without effect. */
    screen_update_invl: number;
    /** There for scripts that set it; without effect. */
    global_ra: number;
    /** There for scripts that set it; without effect. */
    float_epsilon: number;
    /** There for scripts that set it; without effect. */
    clamp_resist: number;
    /** There for scripts that set it; without effect. */
    diam_changed: number;
    /** 0: the time step is fixed. */
    readonly using_cvode_: number;
    /** The circumference of a circle over its diameter. */
    readonly PI: number;
    /** The base of the natural logarithm. */
    readonly E: number;
    /** Euler's constant, 0.5772... */
    readonly GAMMA: number;
    /** Degrees in a radian. */
    readonly DEG: number;
    /** The golden ratio. */
    readonly PHI: number;
    /** The charge of a mole of electrons [coulomb]. */
    readonly FARADAY: number;
    /** The gas constant [joule/degC]. */
    readonly R: number;
    /** Particles in a mole. */
    readonly Avogadro_constant: number;
  }

  /**
   * n, the simulator. Its members are classes (n.Section, n.Vector, n.IClamp, ...; new is
   * optional), functions, numbers, mechanisms (n.hh, n.pas) and their globals and functions
   * (n.usetable_hh, n.rates_hh). A name that does not exist is an error, with a suggestion.
   * Mechanisms of your own add names; `gneuron types --mod FOLDER` writes types that know
   * them.
   */
  interface Neuron extends Numbers, Refs<Numbers>, ImportedSections {
    // What mechanisms of one's own add: their globals, functions and references.
    [own: `${string}_${string}`]: any;

    // Classes.

    /** Makes a section: n.Section("soma", {L: 20, diam: 20}). */
    readonly Section: SectionClass;
    /** Makes a Vector: n.Vector(), n.Vector(size), n.Vector(size, fill), n.Vector([1, 2, 3]). */
    readonly Vector: VectorClass;
    /** Makes a matrix of zeros: n.Matrix(rows, columns). */
    readonly Matrix: MatrixClass;
    /** Random numbers of a generator and a distribution: n.Random(seed). */
    readonly Random: RandomClass;
    /**
     * Connects a source of events to a target: n.NetCon(soma(0.5)._ref_v, synapse, {sec: soma}).
     * @throws TypeError for a target without NET_RECEIVE, such as an IClamp
     */
    readonly NetCon: NetConClass;
    /** Makes a list of sections: n.SectionList([soma, dend]). */
    readonly SectionList: SectionListClass;
    /** A section and those around it: n.SectionRef({sec: soma}). */
    readonly SectionRef: SectionRefClass;
    /** References that are read and written together: n.PtrVector(size). */
    readonly PtrVector: PtrVectorClass;
    /** A variable along the path between two places: n.RangeVarPlot("v", soma(0), dend(1)). */
    readonly RangeVarPlot: RangeVarPlotClass;
    /** A picture of sections as they lie in space: n.PlotShape(false).plot(plt). */
    readonly PlotShape: PlotShapeClass;
    /** The density mechanisms (0) or point processes (1) that there are: n.MechanismType(0). */
    readonly MechanismType: MechanismTypeClass;
    /** Values for the variables of a mechanism: n.MechanismStandard("hh"). */
    readonly MechanismStandard: MechanismStandardClass;
    /** What HOC does with strings. */
    readonly StringFunctions: StringFunctionsClass;
    /** Makes a list of any objects, n.List(), or of all objects of a class, n.List("IClamp"). */
    readonly List: ListClass;
    /** A file to read or write piece by piece: n.File("data.txt"). */
    readonly File: FileClass;
    /** The state of a run, to go on from there again. */
    readonly SaveState: SaveStateClass;
    /** How the potentials follow a small sinusoidal current. */
    readonly Impedance: ImpedanceClass;
    /** Gids, parallel runs, transfer for gap junctions, and jobs; all calls give the same object. */
    readonly ParallelContext: ParallelContextClass;
    /** Has n.finitialize call a function: n.FInitializeHandler(() => ...), n.FInitializeHandler(type, fn). */
    readonly FInitializeHandler: FInitializeHandlerClass;
    /** How the model is integrated; all calls give the same object, which is n.cvode, too. */
    readonly CVode: CVodeClass;
    /** The one object of n.CVode(). */
    readonly cvode: CVode;
    /** Reads an SWC file: n.Import3d_SWC_read(). */
    readonly Import3d_SWC_read: Import3dReaderClass;
    /** Reads a Neurolucida ASC file: n.Import3d_Neurolucida3(). */
    readonly Import3d_Neurolucida3: Import3dReaderClass;
    /** Makes sections of what a reader has read: n.Import3d_GUI(reader, 0).instantiate(cell). */
    readonly Import3d_GUI: Import3d_GUIClass;
    /**
     * Differential equations of one's own, to hand to n.ode: the name of a point model ("HH", "HR",
     * "Izhikevich", "FitzHughNagumo", "LIF", ...), a .mod file or its text, or a function (y, t,
     * params) that gives the slopes, with init.
     */
    equations(source: EquationSource, options?: { init?: Start; params?: Values; name?: string }): Equations;
    /**
     * Integrates differential equations over time, for one set of parameters or many at once; see OdeOptions.
     * @throws ReferenceError where there is no such point model, state or parameter
     * @example
     * const { t, v, w } = n.ode("FitzHughNagumo", { tstop: 100, params: { I: 0.5 } });
     * plt.plot(t, v);
     */
    ode(equations: Equations | EquationSource, options: OdeOptions): OdeResult;
    /** The class of the errors that the model reports. */
    readonly ModelError: ModelErrorClass;
    /** The unit of a variable, n.units("IClamp.amp"), and factors such as n.units.mV. */
    readonly units: Units;

    /**
     * A reference: to a number of its own, n.ref(0); to what a function computes,
     * n.ref(() => expression), which can be recorded; to a string, n.ref(""), for the
     * functions that put a string there.
     */
    ref(x?: number | (() => number)): Ref;
    ref(text: string): TextRef;

    // Running.

    /**
     * Starts a run: t = 0, all potentials v [mV] (left as they are without v), events
     * cleared, INITIAL blocks, handlers, first samples. Gives 1.
     */
    finitialize(v?: number): number;
    /** One step of n.dt. Gives 1. */
    fadvance(): number;
    /**
     * Steps until time t [ms]. An error where a value stops being finite, with section and mechanism.
     * @example
     * const soma = n.Section("soma").insert(n.hh);
     * n.finitialize(-65);
     * n.continuerun(40);
     * console.log(n.t, soma.v);
     */
    continuerun(t: number): number;
    /** n.stdinit(), then n.continuerun(n.tstop). */
    run(): number;
    /**
     * Runs many variants of a model side by side, beside the model of n, and gives a table:
     * n.sweep({parameters: {amp: [0.1, 0.2]}, model: (p) => { ...; return {v: soma(0.5)._ref_v}; }, tstop: 100}).
     * @example
     * const sweep = n.sweep({
     *   parameters: { amp: [0.05, 0.1, 0.2] },
     *   model({ amp }) {
     *     const soma = n.Section("soma", { L: 20, diam: 20 }).insert(n.hh);
     *     n.IClamp(soma(0.5), { delay: 5, dur: 50, amp });
     *     return { v: soma(0.5)._ref_v };
     *   },
     *   measure: ({ v }) => ({ peak: v.max() }),
     *   tstop: 60,
     * });
     * console.log(sweep.table());
     */
    sweep<P extends object, T extends object, M extends object = {}>(options: SweepOptions<P, T, M>): Sweep<SweepRow<P, T, M>>;
    /** n.setdt(), then n.finitialize(n.v_init). */
    stdinit(): number;
    /** n.finitialize(n.v_init). */
    init(): number;
    /** n.nstep_steprun steps of n.dt. */
    step(): number;
    /** As n.step(). */
    steprun(): number;
    /** One step of n.dt, as n.fadvance(). */
    advance(): number;
    /** Makes n.dt a whole fraction of 1/n.steps_per_ms. */
    setdt(): number;
    /** Computes all currents from the present potentials and states. */
    fcurrent(): number;
    /** Empties the Vectors that record; what is now becomes their first sample. */
    frecord_init(): number;
    /** 0: the time step is fixed. With 1 it says "not yet". */
    cvode_active(on?: Flag): number;
    /** NEURON's preparation for several processes: 0, since gneuron runs in one. */
    nrnmpi_init(): number;
    /** Starts the stopwatch. */
    startsw(): number;
    /** The seconds since n.startsw(). */
    stopsw(): number;
    /** 1 for NEURON's standard files (stdrun.hoc, stdlib.hoc, nrngui.hoc, import3d.hoc), which are built in; an error for any other. */
    load_file(name: string): number;
    load_file(again: number, name: string): number;
    /** Forgets the model and all that records, and restores the defaults. */
    reset(): void;
    /** Ends the script. */
    quit(): never;

    // The model.

    /** All sections in order of creation. */
    allsec(): SectionList;
    /** Prints the tree of sections. */
    topology(): number;
    /** The currently accessed section: the last one pushed, or the first one made. An error where there is none. */
    cas(): Section;
    /** Makes a section, given by itself or its name, the currently accessed one, until n.pop_section(). */
    push_section(section: Section | string): number;
    /** Takes back the last section.push(). */
    pop_section(): number;
    /**
     * The length of the path between two segments [um]; 1e20 where there is none.
     * @example
     * const soma = n.Section("soma", { L: 20 });
     * const dend = n.Section("dend", { L: 100 }).connect(soma(1));
     * console.log(n.distance(soma(0.5), dend(1))); // 110
     */
    distance(from: Segment, to: Segment): number;
    /** n.distance(0, segment) sets the origin from which n.distance(segment) measures. */
    distance(set: number, origin: Segment): number;
    distance(set: number, x: number, options?: { sec: Section }): number;
    /** The path from the origin [um]. An error where no origin was set. */
    distance(to: Segment): number;
    distance(x?: number | { sec: Section }, options?: { sec: Section }): number;
    /** The membrane area of a segment [um2], as segment.area(). */
    area(place: number | Segment, sec?: Sec): number;
    /** The axial resistance between a segment and its parent [Mohm], as segment.ri(). */
    ri(place: number | Segment, sec?: Sec): number;
    /** The length constant at a frequency [Hz], in um. */
    lambda_f(frequency: number, sec?: Sec): number;
    /** Sets nseg by the d_lambda rule and gives the number of segments. */
    d_lambda(options?: DLambdaOptions): number;
    /** Gives 3-D points to all sections that have none. */
    define_shape(): number;
    /** As section.delete(). */
    delete_section(sec?: Sec): number;
    /** As section.disconnect(). */
    disconnect(sec?: Sec): number;
    /** The name of a section. */
    secname(sec?: Sec): string;
    /** Puts the name of a section into n.ref(""). */
    sectionname(into: TextRef, sec?: Sec): number;
    /** 1 where the name of a section fits a pattern: . is any character, * any number of the one before, <2-4> a range of numbers. */
    issection(pattern: string | TextRef, sec?: Sec): number;
    /** As section.cell(). */
    section_owner(sec?: Sec): any;
    /** As section.psection(). */
    psection(options?: { sec: Section }): PSection;
    /** 1 where a mechanism is inserted, else 0. */
    ismembrane(name: MechanismName, options?: { sec: Section }): number;
    /** Where on its parent a section is connected, 0 to 1. */
    parent_connection(sec?: Sec): number;
    /** Which end of a section is nearer to the root: 0 or 1. */
    section_orientation(options?: { sec: Section }): number;
    /** Lets a POINTER variable of a mechanism point to a number; instance._ref_NAME = reference does the same. */
    setpointer(reference: Ref, name: string, instance: PointProcess | Mechanism): number;

    // 3-D points of a section given by {sec}.

    /** As section.n3d(). */
    n3d(options?: { sec: Section }): number;
    /** As section.x3d(i). */
    x3d(i: number, options?: { sec: Section }): number;
    /** As section.y3d(i). */
    y3d(i: number, options?: { sec: Section }): number;
    /** As section.z3d(i). */
    z3d(i: number, options?: { sec: Section }): number;
    /** As section.diam3d(i). */
    diam3d(i: number, options?: { sec: Section }): number;
    /** As section.arc3d(i). */
    arc3d(i: number, options?: { sec: Section }): number;
    /** As section.spine3d(i). */
    spine3d(i: number, options?: { sec: Section }): boolean;
    /** As section.pt3dadd(x, y, z, diam). */
    pt3dadd(x: number, y: number, z: number, diam: number, options?: { sec: Section }): void;
    /** As section.pt3dinsert(i, x, y, z, diam). */
    pt3dinsert(i: number, x: number, y: number, z: number, diam: number, options?: { sec: Section }): void;
    /** As section.pt3dchange(i, x, y, z, diam). */
    pt3dchange(i: number, x: number, y: number, z: number, diam: number, options?: { sec: Section }): void;
    pt3dchange(i: number, diam: number, options?: { sec: Section }): void;
    /** As section.pt3dremove(i). */
    pt3dremove(i: number, options?: { sec: Section }): void;
    /** As section.pt3dclear(). */
    pt3dclear(options?: { sec: Section }): number;
    /** As section.pt3dstyle(style, x, y, z). */
    pt3dstyle(style: Flag, x: number, y: number, z: number, options?: { sec: Section }): boolean;
    pt3dstyle(style?: Flag | { sec: Section }, options?: { sec: Section }): boolean;

    // Mechanisms and ions.

    /** Compiles and registers all .mod files of a folder; gives their number. An error in one loads none. */
    load_mechanisms(folder: string): number;
    /**
     * Compiles and registers a .mod file, or the text of one, and gives it as n.NAME does.
     * @throws SyntaxError, with line and column, where the text is wrong; nothing is loaded then
     * @example
     * n.load_mechanism(`
     * NEURON { SUFFIX leak NONSPECIFIC_CURRENT i RANGE g, e }
     * PARAMETER { g = 0.0001 (S/cm2) <0, 1e9>  e = -65 (mV) }
     * ASSIGNED { v (mV)  i (mA/cm2) }
     * BREAKPOINT { i = g*(v - e) }
     * `);
     * n.Section("soma").insert("leak");
     */
    load_mechanism(fileOrText: string): any;
    /**
     * Makes sections of an SWC or ASC file, in the object into or under n.
     * @throws ModelError where the file cannot be read, or is none of its format
     */
    load_morphology(file: string, options?: MorphologyOptions): ImportedMorphology;
    /** Writes the 3-D points of a cell as an SWC file, where it has none as define_shape would lay them, and warns of what such a file cannot say. */
    save_morphology(file: string, options?: SaveMorphologyOptions): SavedMorphology;
    /** The charge of an ion, such as "na_ion". */
    ion_charge(name: string): number;
    /** Makes an ion, "mg" for mg_ion, with its charge, and gives the charge. */
    ion_register(name: string, charge: number): number;
    /**
     * How concentrations and the reversal potential of an ion are computed in a section: c
     * and e from 0 (not used) over 1 (parameter) and 2 (assigned) to 3 (state), and whether
     * e (initially, at each step) and the concentrations (initially) are computed. With the
     * name alone it only tells. Gives the style before, -1 where the ion is not.
     */
    ion_style(name: string, c: number, e: number, einit: number, eadvance: number, cinit: number, options?: { sec: Section }): number;
    ion_style(name: string, options?: { sec: Section }): number;
    /** The Nernst potential [mV] at n.celsius; concentrations in mM. */
    nernst(ci: number, co: number, charge: number): number;
    /** The ena, nai, nao, ... in the middle of a section as the other two and the Nernst equation give it. */
    nernst(variable: string, sec?: Sec): number;
    /** The Goldman-Hodgkin-Katz current of unit permeability; v in mV, concentrations in mM. */
    ghk(v: number, ci: number, co: number, charge: number): number;

    // Names, objects and texts.

    /** 5 for a number of n, 1 for any other name that exists, else 0. */
    name_declared(name: string | TextRef): number;
    /** A number that no other object has. */
    object_id(object: unknown): number;
    /** The NEURON whose behaviour this is. */
    nrnversion(which?: number): string;
    /** The working directory, with a / at its end. */
    getcwd(): string;
    /** Prints as C does; gives the number of characters. */
    printf(format: string | TextRef, ...values: (number | string | TextRef)[]): number;
    /** Puts what printf would print into n.ref(""). */
    sprint(into: TextRef, format: string | TextRef, ...values: (number | string | TextRef)[]): number;
    /** Does nothing: there are no windows that wait. */
    doEvents(): number;
    /** Does nothing: there are no windows that wait. */
    doNotify(): number;

    // Random numbers.

    /** A number from 0 to 1 of the generator Ran4 for the seed in a reference, which counts up. */
    mcell_ran4(seed: Ref): number;
    /** Sets the second seed that all generators MCellRan4 share; gives what it was. */
    mcell_ran4_init(lowindex?: number): number;
    /** Whether scop_random and its like in .mod files draw from Ran4; gives what it was. */
    use_mcell_ran4(on?: Flag): number;

    // Mathematics, as in HOC.

    /** The absolute value. */
    abs(x: number): number;
    /** The arc tangent. */
    atan(x: number): number;
    /** The angle of the point (x, y). */
    atan2(y: number, x: number): number;
    /** The cosine. */
    cos(x: number): number;
    /** The error function. */
    erf(x: number): number;
    /** 1 - erf(x). */
    erfc(x: number): number;
    /** e to the power x, for x up to 700. */
    exp(x: number): number;
    /** x without its fraction. */
    int(x: number): number;
    /** The natural logarithm; an error for x below 0. */
    log(x: number): number;
    /** The decimal logarithm; an error for x below 0. */
    log10(x: number): number;
    /** The sine. */
    sin(x: number): number;
    /** The square root; an error for x below 0. */
    sqrt(x: number): number;
    /** The hyperbolic tangent. */
    tanh(x: number): number;
  }

  /** The sections of a morphology that was instantiated for null, by type. */
  interface ImportedSections {
    /** The soma. */
    readonly soma: Section[];
    /** The axon. */
    readonly axon: Section[];
    /** Dendrites; basal ones. */
    readonly dend: Section[];
    /** Apical dendrites. */
    readonly apic: Section[];
  }

  /** The class of errors that the model reports: what is wrong with sections, mechanisms and values. */
  interface ModelError extends Error {
    /** What to do about it. */
    readonly hint?: string;
  }

  /** The class of ModelError. */
  interface ModelErrorClass {
    new (message?: string): ModelError;
    (message?: string): ModelError;
    readonly prototype: ModelError;
  }

  /** Options of n.d_lambda. */
  interface DLambdaOptions {
    /** Frequency [Hz], default 100. */
    freq?: number;
    /** The part of the length constant that a segment may have, default 0.1. */
    d_lambda?: number;
    /** The sections, or one; all without it. */
    sections?: Section | Iterable<Section>;
  }
}
