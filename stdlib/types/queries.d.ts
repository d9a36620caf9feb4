declare namespace n {
  /** The class of MechanismTypes. */
  interface MechanismTypeClass {
    new (kind: 0 | 1): MechanismType;
    (kind: 0 | 1): MechanismType;
    readonly prototype: MechanismType;
  }

  /** The density mechanisms and ions, or the point processes and artificial cells, that there are. One of them is selected. */
  interface MechanismType {
    /** How many there are. */
    count(): number;
    /** Selects one, by its number from 0 or its name. */
    select(which: number | string): number;
    /** The number of the selected one; with n.ref("") it puts its name there, too. */
    selected(into?: TextRef): number;
    /** The name of the selected one. */
    name(): string;
    /** Inserts the selected mechanism into a section, or makes the selected point process, with a place and options as its class takes them. */
    make(...args: any[]): any;
    /** Takes the selected mechanism out of a section. */
    remove(sec?: Sec): number;
    /** Whether number i is an artificial cell. */
    is_artificial(i: number): boolean;
    /** Whether number i can be the target of a NetCon. */
    is_netcon_target(i: number): boolean;
    /** Whether number i can be the source of a NetCon by itself. */
    has_net_event(i: number): boolean;
    /** Whether number i is an ion. */
    is_ion(i: number): boolean;
    /** The newest point process of the selected type in a section, or null; pp_next goes on. */
    pp_begin(sec?: Sec): PointProcess | null;
    /** The next point process, or null. */
    pp_next(): PointProcess | null;
    /** The number of the selected one among all mechanisms. */
    internal_type(): number;
    /** The file that the selected one came from. */
    file(): string;
    /** The text of that file; an error for a built-in mechanism. */
    code(): string;
    /** Refused: there are no windows. */
    menu(...args: any[]): never;
    /** Refused: there are no windows. */
    action(...args: any[]): never;
    /** Its class: MechanismType. */
    toString(): string;
  }

  /** The class of MechanismStandards. */
  interface MechanismStandardClass {
    new (mechanism: MechanismName | object, kind?: -1 | 0 | 1 | 2 | 3): MechanismStandard;
    (mechanism: MechanismName | object, kind?: -1 | 0 | 1 | 2 | 3): MechanismStandard;
    readonly prototype: MechanismStandard;
  }

  /**
   * Values for the variables of a mechanism of one kind: 1 (the default) PARAMETER, 2 ASSIGNED, 3 STATE, 0 all of these; -1 the names of GLOBALs.
   * @example
   * const standard = n.MechanismStandard("hh");
   * standard.set("gnabar_hh", 0.2);
   * const soma = n.Section("soma").insert("hh");
   * standard.out(soma);
   */
  interface MechanismStandard {
    /** How many variables there are. */
    count(): number;
    /** The name of variable i, of the mechanism without i; with n.ref("") it puts it there and gives the size of the variable. */
    name(i?: number): string;
    name(into: TextRef, i?: number): number;
    /** The value of a variable, or of element k of an array. */
    get(name: string | TextRef, k?: number): number;
    /** Sets the value of a variable, or of element k of an array. */
    set(name: string | TextRef, x: number, k?: number): number;
    /** Copies values from a section (its first segment), a segment, a point process or another MechanismStandard. */
    in(from?: MechanismStandard | PointProcess | Segment | Sec): number;
    in(x: number, sec: Sec): number;
    /** Copies values to a section (all segments), a segment, a point process or another MechanismStandard. */
    out(to?: MechanismStandard | PointProcess | Segment | Sec): number;
    out(x: number, sec: Sec): number;
    /** Refused: there are no windows. */
    panel(...args: any[]): never;
    /** Refused: there are no windows. */
    action(...args: any[]): never;
    /** Refused: there are no windows. */
    save(...args: any[]): never;
    /** Its class: MechanismStandard. */
    toString(): string;
  }

  /** The class of RangeVarPlots. */
  interface RangeVarPlotClass {
    new (variable: string | ((x: number, segment: Segment) => number), begin?: Segment | null, end?: Segment | null): RangeVarPlot;
    (variable: string | ((x: number, segment: Segment) => number), begin?: Segment | null, end?: Segment | null): RangeVarPlot;
    readonly prototype: RangeVarPlot;
  }

  /**
   * A range variable, or a function of the place, along the path between two segments.
   * Positions are 0 where the path is nearest to the root, and negative before it. For the
   * function, the section is the currently accessed one.
   * @example
   * const soma = n.Section("soma");
   * const dend = n.Section("dend", { nseg: 5 }).connect(soma(1));
   * const path = n.RangeVarPlot("v", soma(0), dend(1));
   * n.finitialize(-65);
   * const v = path.vector(); // one value for each segment on the way
   */
  interface RangeVarPlot {
    /** Sets where the path begins. */
    begin(place: Segment): number;
    begin(x: number, sec: Sec): number;
    /** Sets where the path ends. */
    end(place: Segment): number;
    end(x: number, sec: Sec): number;
    /** Sets what is added to all positions [um]. */
    origin(x: number): number;
    /** Position of the beginning [um]. */
    left(): number;
    /** Position of the end [um]. */
    right(): number;
    /** Writes the values, and the positions [um], into Vectors; gives how many. */
    to_vector(values: Vector, positions?: Vector): number;
    /** Sets the variable along the path from a Vector as to_vector fills it. */
    from_vector(values: Vector): number;
    /** The values in a new Vector. */
    vector(): Vector;
    /** The sections of the path; with a SectionList it adds them to it. */
    list(): SectionList;
    list(into: SectionList): number;
    /** Refused: plt.plot has a color. */
    color(...args: any[]): never;
    /** Refused: n.distance gives the distance of two places. */
    d2root(...args: any[]): never;
    /** Draws it with plt, a figure or axes, in the manner of plot. */
    plot(target: plt.Plt): void;
    plot(target: plt.Plt, format: string | plt.SeriesOptions, options?: plt.SeriesOptions): void;
    plot<T extends plt.Figure | plt.Axes>(target: T, format?: string | plt.SeriesOptions, options?: plt.SeriesOptions): T;
    /** Its class: RangeVarPlot. */
    toString(): string;
  }

  /** The class of PlotShapes. */
  interface PlotShapeClass {
    new (sections?: SectionList | Section[] | boolean, show?: boolean): PlotShape;
    (sections?: SectionList | Section[] | boolean, show?: boolean): PlotShape;
    readonly prototype: PlotShape;
  }

  /**
   * A picture of sections as they lie in space; plt.shape is the shorter way.
   * @example
   * n.Section("soma", { L: 20, diam: 20 });
   * n.PlotShape(false).plot(plt);
   * plt.savefig("cell.png");
   */
  interface PlotShape {
    /** The range variable that colours the sections, or sets it. */
    variable(): string;
    variable(name: string): number;
    /** Sets the values at the ends of the colours, -80 and 40. */
    scale(low: number, high: number): number;
    /** Shows diameters (0) or lines (1, 2). */
    show(mode: number): number;
    /** Draws it into a new figure of plt, or into axes, which it gives. */
    plot(target: plt.Plt | plt.Axes, options?: { cmap?: string; color?: string; label?: string; view?: "xy" | "xz" | "yz" | "yx" | "zx" | "zy"; movie?: plt.Movie }): plt.Axes;
    /** Its class: PlotShape. */
    toString(): string;
  }
}
