declare namespace neun {
  /** Hodgkin and Huxley's, Hindmarsh and Rose's, and Izhikevich's neuron. */
  type Model = "HH" | "HR" | "Iz";
  /** Electrical, chemical and diffusion synapses. */
  type SynapseModel = "ESyn" | "CSyn" | "DSyn";
  /** Numbers of 64 bits, or all rounded to 32. */
  type Precision = "Double" | "Float";
  /** The steps: Euler's, and Runge and Kutta's with four and six slopes. */
  type Integrator = "Euler" | "RK4" | "RK6";

  /** The names of the variables. */
  interface Variables {
    /** Hodgkin and Huxley's neuron. */
    HH: "v" | "h" | "m" | "n";
    /** Hindmarsh and Rose's neuron. */
    HR: "x" | "y" | "z";
    /** Izhikevich's neuron. */
    Iz: "v" | "u";
    /** Electrical synapse. */
    ESyn: "i1" | "i2";
    /** Chemical synapse. */
    CSyn: "mslow" | "ifast" | "islow" | "i";
    /** Diffusion synapse. */
    DSyn: "r" | "i";
  }

  /** The names of the parameters. */
  interface Parameters {
    /** Hodgkin and Huxley's neuron. */
    HH: "cm" | "vna" | "vk" | "vl" | "gna" | "gk" | "gl";
    /** Hindmarsh and Rose's neuron. */
    HR: "e" | "mu" | "S";
    /** Izhikevich's neuron. */
    Iz: "a" | "b" | "c" | "d" | "threshold";
    /** Electrical synapse. */
    ESyn: "g1" | "g2";
    /** Chemical synapse. */
    CSyn: "gfast" | "Esyn" | "sfast" | "Vfast" | "gslow" | "k1" | "k2" | "sslow" | "Vslow";
    /** Diffusion synapse. */
    DSyn: "alpha" | "beta" | "threshold" | "esyn" | "gsyn" | "T" | "max_release_time";
  }

  /** A model with variables and parameters. */
  interface Stepped<M extends keyof Variables> {
    /** A variable. */
    get(variable: Variables[M]): number;
    /** Sets a variable. */
    set(variable: Variables[M], value: number): void;
    /** A parameter. */
    get_param(parameter: Parameters[M]): number;
    /** Sets a parameter. */
    set_param(parameter: Parameters[M], value: number): void;
    /** Makes a step of length h. Of a synapse: before the neurons make theirs, which get its current as input (but for a chemical one). */
    step(h: number): void;
  }

  /** A neuron. */
  interface Neuron<M extends Model = Model> extends Stepped<M> {
    /** Adds to the input of the next step, which takes all of it. */
    add_synaptic_input(i: number): void;
    /** What was added since the last step. */
    get_synaptic_input(): number;
  }

  /** What a class of a model is made with; it has nothing of its own. */
  interface ConstructorArgs<M extends string> {}

  /** The class of the ConstructorArgs of a model. */
  interface ConstructorArgsClass<M extends string> {
    new (): ConstructorArgs<M>;
    (): ConstructorArgs<M>;
  }

  /** A class of neurons. */
  interface NeuronClass<M extends Model> {
    new (args?: ConstructorArgs<M>): Neuron<M>;
    (args?: ConstructorArgs<M>): Neuron<M>;
  }

  /** A class of synapses from one neuron to another: (neuron1, variable1, neuron2, variable2), then of an electrical one its conductances g1 and g2, of the others their ConstructorArgs and the number of steps they make in one of step(h). */
  interface SynapseClass<S extends SynapseModel> {
    new (neuron1: Neuron, variable1: string, neuron2: Neuron, variable2: string, ...more: any[]): Stepped<S>;
    (neuron1: Neuron, variable1: string, neuron2: Neuron, variable2: string, ...more: any[]): Stepped<S>;
  }

  /** {model}{precision}{integrator}, such as HHDoubleRK4. */
  type Neurons = { readonly [M in Model as `${M}${Precision}${Integrator}`]: NeuronClass<M> };
  /** {synapse}{model}{model}{precision}{integrator}, such as ESynHHHRDoubleRK4. */
  type Synapses = { readonly [S in SynapseModel as `${S}${Model}${Model}${Precision}${Integrator}`]: SynapseClass<S> };
  /** {model}{precision}ConstructorArgs. */
  type Arguments = { readonly [M in Model | SynapseModel as `${M}${Precision}ConstructorArgs`]: ConstructorArgsClass<M> };
  /** {model}{precision}Variable, with the names of the variables. */
  type VariableNames = { readonly [M in Model | SynapseModel as `${M}${Precision}Variable`]: { readonly [K in Variables[M]]: K } };
  /** {model}{precision}Parameter, with the names of the parameters. */
  type ParameterNames = { readonly [M in Model | SynapseModel as `${M}${Precision}Parameter`]: { readonly [K in Parameters[M]]: K } };
  /** All classes of the module. */
  type Neun = Neurons & Synapses & Arguments & VariableNames & ParameterNames;
}

/**
 * Point neurons and synapses as objects to step by hand, with the names of the library neun.
 * @example
 * const neun = require("neun");
 *
 * const neuron = new neun.HHDoubleRK4(neun.HHDoubleConstructorArgs());
 * neuron.set(neun.HHDoubleVariable.v, -65);
 * for (let k = 0; k < 1000; k++) {
 *   neuron.add_synaptic_input(0.1);
 *   neuron.step(0.01);
 * }
 * console.log(neuron.get(neun.HHDoubleVariable.v));
 */
declare module "neun" {
  const classes: neun.Neun;
  export = classes;
}
