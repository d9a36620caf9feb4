declare namespace n {
  /** The class of Vectors. */
  interface VectorClass {
    new (size?: number, fill?: number): Vector;
    new (numbers: Iterable<number>): Vector;
    (size?: number, fill?: number): Vector;
    (numbers: Iterable<number>): Vector;
    readonly prototype: Vector;
  }

  /** A condition for elements: == != < <= > >= with one operand; () [] [) (] with two, the ends of a range. */
  type Condition = "==" | "!=" | "<" | "<=" | ">" | ">=" | "()" | "[]" | "[)" | "(]";

  /** A function of one number, or the name of one. */
  type NumberFunction = ((x: number) => number) | "sin" | "cos" | "atan" | "tanh" | "exp" | "log" | "log10" | "sqrt" | "abs" | "int" | "erf" | "erfc";

  /**
   * A growing array of numbers. v[i], v.at(-1), v.length; for (const x of v), [...v];
   * JSON.stringify(v) is an array. Methods that change it give it again, so that calls chain.
   * Where a Vector is an argument, an array or typed array does as well, unless it is written to.
   * @example
   * const soma = n.Section("soma");
   * const t = n.Vector().record(n._ref_t);
   * const v = n.Vector().record(soma(0.5)._ref_v);
   * n.finitialize(-65);
   * n.continuerun(10);
   * console.log(v.max(), t[v.max_ind()], v.at(-1));
   */
  interface Vector extends Iterable<number> {
    [index: number]: number;
    /** Number of elements; resize(n) changes it. */
    readonly length: number;
    /** The Vector itself, so that v.x[i] is v[i]. */
    readonly x: Vector;
    /** References to the elements: v._ref_x[i]. */
    readonly _ref_x: { readonly [index: number]: Ref };

    // Runs.

    /**
     * Records a number in the next run: after every step, every dt [ms], or at the times of a Vector.
     * @throws TypeError for a number in place of a reference: soma.v instead of soma(0.5)._ref_v
     */
    record(ref: Ref, when?: number | Vector | null): Vector;
    record(object: PointProcess, ref: Ref, when?: number | Vector | null): Vector;
    /**
     * Drives a number in the next run by its elements: at the times of a Vector, as steps or,
     * with continuous, along the lines between; or one every dt [ms].
     */
    play(ref: Ref, times: Vector | number, continuous?: Flag): Vector;
    play(object: PointProcess, ref: Ref, times: Vector | number, continuous?: Flag): Vector;
    /** Ends what is recorded into it and played from it. */
    play_remove(): Vector;
    /** As play_remove(). */
    delete(): Vector;

    // Elements.

    /** Number of elements. */
    size(): number;
    /**
     * Element i.
     * @throws RangeError for an index outside
     */
    get(i: number): number;
    /**
     * Sets element i.
     * @throws RangeError for an index outside
     */
    set(i: number, x: number): Vector;
    /** Element i, a negative one from the end; with two arguments a copy of the elements start to end, end included. */
    at(i: number): number;
    at(start: number, end: number): Vector;
    /** Changes the number of elements; new ones are 0. */
    resize(size: number): Vector;
    /** Takes all elements out. */
    clear(): Vector;
    /** Adds numbers, or the elements of Vectors, at the end. */
    append(...values: (number | Iterable<number>)[]): Vector;
    /** Puts numbers, or the elements of Vectors, before element i. */
    insrt(i: number, ...values: (number | Iterable<number>)[]): Vector;
    /**
     * Takes out the elements first to last.
     * @throws RangeError for an index outside
     */
    remove(first: number, last?: number): Vector;
    /** Sets all elements, or first to last, to x. */
    fill(x: number, first?: number, last?: number): Vector;
    /** 0, 1, 2, ... in all elements; with a step; from a start; or as many as reach from start to stop. */
    indgen(step?: number): Vector;
    indgen(start: number, step: number): Vector;
    indgen(start: number, stop: number, step: number): Vector;
    /** How much room it has; with n it makes room for so many elements. */
    buffer_size(n?: number): number;
    /** Its label; with a text it sets it. */
    label(text?: string): string;

    // Copies.

    /** A copy, of all or of the elements first to last. */
    c(first?: number, last?: number): Vector;
    /** A copy with the label. */
    cl(first?: number, last?: number): Vector;
    /** Copies from another: all; to a place; from first to last; both; with increments. With Vectors of indices those elements. */
    copy(source: Iterable<number>): Vector;
    copy(source: Iterable<number>, dest: number): Vector;
    copy(source: Iterable<number>, first: number, last: number): Vector;
    copy(source: Iterable<number>, dest: number, first: number, last: number, destStep?: number, sourceStep?: number): Vector;
    copy(source: Iterable<number>, from: Iterable<number>, dest?: Iterable<number>): Vector;
    /** A copy from start up to, not including, end, as of an array. */
    slice(start?: number, end?: number): Vector;
    /** An array of the elements. */
    toArray(): number[];
    /** An array of the elements. */
    to_python(): number[];
    /** An array of the elements. */
    toJSON(): number[];
    /** Takes the elements of an array. */
    from_python(numbers: Iterable<number>): Vector;
    /** Takes n numbers from a reference to an element on, v.from_double(3, w._ref_x[1]). */
    from_double(n: number, source: Ref | Iterable<number>): Vector;
    /** The memory of the Vector, not a copy, until it grows beyond it. */
    asFloat64Array(): Float64Array;
    /** As asFloat64Array(). */
    as_numpy(): Float64Array;

    // Statistics; each of all elements, or of first to last.

    /** The greatest element; an error for an empty Vector. */
    max(first?: number, last?: number): number;
    /** The least element; an error for an empty Vector. */
    min(first?: number, last?: number): number;
    /** The index of the greatest element. */
    max_ind(first?: number, last?: number): number;
    /** The index of the least element. */
    min_ind(first?: number, last?: number): number;
    /** The sum. */
    sum(first?: number, last?: number): number;
    /** The sum of squares. */
    sumsq(first?: number, last?: number): number;
    /** The mean. */
    mean(first?: number, last?: number): number;
    /** The median. */
    median(first?: number, last?: number): number;
    /** The standard deviation of a sample. */
    stdev(first?: number, last?: number): number;
    /** The variance of a sample. */
    var(first?: number, last?: number): number;
    /** The standard error of the mean. */
    stderr(first?: number, last?: number): number;
    /** The length as of an arrow: the square root of the sum of squares. */
    mag(): number;
    /**
     * The inner product.
     * @throws RangeError for a Vector of another size
     */
    dot(other: Iterable<number>): number;
    /** The mean of the squared differences, weighted where weights are given. */
    meansqerr(other: Iterable<number>, weights?: Iterable<number>): number;

    // Arithmetic.

    /**
     * Adds a number, or element by element.
     * @throws RangeError for a Vector of another size
     */
    add(x: number | Iterable<number>): Vector;
    /** Subtracts a number, or element by element. */
    sub(x: number | Iterable<number>): Vector;
    /** Multiplies by a number, or element by element. */
    mul(x: number | Iterable<number>): Vector;
    /** Divides by a number, or element by element. */
    div(x: number | Iterable<number>): Vector;
    /** A copy, with a number or Vector added. */
    plus(x: number | Iterable<number>): Vector;
    /** A copy, with a number or Vector subtracted. */
    minus(x: number | Iterable<number>): Vector;
    /** A copy, multiplied. */
    times(x: number | Iterable<number>): Vector;
    /** A copy, divided. */
    over(x: number | Iterable<number>): Vector;
    /** Scales its range to low ... high; gives the factor. */
    scale(low: number, high: number): number;
    /** The absolute values, of itself or of a source. */
    abs(source?: Iterable<number>): Vector;
    /** The largest whole numbers not above, of itself or of a source. */
    floor(source?: Iterable<number>): Vector;
    /** The natural logarithms, of itself or of a source. */
    log(source?: Iterable<number>): Vector;
    /** The decimal logarithms, of itself or of a source. */
    log10(source?: Iterable<number>): Vector;
    /** The square roots, of itself or of a source. */
    sqrt(source?: Iterable<number>): Vector;
    /** The hyperbolic tangents, of itself or of a source. */
    tanh(source?: Iterable<number>): Vector;
    /** Powers, of itself or of a source. */
    pow(power: number): Vector;
    pow(source: Iterable<number>, power: number): Vector;
    /** A sine wave in all elements: frequency [Hz], phase [radian], step [ms], 1. */
    sin(frequency: number, phase: number, dt?: number): Vector;
    /** f of each element, or of first to last; f is a function or the name of one. */
    apply(f: NumberFunction, first?: number, last?: number): Vector;
    /** The sum of f(x), from base 0, or JavaScript's reduce where f takes two or more arguments. */
    reduce(f: NumberFunction, base?: number, first?: number, last?: number): number;
    reduce<T>(f: (sum: T, x: number, i: number, v: Vector) => T, initial: T): T;
    reduce(f: (sum: number, x: number, i: number, v: Vector) => number): number;
    /** A new Vector of f(x, i, v). */
    map(f: (x: number, i: number, v: Vector) => number, self?: any): Vector;
    /** Calls f(x, i, v) for each element. */
    forEach(f: (x: number, i: number, v: Vector) => void, self?: any): void;

    /** Sets all elements, or start to end, to picks of a Random. */
    setrand(random: Random, start?: number, end?: number): Vector;
    /** Adds picks of a Random to all elements, or to start to end. */
    addrand(random: Random, start?: number, end?: number): Vector;

    // Search and order.

    /** The index of the first element for which a condition holds, -1 where none does. */
    indwhere(condition: Condition, x: number, y?: number): number;
    /** The indices of the elements, of itself or of a source, for which a condition holds. */
    indvwhere(condition: Condition, x: number, y?: number): Vector;
    indvwhere(source: Iterable<number>, condition: Condition, x: number, y?: number): Vector;
    /** The elements, of itself or of a source, for which a condition holds. */
    where(condition: Condition, x: number, y?: number): Vector;
    where(source: Iterable<number>, condition: Condition, x: number, y?: number): Vector;
    /** Whether x is among the elements, within 1e-11. */
    contains(x: number): boolean;
    /** Whether x is among the elements. */
    includes(x: number): boolean;
    /** 1 where all elements are equal, within 1e-11, else 0. */
    eq(other: Iterable<number>): number;
    /** A new Vector of the elements with these indices. */
    ind(indices: Iterable<number>): Vector;
    /** The elements of a source with these indices; one outside gives 0. */
    index(source: Iterable<number>, indices: Iterable<number>): Vector;
    index(indices: Iterable<number>): Vector;
    /** Sorts. */
    sort(): Vector;
    /** The indices that sort it, in a new Vector or in one that is given. */
    sortindex(into?: Vector): Vector;
    /** Turns the order round. */
    reverse(): Vector;
    /** Moves the elements right by n, those that leave coming in on the left; with a second argument zeros come in. */
    rotate(n: number, zeros?: number): Vector;

    // Signals and histograms.

    /** The derivative of itself or a source: step, default 1; method 1 (forward differences, one element fewer) or 2 (central, the default). */
    deriv(dx?: number, method?: number): Vector;
    deriv(source: Iterable<number>, dx?: number, method?: number): Vector;
    /** The running integral of itself or a source; step, 1. */
    integral(dx?: number): Vector;
    integral(source: Iterable<number>, dx?: number): Vector;
    /** Values at new places by straight lines between old ones: of itself, or of a source. */
    interpolate(x: Iterable<number>, oldX: Iterable<number>, source?: Iterable<number>): Vector;
    /** Sums of factor elements each, of itself or a source. */
    rebin(factor: number): Vector;
    rebin(source: Iterable<number>, factor: number): Vector;
    /** A source with factor times as many elements. */
    resample(source: Iterable<number>, factor: number): Vector;
    /** The median of each element and points (3) neighbours on either side, of itself or a source. */
    medfltr(points?: number): Vector;
    medfltr(source: Iterable<number>, points?: number): Vector;
    /** A histogram of a source: from start on, size bins of a width. */
    hist(source: Iterable<number>, start: number, size: number, width: number): Vector;
    /** A new Vector with a histogram from low to high; its first bin counts one width below low. */
    histogram(low: number, high: number, width: number): Vector;
    /** A histogram of a source smoothed by a Gaussian. */
    smhist(source: Iterable<number>, start: number, size: number, width: number, variance: number, weights?: Iterable<number>): Vector;
    /** A new Vector with the sum of Gaussians around the elements. */
    sumgauss(low: number, high: number, width: number, variance: number, weights?: Iterable<number>): Vector;
    /** The Fourier transform (1) or its inverse (-1) of itself or a source, filled up with zeros to a power of two. */
    fft(sign?: number): Vector;
    fft(source: Iterable<number>, sign?: number): Vector;
    /** The power spectrum of a source, in segments of a size. */
    spctrm(source: Iterable<number>, size?: number): Vector;
    /** The convolution of a source with a response; -1 undoes one. */
    convlv(source: Iterable<number>, response: Iterable<number>, sign?: number): Vector;
    /** Itself or a source, filtered. */
    filter(filter: Iterable<number>): Vector;
    filter(source: Iterable<number>, filter: Iterable<number>): Vector;
    /** The correlation of a source with another, or with itself. */
    correl(a: Iterable<number>, b?: Iterable<number>): Vector;
    /** 1 in each bin in which a source crosses a threshold from below, else 0; bin in elements, 1. */
    spikebin(source: Iterable<number>, threshold: number, bin?: number): Vector;
    /** Firing rates [Hz] from counts of spikes in bins of dt [ms] over trials; each bin takes neighbours in until there are size spikes. */
    psth(source: Iterable<number>, dt: number, trials: number, size: number): Vector;
    /** The mean of a source from pre elements before to post after the triggers; gives how many there were. */
    trigavg(source: Iterable<number>, triggers: Iterable<number>, pre: number, post: number): number;
    /** The potential [mV] of an integrate-and-fire cell that a current drives. */
    inf(current: Iterable<number>, dt: number, gl: number, el: number, cm: number, threshold: number, reset: number, refractory?: number): Vector;
    /**
     * Adapts parameters so that f(x, ...) comes near the elements: writes the fitted values,
     * sets the references and gives the mean square error. f is "line", "quad", "exp1", "exp2",
     * "charging", or a function (x, a, b, ...) => y; the references say where the search starts.
     */
    fit(fitted: Vector, f: "line" | "quad" | "exp1" | "exp2" | "charging" | ((x: number, ...parameters: number[]) => number), x: Iterable<number>, ...parameters: Ref[]): number;

    // Files.

    /** Prints the elements, or first to last, on standard output or to a File, as C's printf does; gives their number. */
    printf(format?: string, first?: number, last?: number): number;
    printf(first: number, last: number): number;
    printf(file: File, format?: string, first?: number, last?: number): number;
    printf(file: File, first: number, last: number): number;
    /** Writes it in binary, with its size; format 4 (the default) 64-bit numbers, 3 32-bit numbers, 1 and 2 scaled to 8 and 16 bits, 5 whole numbers of 32 bits. */
    vwrite(file: File, format?: number): number;
    /** Reads what vwrite wrote. */
    vread(file: File): number;
    /** Writes the elements, or first to last, in binary. */
    fwrite(file: File, first?: number, last?: number): number;
    /** Reads n numbers in binary, as many as it has elements without n; format as of vwrite. */
    fread(file: File, n?: number, format?: number): number;
    /** Reads numbers of a text: all; n; of a column of several; both. Gives their number. */
    scanf(file: File, n?: number): number;
    scanf(file: File, column: number, columns: number): number;
    scanf(file: File, n: number, column: number, columns: number): number;
    /** Reads numbers of a text until one that is end. */
    scantil(file: File, end: number, column?: number, columns?: number): number;

    /** Its name: Vector[0]. */
    hname(): string;
    /** Its name: Vector[0]. */
    toString(): string;

    /** Needs NEURON's Graph, which gneuron has not: plt.plot(v) draws. */
    plot(...args: any[]): never;
    /** Needs NEURON's Graph, which gneuron has not: plt.plot(v) draws. */
    line(...args: any[]): never;
    /** Needs NEURON's Graph, which gneuron has not: plt.plot(x, v, "o") draws. */
    mark(...args: any[]): never;
    /** Needs NEURON's Graph, which gneuron has not. */
    ploterr(...args: any[]): never;
  }
}
