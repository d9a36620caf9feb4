declare namespace n {
  /** The class of matrices. */
  interface MatrixClass {
    new (rows?: number, columns?: number, type?: number): Matrix;
    (rows?: number, columns?: number, type?: number): Matrix;
    readonly prototype: Matrix;
  }

  /**
   * A matrix of numbers. m.x[i][j] and getval(i, j) read an element. Methods that change it
   * give it again. Where a result is a Vector or a Matrix, it goes into one that is given, or
   * into a new one.
   */
  interface Matrix {
    /** Its rows: m.x[i][j]. */
    readonly x: number[][];
    /** Number of rows. */
    nrow(): number;
    /** Number of columns. */
    ncol(): number;
    /**
     * An element.
     * @throws RangeError for a row or column outside
     */
    getval(row: number, column: number): number;
    /** Sets an element and gives it. */
    setval(row: number, column: number, x: number): number;
    /** Changes its size; new elements are 0. */
    resize(rows: number, columns: number): Matrix;
    /** A copy. */
    c(): Matrix;
    /** Copies a block of rows and columns from (i, j), to (toI, toJ) of a matrix. */
    bcopy(i: number, j: number, rows: number, columns: number, into?: Matrix): Matrix;
    bcopy(i: number, j: number, rows: number, columns: number, toI: number, toJ: number, into?: Matrix): Matrix;
    /** Sets all elements to 0. */
    zero(): Matrix;
    /** Makes it the identity. */
    ident(): Matrix;
    /** Multiplies it by a number. */
    muls(x: number): Matrix;
    /** Adds a matrix of the same size. */
    add(other: Matrix): Matrix;
    /** A row. */
    getrow(i: number, into?: Vector): Vector;
    /** Sets a row, to one number or to a Vector. */
    setrow(i: number, x: number | Iterable<number>): Matrix;
    /** A column. */
    getcol(j: number, into?: Vector): Vector;
    /** Sets a column, to one number or to a Vector. */
    setcol(j: number, x: number | Iterable<number>): Matrix;
    /** A diagonal; k is 0 for the main one, greater above it. */
    getdiag(k: number, into?: Vector): Vector;
    /** Sets a diagonal, to one number or to a Vector. */
    setdiag(k: number, x: number | Iterable<number>): Matrix;
    /** The product with a Vector. */
    mulv(x: Iterable<number>, into?: Vector): Vector;
    /** The product with a matrix. */
    mulm(other: Matrix, into?: Matrix): Matrix;
    /** The transposed matrix. */
    transpose(into?: Matrix): Matrix;
    /** The inverse; an error for a singular matrix. */
    inverse(into?: Matrix): Matrix;
    /** The x of m x = b; an error for a singular matrix. */
    solv(b: Iterable<number>, ...into: (Vector | Flag)[]): Vector;
    /** The exponential. */
    exp(into?: Matrix): Matrix;
    /** A power, 0 or greater. */
    pow(power: number, into?: Matrix): Matrix;
    /** The determinant; with a reference the mantissa, and the exponent of ten in the reference. */
    det(exponent?: Ref): number;
    /** The eigenvalues of a symmetric matrix; the eigenvectors go into the columns of the one that is given. */
    symmeig(vectors?: Matrix): Vector;
    /** The eigenvalues of any square matrix, complex ones as a pair of conjugates: first those of the greatest real part, and of a pair the one with im > 0. NEURON has no such method. */
    eigenvalues(): { re: number; im: number }[];
    /** The singular values; the matrices that are given become u transposed and v transposed. */
    svd(u?: Matrix, v?: Matrix): Vector;
    /** The elements, column after column. */
    to_vector(into?: Vector): Vector;
    /** Sets the elements, column after column. */
    from_vector(numbers: Iterable<number>): Matrix;
    /** Prints it on standard output; C's format of an element, " %-8.3g", and what ends a row. */
    printf(format?: string, end?: string): number;
    /** How many elements of a row are not 0. */
    sprowlen(row: number): number;
    /** The k-th element of a row that is not 0; its column goes into the reference. */
    spgetrowval(row: number, k: number, column: Ref): number;
    /** Its class: Matrix. */
    toString(): string;
    /** An array of rows. */
    toJSON(): number[][];
  }
}
