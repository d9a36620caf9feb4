/** Writes to standard output, as console.log. */
declare function print(...values: any[]): void;

/** Shows values: in a notebook as a table or a picture where they are one, elsewhere as print or plt.show(). */
declare const display: Display;

/** Shows values below a notebook's cell. */
interface Display {
  /** Shows values: in a notebook as a table or a picture where they are one, elsewhere as print or plt.show(). */
  (...values: any[]): void;
  /** Shows HTML in a notebook; elsewhere prints its text. */
  html(text: string): void;
  /** Takes away what a notebook's cell has shown, when it shows the next thing; elsewhere does nothing. */
  clear(): void;
}

/** The exports of a module: a file, or a built-in name such as "neuron" or "gneuron/test". */
declare function require(name: string): any;

/** Calls a function after ms milliseconds, when the script has run; gives a number for clearTimeout. */
declare function setTimeout(fn: (...args: any[]) => void, ms?: number, ...args: any[]): number;

/** Calls a function every ms milliseconds, when the script has run; gives a number for clearInterval. */
declare function setInterval(fn: (...args: any[]) => void, ms?: number, ...args: any[]): number;

/** Takes back a setTimeout. */
declare function clearTimeout(id?: number): void;

/** Takes back a setInterval. */
declare function clearInterval(id?: number): void;

/** Prints for people. */
declare var console: Console;

/** Writes text for people: values shown readably, %s %d %i %f %j %o %O %c %% of a first string filled in. */
interface Console {
  /** Writes to standard output. */
  log(...values: any[]): void;
  /** Writes to standard output. */
  info(...values: any[]): void;
  /** Writes to standard output. */
  debug(...values: any[]): void;
  /** Writes to standard error. */
  warn(...values: any[]): void;
  /** Writes to standard error. */
  error(...values: any[]): void;
  /** Writes to standard error, with the calls that led here. */
  trace(...values: any[]): void;
  /** Writes to standard error where ok is false. */
  assert(ok?: any, ...values: any[]): void;
  /** Writes an array or object of rows as a table. */
  table(rows?: any, columns?: string[]): void;
  /** Writes a value as it is shown. */
  dir(value?: any): void;
  /** Indents what follows, until groupEnd. */
  group(...values: any[]): void;
  /** Ends a group. */
  groupEnd(): void;
  /** Starts a stopwatch. */
  time(label?: string): void;
  /** Writes the time since console.time. */
  timeEnd(label?: string): void;
  /** Writes how often it was called. */
  count(label?: string): void;
}

/** Files as a whole. A path to read is relative to the working directory if the file is there, else to the script's folder. */
declare const fs: FileSystem;

/** Reads and writes files as a whole. */
interface FileSystem {
  /** The text of a file; an error where it cannot be read. */
  readText(path: string): string;
  /** Writes a file anew, in the working directory. */
  writeText(path: string, text: any): void;
  /** Whether there is such a file. */
  exists(path: string): boolean;
}

/** The program that runs the script. */
declare const process: Process;

/** The program that runs the script. */
interface Process {
  /** The program, the script, and the arguments that follow it. */
  argv: string[];
  /** The environment. */
  env: Record<string, string | undefined>;
  /** Where it writes to. */
  stdout: {
    /** Writes text without a new line. */
    write(text: string): boolean;
  };
  /** The operating system, such as "linux". */
  platform: string;
  /** The working directory. */
  cwd(): string;
  /** Ends the script at once with an exit code, 0 to 255. */
  exit(code?: number): never;
}

/** A clock. */
declare var performance: Performance;

/** A clock. */
interface Performance {
  /** Milliseconds since the start. */
  now(): number;
}

/** The object n as a module: import { n } from "neuron". */
declare module "neuron" {
  const neuron: n.Neuron;
  export { neuron as n, neuron as h, neuron as default };
}

/** The factors of n.units: import { ms, mV } from "neuron/units". */
declare module "neuron/units" {
  const units: n.Units;
  export = units;
}

/** plt as a module. */
declare module "plt" {
  const figures: plt.Plt;
  export = figures;
}

/** fs as a module. */
declare module "fs" {
  const files: FileSystem;
  export = files;
}

/**
 * A small harness for tests that are written in JavaScript.
 * @example
 * import { assert, test } from "gneuron/test";
 *
 * test("a sphere's area", () => {
 *   const soma = n.Section("soma", { L: 20, diam: 20 });
 *   assert.near(soma(0.5).area(), Math.PI * 20 * 20, 1e-9);
 * });
 */
declare module "gneuron/test" {
  /** What a failed assertion throws. */
  export class AssertionError extends Error {}
  /** Runs fn, which may be async, after the tests before it; after the last one a report goes to standard output. */
  export function test(name: string, fn: () => unknown): void;
  /** Assertions: each throws an AssertionError where it does not hold. */
  export const assert: Assert;
  /** The assertions. */
  interface Assert {
    /** x is true. */
    ok(x: unknown, message?: string): void;
    /** Both are the same value; NaN is NaN, 0 is not -0. */
    equal(a: unknown, b: unknown, message?: string): void;
    /** They are not the same value. */
    notEqual(a: unknown, b: unknown, message?: string): void;
    /** Same structure, same values at the leaves. */
    deepEqual(a: unknown, b: unknown, message?: string): void;
    /** |a - b| <= tolerance, for numbers or element by element. */
    near(a: number | Iterable<number>, b: number | Iterable<number>, tolerance: number, message?: string): void;
    /** fn throws; the error matches a pattern "Class: message" or is of a class. Gives the error. */
    throws(fn: () => unknown, pattern?: RegExp | Function, message?: string): any;
  }
}

/** Steps of dy/dt = f(y), for equations that a script writes itself. */
declare module "gneuron/integrators" {
  /** One step of Euler: y + dt f(y). The error of a step goes with dt^2. */
  export function eulerStep(y: number, f: (y: number) => number, dt: number): number;
  export function eulerStep(y: Iterable<number>, f: (y: number[]) => Iterable<number>, dt: number): number[];
  /** One step of the classical method of Runge and Kutta, with four slopes. The error of a step goes with dt^5. */
  export function rungeKutta(y: number, f: (y: number) => number, dt: number): number;
  export function rungeKutta(y: Iterable<number>, f: (y: number[]) => Iterable<number>, dt: number): number[];
}
