/** Measures of traces and of spike times. Times are in ms, potentials in mV, currents in nA. */
declare module "gneuron/analysis" {
  /** Numbers: an array, a typed array or a Vector. */
  type Numbers = Iterable<number>;
  /**
   * The times (ms) at which v (mV) rises through a threshold (-20 mV, as that of APCount), on straight lines between samples.
   * @example
   * import { firingRate, spikeTimes } from "gneuron/analysis";
   *
   * const soma = n.Section("soma", { L: 20, diam: 20 }).insert(n.hh);
   * n.IClamp(soma(0.5), { delay: 5, dur: 100, amp: 0.2 });
   * const t = n.Vector().record(n._ref_t);
   * const v = n.Vector().record(soma(0.5)._ref_v);
   * n.finitialize(-65);
   * n.continuerun(105);
   * console.log(firingRate(spikeTimes(t, v), 5, 105), "Hz");
   */
  export function spikeTimes(t: Numbers, v: Numbers, threshold?: number): number[];
  /** The shape of every spike: where it starts, its height, its width at half height, its afterhyperpolarisation. */
  export function spikeShapes(t: Numbers, v: Numbers, options?: ShapeOptions): SpikeShape[];
  /** The times between spikes that follow each other (ms). */
  export function intervals(times: Numbers): number[];
  /** Spikes in the window, both ends included, over its length (Hz). */
  export function firingRate(times: Numbers, from: number, to: number): number;
  /** One over the mean interval between spikes (Hz); 0 with fewer than two spikes. */
  export function intervalRate(times: Numbers): number;
  /** The coefficient of variation of the intervals: their standard deviation (root of the mean square deviation) over their mean. */
  export function cv(times: Numbers): number;
  /** Firing rates (Hz) over current amplitudes (nA): run(amp) gives the spike times. In the window {from, to} spikes are counted; without one the rate is one over the mean interval. */
  export function fiCurve(run: (amp: number) => Numbers, amps: Numbers, window?: RateWindow): FICurve;
  /**
   * The smallest amplitude that fires, by bisection: fires(amp) gives true or false, or the spike times.
   * @example
   * import { rheobase, spikeTimes } from "gneuron/analysis";
   *
   * const soma = n.Section("soma", { L: 20, diam: 20 }).insert(n.hh);
   * const clamp = n.IClamp(soma(0.5), { delay: 1, dur: 20 });
   * const t = n.Vector().record(n._ref_t);
   * const v = n.Vector().record(soma(0.5)._ref_v);
   * const fires = (amp) => {
   *   clamp.amp = amp;
   *   n.finitialize(-65);
   *   n.continuerun(25);
   *   return spikeTimes(t, v);
   * };
   * console.log(rheobase(fires, { high: 1 }), "nA");
   */
  export function rheobase(fires: (amp: number) => boolean | Numbers, options: RheobaseOptions): number;
  /** The mean potential (mV) from a time to another (ms). */
  export function restingPotential(t: Numbers, v: Numbers, from: number, to: number): number;
  /** How far a current pulse moves the potential, over its amplitude (MOhm): the mean over the last tenth of the pulse less that over a time as long before it. pulse is an IClamp, or has the same names. */
  export function inputResistance(t: Numbers, v: Numbers, pulse: Pulse): number;
  /** The time constant of the membrane: a fit of vInf + a exp(-(t - from)/tau) to the trace from a time to another (ms), with least squares. */
  export function membraneTimeConstant(t: Numbers, v: Numbers, from: number, to: number): Relaxation;

  /**
   * A model of two variables in a window of its state space: nullclines, field, fixed points, and methods for trajectories, limit cycles and a picture. The model gives the slopes [dx/dt, dy/dt], or is what n.equations gives or takes: of that, two states vary.
   * @example
   * import { phasePlane } from "gneuron/analysis";
   *
   * const plane = phasePlane((v, w) => [v - v ** 3 / 3 - w, (v + 0.5 - 0.5 * w) / 10], { xlim: [-3, 3], ylim: [-2, 2] });
   * console.log(plane.fixedPoints.map((p) => p.type));
   * plane.plot();
   */
  export function phasePlane<P = any>(model: (x: number, y: number, params: P) => Iterable<number>, options: PhasePlaneOptions<P>): PhasePlane;
  export function phasePlane(model: string | n.Equations, options: PhasePlaneOptions<Record<string, number>>): PhasePlane;

