declare namespace n {
  /** What jobs and messages carry, as copies: numbers, strings, true, false, null, arrays and plain objects of them, Float64Arrays and Vectors. */
  type Parcel = number | string | boolean | null | undefined | Float64Array | Vector | readonly Parcel[] | { readonly [name: string]: Parcel };

  /** What takes a value of a message. */
  type ParcelTarget = Ref | TextRef | Vector;

  /** The class of n.ParallelContext(). */
  interface ParallelContextClass {
    new (): ParallelContext;
    (): ParallelContext;
    readonly prototype: ParallelContext;
  }

  /**
   * Gids, parallel runs, transfer for gap junctions, and jobs: pc = n.ParallelContext(), of which
   * there is one. Scripts that NEURON runs in many processes run here in one, process 0 of 1.
   */
  interface ParallelContext {
    // Gids.

    /** Gives a gid, a whole number from 0, to process 0; nothing happens for another process. An error for a gid that is used. */
    set_gid2node(gid: number, process: number): number;
    /** 0: not of this process; 1: without a source; 2, 3: with one. */
    gid_exists(gid: number): number;
    /** The source of a NetCon gets a gid, and stays when the NetCon goes; output 0 keeps it out of spike_record(-1, ...). */
    cell(gid: number, netcon: NetCon, output?: Flag): number;
    /** Has spike_record(-1, ...) record a gid. */
    outputcell(gid: number): number;
    /** A NetCon from the source of a gid to a target, or another source for a NetCon that there is. */
    gid_connect(gid: number, target: PointProcess, netcon?: NetCon): NetCon;
    /** The cell of a gid: that of its section, or its artificial cell. */
    gid2cell(gid: number): any;
    /** The artificial cell or point process of a gid, or the cell of its section. */
    gid2obj(gid: number): any;
    /** The threshold of a gid's source [mV]; with a number it sets it. */
    threshold(gid: number, x?: number): number;
    /** Forgets gids (1), what is transferred (3), or both (0, 4). */
    gid_clear(type?: number): number;
    /** Records the times [ms] of spikes and their gids into two Vectors: of a gid, of a Vector of gids, or with -1 of all; with null it ends. */
    spike_record(gid: number | Vector, times: Vector | null, gids: Vector | null): number;

    // Runs.

    /** How long parts of the model may run by themselves: max, or the smallest delay of a NetCon from another part [ms]. */
    set_maxstep(max: number): number;
    /** Runs up to the last step that ends by t [ms]; set_maxstep comes first. */
    psolve(t: number): number;
    /** The number of threads that steps are shared by; with a number it changes that. Without, models that are large enough to gain take all processors. Results do not depend on it. */
    nthread(threads?: number, parallel?: Flag): number;
    /** Gives the variable of a section an identifier, from which target_var takes it. */
    source_var(ref: Ref, sid: number, options?: { sec: Section }): number;
    /** Copies the variable with an identifier to another, or to what a POINTER points to. */
    target_var(object: PointProcess, ref: Ref, sid: number): number;
    target_var(ref: Ref, sid: number): number;
    /** Makes source_var and target_var work: in n.finitialize, and in each step once the potentials are new. */
    setup_transfer(): number;
    /** The time of day [s]. */
    time(): number;
    /** What psolve took so far [s]. */
    step_time(): number;
    /** The time of a thread [ms]. */
    t(thread: number): number;
    /** The time step of a thread [ms]. */
    dt(thread: number): number;

    // What processes exchange.

    /** The number of this process, 0. */
    id(): number;
    /** 0. */
    id_world(): number;
    /** 0. */
    id_bbs(): number;
    /** The number of processes, 1. */
    nhost(): number;
    /** 1. */
    nhost_world(): number;
    /** 1. */
    nhost_bbs(): number;
    /** Accepted for 1. */
    subworlds(size: number): number;
    /** Waits for no other process. */
    barrier(): number;
    /** The sum (1), maximum (2) or minimum (3) of a number over all processes: itself; of a Vector in place. */
    allreduce(x: number | Vector, type?: number): number;
    /** Collects a number of each process into a Vector. */
    allgather(x: number, into: Vector): number;
    /** Copies what is for this process into the destination; counts has one element, the size of the source. */
    alltoall(source: Vector, counts: Vector, destination: Vector): number;
    /** Sends a string or a Vector to all: gives its length. */
    broadcast(x: string | Vector, from?: number): number;
    /** One item for each process, and what each sent: [x] gives [x]. */
    py_alltoall<T>(items: Iterable<T>): T[];
    /** What each process gave: [x]. */
    py_allgather<T>(x: T): T[];
    /** What each process gave: [x]. */
    py_gather<T>(x: T, to?: number): T[];
    /** What a process sends to all: x. */
    py_broadcast<T>(x: T, from?: number): T;
    /** The item for this process: [x] gives x. */
    py_scatter<T>(items: Iterable<T>, from?: number): T;

