declare namespace n {
  /** What a NetCon takes events from: a reference that is watched, an artificial cell or point process, or nothing. */
  type EventSource = Ref | PointProcess | null;

  /** Options of n.NetCon. */
  interface NetConOptions {
    /** The section of a source that is a reference. */
    sec?: Section;
    /** What the source must cross from below [mV], default 10. */
    threshold?: number;
    /** Delay of the events [ms], default 1; not negative. */
    delay?: number;
    /** Weight of the events, default 0; or several. */
    weight?: number | Iterable<number>;
  }

  /** The class of NetCons. */
  interface NetConClass {
    new (source: EventSource, target: PointProcess | null, options?: NetConOptions): NetCon;
    new (source: EventSource, target: PointProcess | null, threshold: number | null, delay?: number | null, weight?: number | null, options?: NetConOptions): NetCon;
    (source: EventSource, target: PointProcess | null, options?: NetConOptions): NetCon;
    (source: EventSource, target: PointProcess | null, threshold: number | null, delay?: number | null, weight?: number | null, options?: NetConOptions): NetCon;
    readonly prototype: NetCon;
  }

  /**
   * Carries events from a source to a target: when the source crosses the threshold, the
   * target receives the weights after the delay. It lives until delete() or n.reset().
   * @example
   * const [a, b] = [n.Section("a"), n.Section("b")];
   * const synapse = n.ExpSyn(b(0.5), { tau: 2 });
   * const nc = n.NetCon(a(0.5)._ref_v, synapse, { sec: a, threshold: 0, delay: 1, weight: 0.01 });
   * const spikes = n.Vector();
   * nc.record(spikes); // the times at which a fires
   */
  interface NetCon {
    /** What the source must cross from below [mV], default 10; all NetCons of a source share it. */
    threshold: number;
    /**
     * Delay of the events [ms], default 1; not negative.
     * @throws RangeError for a negative one
     */
    delay: number;
    /** The weights: nc.weight[0] = 0.04, or nc.weight = 0.04 for the first. */
    get weight(): number[];
    set weight(x: number | Iterable<number>);
    /** References to the weights: nc._ref_weight[0]. */
    readonly _ref_weight: Ref[];
    /** A reference to the delay. */
    readonly _ref_delay: Ref;
    /** A reference to the threshold. */
    readonly _ref_threshold: Ref;
    /** What the source is at now; 0 where it is an object. */
    readonly x: number;
    /** Delivers an event at time t [ms], with a flag for a self event. An error without a target. */
    event(t: number, flag?: number): number;
    /**
     * Records the times [ms] of the source's events into a Vector, with an id in a second one;
     * or calls a function at each; without arguments it ends that. A source has one recording.
     */
    record(times?: Vector | null, ids?: Vector | null, id?: number): number;
    record(callback: Callback): number;
    /** The Vector that the source is recorded into, or null. */
    get_recordvec(): Vector | null;
    /** Whether it delivers events, before the call; with an argument it changes that. */
    active(on?: Flag): boolean;
    /** Whether it has a source and a target. */
    valid(): boolean;
    /** Number of weights. */
    wcnt(): number;
    /** The source where it is an object, else null. */
    pre(): PointProcess | null;
    /** The target, or null. */
    syn(): PointProcess | null;
    /** The segment of a source that is a reference, else null. */
    preseg(): Segment | null;
    /** The segment of the target, or null. */
    postseg(): Segment | null;
    /** The cell of the source's section, or null. */
    precell(): any;
    /** The cell of the target's section, or null. */
    postcell(): any;
    /** The gid of its source, -1 where it has none. */
    srcgid(): number;
    /**
     * Changes the target.
     * @throws TypeError for a target without NET_RECEIVE, such as an IClamp
     */
    setpost(target: PointProcess | null): number;
    /** All NetCons with the same target. */
    synlist(): List<NetCon>;
    /** All NetCons with the same source. */
    prelist(): List<NetCon>;
    /** All NetCons whose source is in the same cell. */
    precelllist(): List<NetCon>;
    /** All NetCons whose target is in the same cell. */
    postcelllist(): List<NetCon>;
    /** The place of the source in its section, which it makes the current one until n.pop_section(); -1 where there is none. */
    preloc(): number;
    /** The place of the target in its section, which it makes the current one until n.pop_section(); -1 where there is none. */
    postloc(): number;
    /** Its name: NetCon[0]. */
    name(): string;
    /** Its name: NetCon[0]. */
    hname(): string;
    /** Its name: NetCon[0]. */
    toString(): string;
    /** Its name: NetCon[0]. */
    toJSON(): string;
    /** Removes it. */
    delete(): void;
  }

  /** The class of FInitializeHandlers. */
  interface FInitializeHandlerClass {
    new (fn: Callback): FInitializeHandler;
    new (type: number, fn: Callback): FInitializeHandler;
    (fn: Callback): FInitializeHandler;
    (type: number, fn: Callback): FInitializeHandler;
    readonly prototype: FInitializeHandler;
  }

