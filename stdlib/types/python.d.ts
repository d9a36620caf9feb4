/** What Python has at hand and JavaScript does not, for scripts that gneuron port has translated: as Python's functions of these names. */
declare module "gneuron/python" {
  /** Whole numbers from 0 or from, up to but not including to. */
  export function range(to: number): number[];
  export function range(from: number, to: number, step?: number): number[];
  /** The number of elements or characters, or of an object's properties. */
  export function len(x: any): number;
  /** Arrays of the elements that stand at the same place, as long as the shortest. */
  export function zip(...lists: Iterable<any>[]): any[][];
  /** Pairs of a number and an element. */
  export function enumerate(x: Iterable<any>, start?: number | { start: number }): [number, any][];
  /** A sorted array. */
  export function sorted(x: Iterable<any>, options?: { key?: (x: any) => any; reverse?: boolean }): any[];
  /** The largest element or argument. */
  export function max(...values: any[]): any;
  /** The smallest element or argument. */
  export function min(...values: any[]): any;
  /** The sum of the elements. */
  export function sum(x: Iterable<any>, start?: number | { start: number }): number;
  /** Whether an element is true. */
  export function any(x: Iterable<any>): boolean;
  /** Whether all elements are true. */
  export function all(x: Iterable<any>): boolean;
  /** The absolute value. */
  export function abs(x: number): number;
  /** A whole number: without what follows the point, or of a text. */
  export function int(x: number | string | boolean, base?: number): number;
  /** To the nearest number with so many digits, halves to the even one. */
  export function round(x: number, digits?: number): number;
  /** The remainder of a/b, with the sign of b. */
  export function mod(a: number, b: number): number;
  /** Whether x is an element, a part of a text, or a name of an object. */
  export function contains(xs: any, x: any): boolean;
  /** Puts x behind the elements of xs. */
  export function append(xs: any, x: any): any;
  /** xs[from:to] = values; a number goes to all of the places. */
  export function assign(xs: any, values: Iterable<any> | number, from?: number, to?: number): void;
  /** xs[from:to:step]; null stands for what is left out. */
  export function slice(xs: any, from: number | null, to: number | null, step: number): any;
  /** The elements of xs, n times. */
  export function repeat(xs: any[], n: number): any[];
  /** Seconds, from some moment on. */
  export function time(): number;
  /** A value with a format of Python's, such as ">8.3f". */
  export function format(x: any, spec: string): string;
  /** Prints values; an object as its method toString says. */
  export function print(...values: any[]): void;
  /** The names of what x has. */
  export function dir(x: any): string[];
  /** The name of what x is. */
  export function type(x: any): string;
  /** A file of text: mode "r", "w" or "a". What is written is there after close. */
  export function open(path: string, mode?: string): TextFile;
  /** An open file. */
  interface TextFile extends Iterable<string> {
    /** The rest of the text. */
    read(): string;
    /** The next line with its end, or "". */
    readline(): string;
    /** The lines that are left. */
    readlines(): string[];
    /** Puts text behind what was written. */
    write(text: string): void;
    /** Writes texts, one behind the other. */
    writelines(lines: Iterable<string>): void;
    /** Ends the use of the file. */
    close(): void;
  }
  /** Tables as text with commas. */
  export const csv: { writer(file: TextFile): any; reader(file: TextFile): string[][] };
  /** Objects as text. */
  export const json: { dump(x: any, file: TextFile, options?: { indent?: number }): void; load(file: TextFile): any };
  /** Numbers, texts, arrays, objects and Vectors in a file, as JSON: Python does not read it. */
  export const pickle: { dump(x: any, file: TextFile): void; load(file: TextFile): any };
  /** Long texts. */
  export const textwrap: { fill(text: string, width?: number): string };
  /** The basics of numpy: arrays of one dimension are a Float64Array, others arrays of them. */
  export const np: any;
}

/** The basics of numpy, for scripts that gneuron port has translated: the np of gneuron/python. */
declare module "gneuron/numpy" {
  const np: any;
  export = np;
}