    // Jobs.

    /**
     * Starts a job, a function or one that a module exports, on a thread with an empty model of its
     * own; gives the userid, -1, -2, ... where none is given. The function travels as its source
     * text: it sees its arguments, the imports of its file and the globals.
     */
    submit<A extends any[]>(job: (...args: A) => any, ...args: A): number;
    submit<A extends any[]>(userid: number, job: (...args: A) => any, ...args: A): number;
    submit(module: string, name: string, ...args: Parcel[]): number;
    submit(userid: number, module: string, name: string, ...args: Parcel[]): number;
    /** Waits for the oldest job that was not collected, and gives its number; 0 where there is none. It throws what the job threw. */
    working(): number;
    /** The result of the job collected last. */
    pyret(): any;
    /** The result of the job collected last where it is a number, else 0. */
    retval(): number;
    /** The userid of the job collected last. */
    userid(): number;
    /** Has every job that is submitted later call a function first. */
    context<A extends any[]>(job: (...args: A) => any, ...args: A): number;
    context(module: string, name: string, ...args: Parcel[]): number;
    /** Posts a message of values under a key. */
    post(key: string | number, ...values: Parcel[]): number;
    /** Waits for a message of a key, the oldest first, and takes it; its values go to references and Vectors. */
    take(key: string | number, ...into: ParcelTarget[]): number;
    /** Takes a message of a key if there is one; tells whether there was. */
    look_take(key: string | number, ...into: ParcelTarget[]): boolean;
    /** As look_take, but the message stays. */
    look(key: string | number, ...into: ParcelTarget[]): boolean;
    /** Collects values for the next post. */
    pack(...values: Parcel[]): number;
    /** Takes values out of the last message, one after the other. */
    unpack(...into: ParcelTarget[]): number;
    /** The next value of the last message, a number. */
    upkscalar(): number;
    /** The next value of the last message, a string. */
    upkstr(into?: TextRef): string;
    /** The next value of the last message, a Vector. */
    upkvec(into?: Vector): Vector;
    /** The next value of the last message. */
    upkpyobj(): any;
    /** Accepted: jobs start when they are submitted. */
    runworker(): number;
    /** Accepted: jobs end by themselves. */
    done(): number;
    /** Accepted. */
    master_works_on_jobs(on?: Flag): number;

    // Accepted, without effect.

    /** Seconds that are stored and given back. */
    timeout(seconds?: number): number;
    /** A flag that is stored and given back. */
    mpiabort_on_error(on?: Flag): number;
    /** A flag that is stored and given back. */
    thread_busywait(on?: Flag): number;
    /** 0: gneuron divides the work by itself. */
    sec_in_thread(sec?: Sec): number;
    /** 0: gneuron divides the work by itself. */
    partition(thread?: number, sections?: SectionList | null): number;
    /** The number of processors. */
    thread_how_many_proc(): number;
    /** 0: gneuron divides the work by itself. */
    multisplit(...args: any[]): number;
    /** 0: spikes go to no other process. */
    spike_compress(...args: any[]): number;
    /** 0: one process waits for none. */
    wait_time(...args: any[]): number;
    /** 0: one process waits for none. */
    send_time(...args: any[]): number;
    /** 0: one process waits for none. */
    event_time(...args: any[]): number;
    /** 0: one process waits for none. */
    integ_time(...args: any[]): number;
    /** 0: one process waits for none. */
    step_wait(...args: any[]): number;
    /** 0: one process waits for none. */
    vtransfer_time(...args: any[]): number;
    /** 0: one process waits for none. */
    thread_ctime(...args: any[]): number;
    /** 0: one process waits for none. */
    thread_stat(...args: any[]): number;
    /** 0: one process waits for none. */
    spike_statistics(...args: any[]): number;
    /** 0: one process waits for none. */
    max_histogram(...args: any[]): number;

    // Refused.

    /** Refused: psection() gives the values as an object. */
    prcellstate(...args: any[]): never;
    /** Refused: there is one process. */
    splitcell_connect(...args: any[]): never;
    /** Refused: step_time() is the time spent in psolve. */
    mech_time(...args: any[]): never;
    /** Refused: psolve runs the model. */
    nrnbbcore_write(...args: any[]): never;
    /** Refused: psolve runs the model. */
    nrncore_write(...args: any[]): never;
    /** Refused: psolve runs the model. */
    nrncore_run(...args: any[]): never;
    /** Refused: psolve runs the model. */
    nrnbbcore_register_mapping(...args: any[]): never;
    /** Its name. */
    hname(): string;
    /** Its class: ParallelContext. */
    toString(): string;
  }
}
