/** Measures of traces and of spike times. Times are in ms, potentials in mV, currents in nA. */
declare module "gneuron/analysis" {
  /** Numbers: an array, a typed array or a Vector. */
  type Numbers = Iterable<number>;
  /** The times (ms) at which v (mV) rises through a threshold (-20 mV, as that of APCount), on straight lines between samples. */
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
  /** The smallest amplitude that fires, by bisection: fires(amp) gives true or false, or the spike times. */
  export function rheobase(fires: (amp: number) => boolean | Numbers, options: RheobaseOptions): number;
  /** The mean potential (mV) from a time to another (ms). */
  export function restingPotential(t: Numbers, v: Numbers, from: number, to: number): number;
  /** How far a current pulse moves the potential, over its amplitude (MOhm): the mean over the last tenth of the pulse less that over a time as long before it. pulse is an IClamp, or has the same names. */
  export function inputResistance(t: Numbers, v: Numbers, pulse: Pulse): number;
  /** The time constant of the membrane: a fit of vInf + a exp(-(t - from)/tau) to the trace from a time to another (ms), with least squares. */
  export function membraneTimeConstant(t: Numbers, v: Numbers, from: number, to: number): Relaxation;

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
