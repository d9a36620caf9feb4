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
  /** xs[k], also from the end; an error where there is none. */
  export function item(xs: any, k: any): any;
  /** Whether arrays or objects have equal elements. */
  export function equal(a: any, b: any): boolean;
  /** How often x is in an array or a text. */
  export function count(xs: any, x: any): number;
  /** A number; an error for a text that is none. */
  export function float(x: any): number;
  /** Lets objects of a class have its static attributes, until they get their own. */
  export function shared(C: any, ...names: string[]): void;
  /** All combinations of one element of each array. */
  export function product(...lists: any[]): any[][];
  /** All choices of k elements, in their order. */
  export function combinations(xs: Iterable<any>, k: number): any[][];
  /** All orders of k elements, or of all. */
  export function permutations(xs: Iterable<any>, k?: number): any[][];
  /** The elements of several arrays, one behind the other. */
  export function chain(...lists: Iterable<any>[]): any[];
  /** An object whose properties make() makes where they are read first. */
  export function defaultdict(make: () => any): any;
  /** How often each element is there; 0 for others. */
  export function Counter(xs?: Iterable<any>): any;
  /** A function that makes arrays with names for their elements. */
  export function namedtuple(name: string, fields: string | string[]): (...values: any[]) => any;
  /** Ends Sections, point processes, NetCons and what else has delete(), and the elements of arrays of them. Vectors keep their numbers, but record and play no more. */
  export function free(...xs: any[]): void;
  /** x, after the end of what a variable held before. */
  export function replace(former: any, x: any): any;
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
  export const np: numpy.Numpy;
}

declare namespace numpy {
  /** The basics of numpy: an array of one dimension is a Float64Array, one of several an array of such arrays. */
  interface Numpy {
    // Constants.

    /** The circumference of a circle over its diameter. */
    pi: number;
    /** The base of the natural logarithm. */
    e: number;
    /** Infinity. */
    inf: number;
    /** Not a number. */
    nan: number;
    /** null: it stands for a new axis in what was translated. */
    newaxis: null;

    // Making arrays.

    /** Numbers as an array, lists of lists as rows. */
    array(x: any): any;
    /** As array. */
    asarray(x: any): any;
    /** An array with one value, of a length or of rows and columns. */
    full(shape: any, value: number): any;
    /** An array of zeros. */
    zeros(shape: any): any;
    /** An array of ones. */
    ones(shape: any): any;
    /** As zeros. */
    empty(shape: any): any;
    /** Zeros in the shape of x. */
    zeros_like(x: any): any;
    /** Ones in the shape of x. */
    ones_like(x: any): any;
    /** A value in the shape of x. */
    full_like(x: any, value: number): any;
    /** from, from + step, ... up to but not including to; with one argument from 0. */
    arange(from: number, to?: number, step?: number): any;
    /** num (50) numbers from one to the other, which is included unless endpoint is false. */
    linspace(from: number, to: number, num?: any, options?: any): any;
    /** 10 to the power of what linspace gives. */
    logspace(from: number, to: number, num?: any): any;

    // Arithmetic, element by element; a number goes with each element.

    /** a + b. */
    add(a: any, b: any): any;
    /** a - b. */
    subtract(a: any, b: any): any;
    /** a b. */
    multiply(a: any, b: any): any;
    /** a/b. */
    divide(a: any, b: any): any;
    /** a to the power b. */
    power(a: any, b: any): any;
    /** The remainder of a/b, with the sign of b. */
    mod(a: any, b: any): any;
    /** a/b without its fraction, downwards. */
    floor_divide(a: any, b: any): any;
    /** The larger ones. */
    maximum(a: any, b: any): any;
    /** The smaller ones. */
    minimum(a: any, b: any): any;
    /** The angle of the point (b, a). */
    arctan2(a: any, b: any): any;
    /** 1 where a < b, else 0. */
    less(a: any, b: any): any;
    /** 1 where a > b, else 0. */
    greater(a: any, b: any): any;
    /** 1 where a <= b, else 0. */
    less_equal(a: any, b: any): any;
    /** 1 where a >= b, else 0. */
    greater_equal(a: any, b: any): any;
    /** 1 where they are the same, else 0. */
    equal(a: any, b: any): any;
    /** 1 where they are not the same, else 0. */
    not_equal(a: any, b: any): any;
    /** 1 where they differ by no more than 1e-8 and 1e-5 of b, else 0. */
    isclose(a: any, b: any): any;
    /** 1 where neither is 0, else 0. */
    logical_and(a: any, b: any): any;
    /** 1 where one is not 0, else 0. */
    logical_or(a: any, b: any): any;
    /** 1 where x is 0, else 0. */
    logical_not(x: any): any;

    // Functions, element by element.

