declare namespace n {
  /** The class of SectionLists. */
  interface SectionListClass {
    new (sections?: Iterable<Section> | null): SectionList;
    (sections?: Iterable<Section> | null): SectionList;
    readonly prototype: SectionList;
  }

  /**
   * A list of sections, in order; for (const sec of list) goes through it.
   * @example
   * const soma = n.Section("soma");
   * const dend = n.Section("dend").connect(soma(1));
   * const tree = n.SectionList();
   * tree.wholetree(dend);
   * for (const sec of tree) console.log(sec.name());
   */
  interface SectionList extends Iterable<Section> {
    /** Number of sections. */
    readonly length: number;
    /** Adds sections. */
    append(...sections: Section[]): number;
    append(sec: { sec: Section }): number;
    /** Adds the children of a section. */
    children(...sections: Section[]): number;
    children(sec: { sec: Section }): number;
    /** Adds a section and all below it, generation by generation. */
    subtree(...sections: Section[]): number;
    subtree(sec: { sec: Section }): number;
    /** Adds all sections of a section's tree, generation by generation. */
    wholetree(...sections: Section[]): number;
    wholetree(sec: { sec: Section }): number;
    /** Adds all sections without a parent. */
    allroots(): number;
    /** Takes out a section, or all of a list; gives how many. A warning for one that is not in it. */
    remove(sections?: SectionList | Sec): number;
    /** Takes out what is in the list before; gives how many. */
    unique(): number;
    /** Whether a section is in it. */
    contains(sec?: Sec): boolean;
    /** Prints the names. */
    printnames(): number;
    /** Its class: SectionList. */
    toString(): string;
  }

  /** The class of Lists. */
  interface ListClass {
    new <T = any>(className?: string | null): List<T>;
    <T = any>(className?: string | null): List<T>;
    readonly prototype: List<any>;
  }

  /**
   * A list of any objects, or, made with the name of a class, of all objects of that class.
   * @example
   * const soma = n.Section("soma");
   * n.IClamp(soma(0.5));
   * console.log(n.List("IClamp").count()); // 1
   */
  interface List<T = any> extends Iterable<T> {
    // Object i, counted from the end where i is negative; an error for one that is not there.
    [index: number]: T;
    /** Number of objects. */
    readonly length: number;
    /** Number of objects. */
    count(): number;
    /** Object i. */
    o(i: number): T;
    /** Object i. */
    object(i: number): T;
    /** Adds objects at the end; gives the length. */
    append(...objects: T[]): number;
    /** Adds an object at the start; gives the length. */
    prepend(object: T): number;
    /** Puts an object before object i; gives the length. */
    insrt(i: number, object: T): number;
    /** Takes object i out; gives the length. */
    remove(i: number): number;
    /** Takes all out. */
    remove_all(): number;
    /** The place of an object, -1 where it is not in the list. */
    index(object: unknown): number;
    /** Its class: List. */
    toString(): string;
  }

  /** The class of SectionRefs. */
  interface SectionRefClass {
    new (section?: Sec): SectionRef;
    (section?: Sec): SectionRef;
    readonly prototype: SectionRef;
  }

  /**
   * A section, and the sections around it.
   * @example
   * const soma = n.Section("soma");
   * const dend = n.Section("dend").connect(soma(1));
   * const ref = n.SectionRef({ sec: dend });
   * console.log(ref.parent.name(), ref.nchild());
   */
  interface SectionRef {
    /** The section. */
    readonly sec: Section;
    /** Its parent; an error where it has none. */
    readonly parent: Section;
    /** The nearest ancestor that it does not join where the tree begins; an error where there is none. */
    readonly trueparent: Section;
    /** The root of its tree. */
    readonly root: Section;
    /** Its children: ref.child[i]. */
    readonly child: readonly Section[];
    /** Number of children. */
    nchild(): number;
    /** Whether it has a parent. */
    has_parent(): boolean;
    /** Whether it has a true parent. */
    has_trueparent(): boolean;
    /** Whether it is the currently accessed section. */
    is_cas(): boolean;
    /** Whether it still exists. */
    exists(): boolean;
    /** Refused: for sections that HOC has made. */
    rename(...args: any[]): never;
    /** Refused: for sections that HOC has made. */
    unname(...args: any[]): never;
    /** Its class: SectionRef. */
    toString(): string;
  }

  /** The class of PtrVectors. */
  interface PtrVectorClass {
    new (size: number): PtrVector;
    (size: number): PtrVector;
    readonly prototype: PtrVector;
  }

  /**
   * References to numbers that are read and written together. At first they lead to numbers of their own, which are 0.
   * @example
   * const [a, b] = [n.Section("a"), n.Section("b")];
   * const pointers = n.PtrVector(2);
   * [a, b].forEach((sec, i) => pointers.pset(i, sec(0.5)._ref_v));
   * const v = n.Vector(2);
   * n.finitialize(-65);
   * pointers.gather(v);
   */
  interface PtrVector {
    /** Number of references. */
    readonly length: number;
    /** Number of references. */
    size(): number;
    /** Changes the number of references, at least 1, and gives it. */
    resize(size: number): number;
    /** Sets reference i, and gives the number that it leads to. */
    pset(i: number, ref: Ref): number;
    /** The number behind reference i. */
    getval(i: number): number;
    /** Sets the number behind reference i, and gives it. */
    setval(i: number, x: number): number;
    /** Writes the elements of a Vector of the same size to the numbers. */
    scatter(values: Vector): number;
    /** Reads the numbers into a Vector of the same size. */
    gather(into: Vector): number;
    /** Its label; with a text it sets it. */
    label(text?: string | TextRef): string;
    /** Never called: references stay right when memory moves. */
    ptr_update_callback(fn: Callback): number;
    /** Needs NEURON's Graph, which gneuron has not: gather(vector), then plt.plot(vector). */
    plot(...args: any[]): never;
    /** Its class: PtrVector. */
    toString(): string;
  }
}