  /** The window, and what stands behind the model. */
  interface PhasePlaneOptions<P> {
    /** The ends of the window along the first variable. */
    xlim: Iterable<number>;
    /** The ends of the window along the second. */
    ylim: Iterable<number>;
    /** What the variables are called, for the picture; ["x", "y"]. Of equations, two of the states. */
    variables?: string[];
    /** Handed to the model at each call; of equations, values of parameters. */
    params?: P;
    /** Of equations, where the other states are. */
    init?: Record<string, number>;
    /** How many cells along each axis to look for nullclines and fixed points in; 100. */
    cells?: number;
    /** How many arrows along each axis; 20. */
    arrows?: number;
  }
  /** A model of two variables in a window of its state space. Units are those of the model. */
  interface PhasePlane {
    /** What the variables are called. */
    variables: string[];
    /** The ends of the window along x. */
    xlim: number[];
    /** The ends of the window along y. */
    ylim: number[];
    /** Where dx/dt is 0, and where dy/dt is: each a list of curves. */
    nullclines: Nullclines;
    /** Where both slopes are 0, sorted by x. */
    fixedPoints: FixedPoint[];
    /** The slopes dx, dy at places x, y of a grid, row by row. */
    field: VectorField;
    /** The way of the state from a start over a time; back in time where the duration is below 0. */
    trajectory(start: Iterable<number>, duration: number, options?: TrajectoryOptions): Path;
    /** A limit cycle, or null: what the state comes to from a start, forwards or backwards in time. Without a start it tries from beside fixed points, then from all over the window. */
    limitCycle(options?: LimitCycleOptions): LimitCycle | null;
    /** The ways from and to each saddle: stable ones are borders between starts that end in different places. */
    separatrices(): Separatrix[];
    /** Draws arrows, nullclines and fixed points, on plt where no axes are given; gives the axes. */
    plot<A = plt.Plt>(axes?: A): A;
  }
  /** Curves on which a slope is 0. */
  interface Nullclines {
    /** Where dx/dt is 0. */
    x: Curve[];
    /** Where dy/dt is 0. */
    y: Curve[];
  }
  /** A line through points. */
  interface Curve {
    /** First coordinates. */
    x: number[];
    /** Second coordinates. */
    y: number[];
  }
  /** Slopes at places. */
  interface VectorField extends Curve {
    /** dx/dt at each place. */
    dx: number[];
    /** dy/dt at each place. */
    dy: number[];
  }
  /** A place at which both slopes are 0. */
  interface FixedPoint {
    /** First coordinate. */
    x: number;
    /** Second coordinate. */
    y: number;
    /** "stable node", "unstable node", "stable focus", "unstable focus", "saddle"; "center" or "degenerate" where the linear equations do not tell. */
    type: string;
    /** Both real parts are below 0. */
    stable: boolean;
    /** Of the linear equations around the point (1/time), the larger real part first. */
    eigenvalues: Eigenvalue[];
  }
  /** A complex number. */
  interface Eigenvalue {
    /** Real part. */
    re: number;
    /** Imaginary part. */
    im: number;
  }
  /** How a trajectory is given. */
  interface TrajectoryOptions {
    /** Time between its states; a thousandth of the duration. */
    dt?: number;
  }
  /** Where a limit cycle is sought. */
  interface LimitCycleOptions {
    /** [x, y]. */
    start?: Iterable<number>;
    /** Follows the state back in time, which finds an unstable cycle. */
    backward?: boolean;
  }
  /** A way through the state space. */
  interface Path extends Curve {
    /** Times. */
    t: number[];
  }
  /** A closed way: once around. */
  interface LimitCycle extends Path {
    /** Time around. */
    period: number;
    /** Others come to it. */
    stable: boolean;
    /** What once around makes of a small distance from it. */
    multiplier: number;
  }
  /** A way from or to a saddle. */
  interface Separatrix extends Path {
    /** It goes to the saddle; else it comes from there. */
    stable: boolean;
  }

  /** What marks a spike and its onset. */
  interface ShapeOptions {
    /** What v must rise through (mV); -20. */
    threshold?: number;
    /** The slope that marks the onset (mV/ms); 10. */
    slope?: number;
  }
  /** The shape of one spike. */
  interface SpikeShape {
    /** When v rises through the threshold (ms). */
    time: number;
    /** The sample from which v rises at the onset slope or faster (ms). */
    onsetTime: number;
    /** v at the onset (mV). */
    onset: number;
    /** When v is highest (ms). */
    peakTime: number;
    /** The highest v (mV). */
    peak: number;
    /** peak - onset (mV). */
    height: number;
    /** The time above (onset + peak)/2 (ms); NaN where the trace ends before. */
    width: number;
    /** When v is lowest, before the next onset or the end of the trace (ms). */
    ahpTime: number;
    /** onset less the lowest v (mV): the depth of the afterhyperpolarisation. */
    ahp: number;
  }
  /** Where spikes are counted. */
  interface RateWindow {
    /** Start (ms). */
    from?: number;
    /** End (ms). */
    to?: number;
  }
  /** Firing rates over amplitudes. */
  interface FICurve {
    /** The amplitudes (nA). */
    amps: number[];
    /** The rates (Hz). */
    rates: number[];
  }
  /** Between what the smallest amplitude is sought. */
  interface RheobaseOptions {
    /** An amplitude that does not fire (nA); 0. */
    low?: number;
    /** One that fires (nA). */
    high: number;
    /** How far the result may lie above the smallest (nA); (high - low)/1000. */
    tolerance?: number;
  }
  /** A pulse of current. */
  interface Pulse {
    /** Amplitude (nA). */
    readonly amp: number;
    /** Start (ms). */
    readonly delay: number;
    /** Duration (ms). */
    readonly dur: number;
  }
  /** An exponential relaxation. */
  interface Relaxation {
    /** Time constant (ms). */
    tau: number;
    /** Where the potential goes to (mV). */
    vInf: number;
    /** How far from there it is at the start (mV). */
    a: number;
    /** Root of the mean square difference from the trace (mV). */
    rms: number;
  }
}