    /** -x. */
    negative(x: any): any;
    /** The absolute value. */
    abs(x: any): any;
    /** As abs. */
    absolute(x: any): any;
    /** e to the power x. */
    exp(x: any): any;
    /** The natural logarithm. */
    log(x: any): any;
    /** The decimal logarithm. */
    log10(x: any): any;
    /** The binary logarithm. */
    log2(x: any): any;
    /** The square root. */
    sqrt(x: any): any;
    /** The square. */
    square(x: any): any;
    /** The sine. */
    sin(x: any): any;
    /** The cosine. */
    cos(x: any): any;
    /** The tangent. */
    tan(x: any): any;
    /** The arc sine. */
    arcsin(x: any): any;
    /** The arc cosine. */
    arccos(x: any): any;
    /** The arc tangent. */
    arctan(x: any): any;
    /** The hyperbolic sine. */
    sinh(x: any): any;
    /** The hyperbolic cosine. */
    cosh(x: any): any;
    /** The hyperbolic tangent. */
    tanh(x: any): any;
    /** The whole number below. */
    floor(x: any): any;
    /** The whole number above. */
    ceil(x: any): any;
    /** The nearest whole number, the even one of two. */
    rint(x: any): any;
    /** To so many digits behind the point. */
    round(x: any, digits?: number): any;
    /** -1, 0 or 1. */
    sign(x: any): any;
    /** Degrees in radians. */
    deg2rad(x: any): any;
    /** 1 where it is not a number, else 0. */
    isnan(x: any): any;
    /** 1 where it is neither infinite nor not a number, else 0. */
    isfinite(x: any): any;
    /** x, but no less than low and no more than high. */
    clip(x: any, low: number, high: number): any;

    // Sums and statistics, of all numbers or along an axis.

    /** The sum. */
    sum(x: any, options?: any): any;
    /** The product. */
    prod(x: any, options?: any): any;
    /** The mean. */
    mean(x: any, options?: any): any;
    /** The median. */
    median(x: any, options?: any): any;
    /** The variance, over the number of elements. */
    var(x: any, options?: any): any;
    /** The standard deviation, over the number of elements. */
    std(x: any, options?: any): any;
    /** The largest. */
    max(x: any, options?: any): any;
    /** The smallest. */
    min(x: any, options?: any): any;
    /** As max. */
    amax(x: any, options?: any): any;
    /** As min. */
    amin(x: any, options?: any): any;
    /** Where the largest is. */
    argmax(x: any, options?: any): any;
    /** Where the smallest is. */
    argmin(x: any, options?: any): any;
    /** Whether one is not 0. */
    any(x: any, options?: any): any;
    /** Whether none is 0. */
    all(x: any, options?: any): any;
    /** What q percent of the numbers lie below. */
    percentile(x: any, q: number): number;
    /** How often the numbers fall into bins, 10 or between edges, and the edges. */
    histogram(x: any, bins?: any): any;

    // Arrays as a whole.

    /** Sums of all elements up to each. */
    cumsum(x: any): any;
    /** Differences of neighbours. */
    diff(x: any): any;
    /** The integral by trapezes. */
    trapz(y: any, x?: any): number;
    /** Values at x, on straight lines between the points. */
    interp(x: any, xs: any, ys: any): any;
    /** The convolution: full, same or valid. */
    convolve(a: any, b: any, mode?: any): any;
    /** The inner product, or that of matrices. */
    dot(a: any, b: any): any;
    /** Arrays, one behind the other. */
    concatenate(lists: any): any;
    /** A copy of a with b behind it. */
    append(a: any, b: any): any;
    /** a where the condition holds, else b; without them the indices where it holds. */
    where(condition: any, a?: any, b?: any): any;
    /** The indices of what is not 0. */
    nonzero(x: any): any;
    /** Sets the elements of x for which the condition holds, to a number or to the numbers of an array in turn. */
    place(x: any, condition: any, values: any): any;
    /** How many numbers are not 0. */
    count_nonzero(x: any): any;
    /** Arrays as rows. */
    vstack(lists: any): any;
    /** The elements for which the condition holds. */
    compress(condition: any, x: any): any;
    /** A sorted copy. */
    sort(x: any): any;
    /** The indices that sort it. */
    argsort(x: any): any;
    /** All different values, sorted. */
    unique(x: any): any;
    /** The same numbers in rows and columns; -1 stands for as many as fit. */
    reshape(x: any, ...shape: any[]): any;
    /** All numbers in one row. */
    flatten(x: any): any;
    /** As flatten. */
    ravel(x: any): any;
    /** Rows as columns. */
    transpose(x: any): any;
    /** As transpose. */
    T(x: any): any;
    /** The number of elements along each axis. */
    shape(x: any): any;
    /** The number of axes. */
    ndim(x: any): number;
    /** The number of numbers. */
    size(x: any): number;
    /** A plain array. */
    tolist(x: any): any;
    /** Whether isclose holds everywhere. */
    allclose(a: any, b: any): boolean;
    /** Whether all numbers are the same. */
    array_equal(a: any, b: any): boolean;
    /** x: all numbers are of 64 bits. */
    astype(x: any, type?: any): any;
    /** x: all numbers are of 64 bits. */
    float64(x: any): any;
  }
}

/** The basics of numpy, for scripts that gneuron port has translated: the np of gneuron/python. */
declare module "gneuron/numpy" {
  const np: numpy.Numpy;
  export = np;
}
