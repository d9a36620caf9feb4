/** Numbers to files and back. The ending of a name says what the file is: CSV, JSON, or NPY and NPZ, which numpy.load reads. */
declare module "gneuron/data" {
  /** Numbers: an array, a typed array or a Vector. */
  type Numbers = Iterable<number | null>;
  /** One row of numbers, or rows of them, as those of a Matrix. */
  type Table = Numbers | Iterable<Numbers> | n.Matrix;
  /**
   * Writes numbers to a file. CSV: columns with names ({t, v}), an array of objects with the same names, or rows. NPY: one array. NPZ: arrays with names. JSON: anything.
   * @throws RangeError for another ending
   * @example
   * import { load, save } from "gneuron/data";
   *
   * save("trace.csv", { t: [0, 1, 2], v: [-65, -64, -62] });
   * const { t, v } = load("trace.csv"); // two Vectors
   */
  export function save(path: string, data: Table | { [name: string]: Table } | object[]): void;
  /**
   * Reads a file: a Vector or a Matrix from NPY; an object of them from NPZ, and from CSV with names in its first line, without an array of columns; JSON as it is.
   * @throws Error where there is no such file, or it is none of its format
   */
  export function load(path: string): any;
}
