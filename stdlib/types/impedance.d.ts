declare namespace n {
  /** The class of Impedances. */
  interface ImpedanceClass {
    new (): Impedance;
    (): Impedance;
    readonly prototype: Impedance;
  }

  /**
   * How the potentials follow a small sinusoidal current, in the present state of the model,
   * which stays as it is. A place is a segment, or x with {sec}.
   */
  interface Impedance {
    /** Where the current goes in, from the next compute on. */
    loc(place: Segment | number, sec?: Sec): number;
    /**
     * Solves for a frequency [Hz]: with the conductances as they are, or with dynamic 1 with
     * states that follow the potential. The third argument is NEURON's and without effect.
     */
    compute(frequency: number, dynamic?: Flag, iterations?: number): number;
    /** Amplitude of v over the current, both at a place [MOhm]. */
    input(place: Segment | number, sec?: Sec): number;
    /** Phase of v behind the current, both at a place [rad]. */
    input_phase(place: Segment | number, sec?: Sec): number;
    /** Amplitude of v at a place over the current at that of loc, or the other way round [MOhm]. */
    transfer(place: Segment | number, sec?: Sec): number;
    /** Phase of v at a place behind the current at that of loc, or the other way round [rad]. */
    transfer_phase(place: Segment | number, sec?: Sec): number;
    /** Amplitude of v at the place of loc over that at a place, when the current goes in at the latter. */
    ratio(place: Segment | number, sec?: Sec): number;
    /** The step of the difference quotients: this part of 1 mV, or of the tolerance of a state; default 0.001. With a number it sets it. */
    deltafac(x?: number): number;
    /** Its class: Impedance. */
    toString(): string;
  }
}
