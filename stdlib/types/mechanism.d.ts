declare namespace n {
  /** A mechanism by itself, n.hh, or by its name, "hh". */
  type MechanismName = MechanismToken | Mechanism | PointProcessClass<any> | string;

  /** The mechanisms by their names, as a segment has them: soma(0.5).hh. */
  interface Mechanisms {}

  /** The options of a point process: its variables. */
  type PointProcessOptions<T> = { [K in keyof T as K extends `_ref_${string}` ? never : T[K] extends number ? K : never]?: T[K] } & { sec?: Section };

  /**
   * The class of a point process or artificial cell, new being optional: n.IClamp(segment,
   * {delay: 5}), n.IClamp(x, {sec: soma}), n.NetStim({start: 5}). Without a place, loc(segment)
   * gives one later.
   */
  interface PointProcessClass<T> {
    new (place?: Segment | null, options?: PointProcessOptions<T>): T;
    new (x: number, options: PointProcessOptions<T> & { sec: Section }): T;
    new (options: PointProcessOptions<T>): T;
    (place?: Segment | null, options?: PointProcessOptions<T>): T;
    (x: number, options: PointProcessOptions<T> & { sec: Section }): T;
    (options: PointProcessOptions<T>): T;
    readonly prototype: T;
  }

  /** A point process or an artificial cell, such as n.IClamp(soma(0.5)). It lives until delete() or n.reset(). */
  interface PointProcess {
    /** The segment it is at, or null. */
    get_segment(): Segment | null;
    /** Whether it has a place. */
    has_loc(): boolean;
    /** Moves it: loc(segment), loc(x, {sec}). Gives x. */
    loc(place: Segment): number;
    loc(x: number, sec: Sec): number;
    /** Its place x; it pushes the section, as NEURON's does. An error where it has none. */
    get_loc(): number;
    /** Whether two names mean the same object. */
    same(other: unknown): boolean;
    /** Its name: IClamp[0]. */
    name(): string;
    /** Its name: IClamp[0]. */
    hname(): string;
    /** Its name: IClamp[0]. */
    toString(): string;
    /** Its name: IClamp[0]. */
    toJSON(): string;
    /** Removes it. */
    delete(): void;
  }

  /** A mechanism as such, n.hh or n.na_ion: for section.insert(n.hh). */
  interface MechanismToken {
    /** Inserts it into a section and gives the section. */
    insert(section: Section): Section;
    /** Takes it out of a section and gives the section. */
    uninsert(section: Section): Section;
    /** Whether it is an ion. */
    is_ion(): boolean;
    /** Its name. */
    name(): string;
  }

  /**
   * A mechanism at a segment, soma(0.5).hh, with its variables, references to them and its
   * FUNCTIONs and PROCEDUREs. for (const variable of mech) goes through its variables:
   * parameters, assigned, states.
   */
  interface Mechanism extends Iterable<RangeVariable> {
    /** Its name, hh. */
    name(): string;
    /** Whether it is an ion. */
    is_ion(): boolean;
    /** The segment. */
    segment(): Segment;
    /** Its name, hh. */
    toString(): string;
    /** Its variables as a plain object. */
    toJSON(): Record<string, number | number[]>;
  }

  /** A variable of a mechanism at a segment, from the iteration of a mechanism. */
  interface RangeVariable {
    /** The number, or the elements of an array. */
    value: any;
    /** Number of elements, 1 for a number. */
    readonly length: number;
    [index: number]: number;
    /** Its name: gnabar_hh. */
    name(): string;
    /** The mechanism. */
    mech(): Mechanism;
    /** Its name: gnabar_hh. */
    toString(): string;
    /** The number, or the elements of an array. */
    toJSON(): number | number[];
  }
}