  /**
   * Has n.finitialize call a function: type 3 before anything else, 0 after the potentials are
   * set, 1 (the default) after the INITIAL blocks, 2 at the end, after the first samples.
   * @example
   * const soma = n.Section("soma");
   * const handler = n.FInitializeHandler(() => (soma.v = -70));
   * n.finitialize(-65); // soma.v is -70
   */
  interface FInitializeHandler {
    /** Ends that. */
    delete(): void;
    /** Its class: FInitializeHandler. */
    toString(): string;
  }

  /** The class of n.cvode. */
  interface CVodeClass {
    new (): CVode;
    (): CVode;
    readonly prototype: CVode;
  }

  /**
   * How the model is integrated: the part of NEURON's CVode that acts on the fixed step.
   * @example
   * n.Section("soma");
   * n.finitialize(-65);
   * n.cvode.event(2, () => console.log("2 ms have passed"));
   * n.continuerun(5);
   */
  interface CVode {
    /** 0: the time step is fixed. With 1 it says "not yet". */
    active(on?: Flag): number;
    /** Calls a function after the step in which t [ms] falls. */
    event(t: number, fn?: Callback | null): number;
    /** Records a number, and the times in a second Vector. */
    record(ref: Ref, values: Vector, times: Vector): number;
    /** Ends the recording into a Vector. */
    record_remove(values: Vector): number;
    /** Whether each step takes note of seg.i_membrane_ [nA]; with an argument it changes that. */
    use_fast_imem(on?: Flag): boolean;
    /** 1: memory is always in order. */
    cache_efficient(on?: Flag): number;
    /** With a fixed step there is nothing to start anew. */
    re_init(): number;
    /** A setting of the variable step, kept without effect: the absolute tolerance, 1e-3. */
    atol(value?: Flag): number;
    /** A setting of the variable step, kept without effect: the relative tolerance, 0. */
    rtol(value?: Flag): number;
    /** A setting of the variable step, kept without effect: the longest step, 1e9 ms. */
    maxstep(value?: Flag): number;
    /** A setting of the variable step, kept without effect: the shortest step, 0 ms. */
    minstep(value?: Flag): number;
    /** A setting of the variable step, kept without effect: the highest order, 5. */
    maxorder(value?: Flag): number;
    /** A setting of the variable step, kept without effect: 1. */
    condition_order(value?: Flag): number;
    /** A setting of the variable step, kept without effect: 0. */
    use_local_dt(value?: Flag): number;
    /** A setting of the variable step, kept without effect: 2. */
    stiff(value?: Flag): number;
    /** A setting of the variable step, kept without effect: 0. */
    queue_mode(value?: Flag): number;
    /** A setting of the variable step, kept without effect: 0. */
    debug_event(value?: Flag): number;
    /** A setting of the variable step, kept without effect: 0. */
    current_method(value?: Flag): number;
    /** A setting of the variable step, kept without effect: 0. */
    use_long_double(value?: Flag): number;
    /** A setting of the variable step, kept without effect: 0. */
    use_daspk(value?: Flag): number;
    /**
     * The NetCons, by source, whose source's cell, target's cell and target are as given: an
     * object, a regular expression for its name, or "" for any. A List in fourth place gets
     * them, too.
     */
    netconlist(precell?: any, postcell?: any, target?: any, list?: List<NetCon>): List<NetCon>;
    /** Prints the events that wait, or puts their times [ms] into a Vector. */
    print_event_queue(times?: Vector): number;
    /** Not yet: belongs to the variable step. */
    states(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    statename(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    dstates(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    order(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    statistics(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    solve(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    spike_stat(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    error_weights(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    acor(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    atolscale(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    jacobian(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    f(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    ygather(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    yscatter(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    fixed_step(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    store_events(...args: any[]): never;
    /** Not yet: belongs to the variable step. */
    simgraph_remove(...args: any[]): never;
    /** Its class: CVode. */
    toString(): string;
  }

  /** The class of SaveStates. */
  interface SaveStateClass {
    new (): SaveState;
    (): SaveState;
    readonly prototype: SaveState;
  }

  /**
   * The state of a run, n.t included, from which the same model goes on bit for bit: the
   * potentials, the variables of mechanisms, weights, and all events that wait. What only a
   * script sets stays as it is.
   * @example
   * const soma = n.Section("soma");
   * n.finitialize(-65);
   * n.continuerun(10);
   * const state = n.SaveState();
   * state.save();
   * n.continuerun(20);
   * state.restore(); // n.t is 10 again
   */
  interface SaveState {
    /** Takes the present state. */
    save(): number;
    /** Goes back to it; with 1 the events that wait now stay. An error for another model. */
    restore(keepEvents?: Flag): number;
    /** Writes it to an open file and closes that, unless close is 0. */
    fwrite(file: File, close?: Flag): number;
    /** Reads it from an open file and closes that, unless close is 0. */
    fread(file: File, close?: Flag): number;
    /** Its class: SaveState. */
    toString(): string;
  }
}
