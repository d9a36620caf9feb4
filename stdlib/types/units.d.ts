declare namespace n {
  /**
   * n.units("IClamp.amp"), n.units("gnabar_hh"), n.units(soma(0.5)._ref_v) tell the unit of a
   * variable. Its members are factors: 2 * n.units.s is 2000, in NEURON's own unit, ms. The
   * module "neuron/units" has them, too.
   */
  interface Units {
    (variable: string | Ref | RangeVariable): string;
    /** A millisecond: 1 ms. */
    readonly ms: number;
    /** A microsecond: 0.001 ms. */
    readonly us: number;
    /** A microsecond: 0.001 ms. */
    readonly µs: number;
    /** A microsecond: 0.001 ms. */
    readonly μs: number;
    /** A second: 1000 ms. */
    readonly s: number;
    /** A second: 1000 ms. */
    readonly sec: number;
    /** A minute: 60000 ms. */
    readonly minute: number;
    /** A hour: 3.6e+06 ms. */
    readonly hour: number;
    /** A day: 8.64e+07 ms. */
    readonly day: number;
    /** A millimole per litre: 1 mM. */
    readonly mM: number;
    /** A micromole per litre: 0.001 mM. */
    readonly uM: number;
    /** A micromole per litre: 0.001 mM. */
    readonly µM: number;
    /** A micromole per litre: 0.001 mM. */
    readonly μM: number;
    /** A nanomole per litre: 1e-06 mM. */
    readonly nM: number;
    /** A mole per litre: 1000 mM. */
    readonly M: number;
    /** A micrometre: 1 um. */
    readonly um: number;
    /** A micrometre: 1 um. */
    readonly µm: number;
    /** A micrometre: 1 um. */
    readonly μm: number;
    /** A nanometre: 0.001 um. */
    readonly nm: number;
    /** A millimetre: 1000 um. */
    readonly mm: number;
    /** A centimetre: 10000 um. */
    readonly cm: number;
    /** A metre: 1e+06 um. */
    readonly m: number;
    /** A millivolt: 1 mV. */
    readonly mV: number;
    /** A microvolt: 0.001 mV. */
    readonly uV: number;
    /** A microvolt: 0.001 mV. */
    readonly µV: number;
    /** A microvolt: 0.001 mV. */
    readonly μV: number;
    /** A volt: 1000 mV. */
    readonly V: number;
    /** A nanoampere: 1 nA. */
    readonly nA: number;
    /** A picoampere: 0.001 nA. */
    readonly pA: number;
    /** A microampere: 1000 nA. */
    readonly uA: number;
    /** A microampere: 1000 nA. */
    readonly µA: number;
    /** A microampere: 1000 nA. */
    readonly μA: number;
    /** A milliampere: 1e+06 nA. */
    readonly mA: number;
    /** A microsiemens: 1 uS. */
    readonly uS: number;
    /** A microsiemens: 1 uS. */
    readonly µS: number;
    /** A microsiemens: 1 uS. */
    readonly μS: number;
    /** A nanosiemens: 0.001 uS. */
    readonly nS: number;
    /** A picosiemens: 1e-06 uS. */
    readonly pS: number;
    /** A millisiemens: 1000 uS. */
    readonly mS: number;
    /** A siemens: 1e+06 uS. */
    readonly S: number;
    /** A degree Celsius: 1 degC. */
    readonly degC: number;
  }
}
