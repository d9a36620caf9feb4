declare namespace n {
  /** What n.sweep is told. P are the parameters, T is what the model function gives, M what is measured. */
  interface SweepOptions<P extends object, T extends object, M extends object> {
    /**
     * The values of each parameter, all combinations of which are run, the last one
     * changing fastest: {gnabar: [0.1, 0.12], amp: [0.1, 0.2, 0.3]}. Or a list of objects,
     * one for each variant: [{gnabar: 0.1, amp: 0.2}, ...]. Names of what the whole model
     * shares, celsius, dt, secondorder, tstop, v_init and the globals of mechanisms such as
     * usetable_hh, the sweep sets itself, and runs their values one after the other.
     */
    parameters: { [K in keyof P]: Iterable<P[K]> } | Iterable<P>;
    /**
     * Builds variant i and gives what is to be recorded: a reference becomes a Vector of its
     * values, a NetCon a Vector of the times of its source's spikes; all else stays what it is.
     */
    model(p: P, i: number): T;
    /** Takes what matters out of what was recorded; the numbers that it gives become columns. */
    measure?(trace: SweepTrace<T>, p: P, i: number): M;
    /** Where the runs end [ms]; default n.tstop. */
    tstop?: number;
    /** The potential they start from [mV]; default n.v_init. */
    v_init?: number;
    /** Time step [ms]; default n.dt. */
    dt?: number;
    /** Temperature [degC]; default n.celsius. */
    celsius?: number;
    /** As n.secondorder, which is the default. */
    secondorder?: number;
    /** The time between two samples [ms]; default: a sample at each step. */
    every?: number;
    /** Whether the rows keep what was recorded; default: unless there is measure. */
    keep?: boolean;
  }

  /** What was recorded of a variant, with the times t of the samples [ms]. */
  type SweepTrace<T> = { readonly t: Vector } & { readonly [K in keyof T]: T[K] extends Ref | NetCon ? Vector : T[K] };

  /** The row of a variant: its parameters, what was measured, what was recorded, and error where its run failed. */
  type SweepRow<P, T, M> = P & M & SweepTrace<T> & { readonly error?: string };

  /** What n.sweep gives: a row for each variant, in the order of the parameters; for (const row of sweep) goes through them. */
  interface Sweep<R = any> extends Iterable<R> {
    // Row i.
    [index: number]: R;
    /** Number of rows. */
    readonly length: number;
    /** The rows, as an array of plain objects. */
    readonly rows: R[];
    /** Those of the variants whose run failed: row.error says why. */
    readonly failed: R[];
    /** The names of the parameters. */
    readonly parameters: string[];
    /** The names of all that is in the rows. */
    readonly columns: string[];
    /** A column: a Vector where all of it are numbers, else an array. A variant that failed has NaN. */
    column<K extends keyof R>(name: K): R[K] extends number ? Vector : R[K][];
    /** The rows that have these values, where({gnabar: 0.12}), or for which a function gives true. */
    where(which: Partial<R> | ((row: R) => unknown)): Sweep<R>;
    /** The parameters and measured numbers as a text table. */
    table(): string;
    /** Its class: Sweep. */
    toString(): string;
  }
}
