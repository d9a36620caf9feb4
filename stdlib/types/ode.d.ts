declare namespace n {
  /** Values by name: a number for all instances, or an array with one for each. */
  type Values = Record<string, any>;

  /** Where states start: by name, or, of a function, also a number or an array. */
  type Start = number | Iterable<any> | Values;

  /** What equations can be made of: a name, a .mod file, its text, or a function of states, time and parameters that gives the slopes as it takes the states. */
  type EquationSource = string | ((y: any, t: number, params: any) => any);

  /** Differential equations dy/dt = f(y, t; parameters). */
  interface Equations {
    /** What messages call it. */
    readonly name: string;
    /** The names of the states, in the order of their equations. */
    readonly states: string[];
    /** The parameters with their defaults. */
    readonly params: Record<string, number>;
    /** The slopes of all states where these have the given values, and their starting values else; with an array for a state or parameter, Vectors with one slope for each element. */
    slopes(values?: Values, options?: { params?: Values; t?: number }): any;
    /** Its class: Equations. */
    toString(): string;
  }

  /** Something to look out for while n.ode runs. */
  interface OdeEvent {
    /** The state whose threshold it is; may be left out where there is one only. */
    state?: string;
    /** Default 0. */
    threshold?: number;
    /** In place of a state: the event happens where this passes 0. Of a .mod text, y has the states by name. */
    margin?: (y: any, t: number, params: any) => number;
    /** The way through the threshold that counts, default "up". */
    direction?: "up" | "down" | "both";
    /** Ends the way of the instance there. */
    stop?: boolean;
    /** What becomes of the states: new values by name, or a function that gives them. */
    reset?: Record<string, number> | ((y: any, t: number) => any);
  }

  /** How n.ode integrates, and what it gives. */
  interface OdeOptions {
    /** Where to end [ms]. */
    tstop: number;
    /** Where to start [ms], default 0. */
    t0?: number;
    /**
     * "dopri5" (the default) chooses its steps by their error; "euler", "rk4" (the default where
     * there is a dt) and "rk6" make steps of dt.
     */
    method?: "dopri5" | "euler" | "rk4" | "rk6";
    /** The length of a step [ms]. */
    dt?: number;
    /** Error of a step of dopri5 that is allowed, relative to a state; default 1e-6. */
    rtol?: number;
    /** The same, absolute; default 1e-9. */
    atol?: number;
    /** The longest step of dopri5 [ms]. */
    max_step?: number;
    /** Parameters by name. Arrays make as many instances, which run side by side. */
    params?: Values;
    /** States by name, after what INITIAL does; of a function all of them. */
    init?: Start;
    /** The names of what to record, default all states. */
    record?: string | string[];
    /** Time between samples [ms]: default dt, or a thousandth of the run with dopri5. */
    every?: number;
    /** Events by name. */
    events?: Record<string, OdeEvent>;
    /** What equations see as celsius [degC], default n.celsius. */
    celsius?: number;
    /** What messages call a function. */
    name?: string;
  }

  /** What n.ode gives. Of a batch it is an array with a Vector for each instance where there is one Vector else. */
  interface OdeResult {
    /** Times of the samples [ms]. */
    t: Vector;
    /** The times at which a WATCH of the text fired: its spikes. */
    spikes: any;
    /** The times of the events, by name. */
    events: any;
    /** The states at the end, by name: a number, or of a batch a Vector. */
    end: any;
    /** How many steps were made, of all instances together. */
    steps: number;
    /** How many steps of dopri5 were too long. */
    rejected: number;
    /** What was recorded, by name. */
    [recorded: string]: any;
  }
}
