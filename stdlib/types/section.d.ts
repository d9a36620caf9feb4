declare namespace n {
  /** Options of n.Section. */
  interface SectionOptions {
    /** Its name; a cell's name goes before it. */
    name?: string | null;
    /** The object that it belongs to, which names it: String(cell) + "." + name. */
    cell?: any;
    /** Number of segments, 1 to 32767; default 1. */
    nseg?: number;
    /** Length [um], default 100. */
    L?: number;
    /** Diameter [um], default 500. */
    diam?: number;
    /** Axial resistivity [ohm cm], default 35.4. */
    Ra?: number;
    /** Specific capacitance of the membrane [uF/cm2], default 1. */
    cm?: number;
    /** Number of equal branches that it stands for, default 1. */
    rallbranch?: number;
  }

  /** The object of a cell, which names its sections. */
  interface CellObject {
    /** Its name. */
    toString(): string;
  }

  /** The class of sections. */
  interface SectionClass {
    new (name?: string | null | SectionOptions, options?: SectionOptions): Section;
    new (name: string | null, cell: CellObject | null, options?: SectionOptions): Section;
    (name?: string | null | SectionOptions, options?: SectionOptions): Section;
    (name: string | null, cell: CellObject | null, options?: SectionOptions): Section;
    readonly prototype: Section;
  }

  /** The range variables that every place of a section has. */
  interface NodeVariables {
    /** Membrane potential [mV]. */
    v: number;
    /** Diameter [um]. */
    diam: number;
    /** Specific capacitance of the membrane [uF/cm2]. */
    cm: number;
    /** Capacitive current [mA/cm2]. */
    i_cap: number;
    /** Current through the membrane [nA], of which each step takes note after n.cvode.use_fast_imem(1). */
    i_membrane_: number;
  }

  /** The range variables of mechanisms with their suffix, gnabar_hh, and of ions, ena. */
  interface RangeVariables {}

  /**
   * An unbranched cable of nseg segments. soma(x) is its segment at x, from 0 to 1;
   * for (const seg of soma) goes through the segments. A range variable of the section,
   * such as soma.diam, soma.gnabar_hh or soma.ena, is read at 0.5 and written everywhere.
   * @example
   * const soma = n.Section("soma", { L: 20, diam: 20 });
   * const dend = n.Section("dend", { L: 300, diam: 2, nseg: 15 });
   * dend.connect(soma(1));
   * soma.insert(n.hh);
   * for (const seg of dend) console.log(seg.x, seg.area());
   */
  interface Section extends NodeVariables, RangeVariables, Iterable<Segment> {
    // Range variables of mechanisms of one's own.
    [own: `${string}_${string}`]: any;

    (x: number): Segment;
    /**
     * The segment at x, 0 to 1; as soma(x).
     * @throws RangeError for x outside 0 to 1
     */
    at(x: number): Segment;
    /** The segments with the two ends, at 0 and 1. */
    allseg(): Segment[];

    /**
     * Length [um], default 100; greater than 0.
     * @throws RangeError for what is not greater than 0
     */
    L: number;
    /**
     * Number of segments, 1 to 32767; default 1.
     * @throws RangeError for what is no whole number from 1 to 32767
     */
    nseg: number;
    /** Axial resistivity [ohm cm], default 35.4; greater than 0. */
    Ra: number;
    /** Number of equal branches that it stands for, default 1. */
    rallbranch: number;

    /**
     * Inserts a density mechanism, insert(n.hh) or insert("hh"), and gives the section.
     * @throws ReferenceError where there is no such density mechanism
     */
    insert(mechanism: MechanismName): Section;
    /** Takes a mechanism out and gives the section. */
    uninsert(mechanism: MechanismName): Section;
    /** Whether a mechanism is inserted. */
    has_membrane(mechanism: MechanismName): boolean;

    /**
     * Connects its end (0) to a place on the parent (1), and gives the section.
     * @throws ModelError where that would close a loop
     */
    connect(parent: Section, parentX?: number, end?: number): Section;
    connect(parent: Segment, end?: number): Section;
    /** Takes it off its parent and gives the section. */
    disconnect(): Section;
    /** Where it is connected, null for a root. */
    parentseg(): Segment | null;
    /** The place on the nearest ancestor that is not where the tree begins, or null: a section on soma(0) has a parent, but no true parent. */
    trueparentseg(): Segment | null;
    /** Which end is nearer to the root: 0 or 1. */
    orientation(): number;
    /** The sections connected to it. */
    children(): Section[];
    /** It and all below, depth first. */
    subtree(): Section[];
    /** All sections of its tree, depth first. */
    wholetree(): Section[];

    /** Number of 3-D points. */
    n3d(): number;
    /** x of a 3-D point [um]. */
    x3d(i: number): number;
    /** y of a 3-D point [um]. */
    y3d(i: number): number;
    /** z of a 3-D point [um]. */
    z3d(i: number): number;
    /** Diameter at a 3-D point [um]. */
    diam3d(i: number): number;
    /** Length up to a 3-D point [um]. */
    arc3d(i: number): number;
    /** Whether a 3-D point carries a spine, NEURON's mark by a negative diameter. */
    spine3d(i: number): boolean;
    /** Adds a 3-D point [um]; the points make L and diam. */
    pt3dadd(x: number, y: number, z: number, diam: number): void;
    /** Puts a 3-D point [um] before point i. */
    pt3dinsert(i: number, x: number, y: number, z: number, diam: number): void;
    /** Changes a 3-D point [um], or its diameter alone. */
    pt3dchange(i: number, x: number, y: number, z: number, diam: number): void;
    pt3dchange(i: number, diam: number): void;
    /**
     * Takes a 3-D point out.
     * @throws RangeError where there is no such point
     */
    pt3dremove(i: number): void;
    /** Takes all 3-D points out. */
    pt3dclear(): number;
    /** Whether the first 3-D point moves with the parent (style 1, with the place x, y, z it connects at). */
    pt3dstyle(style?: Flag): boolean;
    pt3dstyle(style: Flag, x: number, y: number, z: number): boolean;

    /** All of it as a plain object. */
    psection(): PSection;
    /** Its name. */
    name(): string;
    /** Its name. */
    hname(): string;
    /** Its name; `${soma}`. */
    toString(): string;
    /** Its name. */
    toJSON(): string;
    /** A name that no other section has. */
    hoc_internal_name(): string;
    /** true. */
    is_pysec(): boolean;
    /** Whether two names mean the same section. */
    same(other: unknown): boolean;
    /** The object that it belongs to, or null. */
    cell(): any;
    /** Makes it the currently accessed section, until n.pop_section(). */
    push(): Section;
    /** Removes it with all that sits on it. */
    delete(): void;
  }

  /**
   * A place on a section, soma(0.5): soma(0.5).v, soma(0.5).hh.gnabar, soma(0.5).gnabar_hh,
   * soma(0.5).ena; soma(0.5)._ref_v refers to a variable, for Vector.record. The same place
   * is the same object. for (const mech of seg) goes through its mechanisms.
   * @example
   * const soma = n.Section("soma");
   * soma.insert(n.hh);
   * soma(0.5).hh.gnabar = 0.1;
   * const v = n.Vector().record(soma(0.5)._ref_v);
   */
  interface Segment extends NodeVariables, Refs<NodeVariables>, RangeVariables, Refs<RangeVariables>, Mechanisms, Iterable<Mechanism> {
    // Range variables of mechanisms of one's own, and references to them.
    [own: `${string}_${string}`]: any;

    /** Its place on the section, 0 to 1. */
    readonly x: number;
    /** Its section. */
    readonly sec: Section;
    /** Membrane area [um2]. */
    area(): number;
    /** Axial resistance to its parent [Mohm]; 1e30 at the end where a tree begins. */
    ri(): number;
    /** Volume [um3]. */
    volume(): number;
    /** Its row in the equations of the model. */
    node_index(): number;
    /** The point processes at it. */
    point_processes(): PointProcess[];
    /** Whether two places lie in the same compartment. */
    equals(other: Segment): boolean;
    /** Its name: soma(0.5). */
    toString(): string;
    /** Its name: soma(0.5). */
    toJSON(): string;
  }

  /** What Section.psection() gives. */
  interface PSection {
    /** Point processes by class. */
    point_processes: Record<string, PointProcess[]>;
    /** Variables of density mechanisms, an element per segment. */
    density_mechs: Record<string, Record<string, any[]>>;
    /** Variables of ions, an element per segment. */
    ions: Record<string, Record<string, number[]>>;
    /** Lengths, 3-D points and the connection. */
    morphology: { L: number; diam: number[]; pts3d: number[][]; parent: Segment | null; trueparent: Segment | null };
    /** Number of segments. */
    nseg: number;
    /** Axial resistivity [ohm cm]. */
    Ra: number;
    /** Specific capacitance [uF/cm2], an element per segment. */
    cm: number[];
    /** Empty: gneuron has no rxd. */
    regions: any[];
    /** Empty: gneuron has no rxd. */
    species: any[];
    /** Name of the section. */
    name: string;
    /** A name that no other section has. */
    hoc_internal_name: string;
    /** The object that it belongs to, or null. */
    cell: any;
  }

  /**
   * A reference to a number, such as soma(0.5)._ref_v: for Vector.record, Vector.play,
   * n.NetCon and POINTER variables. A reference to what was deleted is an error to use.
   * @example
   * const soma = n.Section("soma");
   * const ref = soma(0.5)._ref_v;
   * ref.value = -70; // soma.v is -70 now
   */
  interface Ref {
    /** The number. It cannot be set where it is computed. */
    value: number;
    /** The number, as NEURON writes it. */
    0: number;
    /** The number. */
    valueOf(): number;
    /** Its name. */
    toString(): string;
    /** The number. */
    toJSON(): number;
  }

  /** A reference to a string, n.ref(""). */
  interface TextRef {
    /** The string. */
    value: string;
    /** The string, as NEURON writes it. */
    0: string;
    /** The string. */
    valueOf(): string;
    /** The string. */
    toString(): string;
    /** The string. */
    toJSON(): string;
  }
}
