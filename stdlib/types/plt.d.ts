/** Figures, in the manner of pyplot or of Bokeh. */
declare const plt: plt.Plt;

declare namespace plt {
  /** Numbers to draw: an array, a typed array or a Vector. NaN, or null in an array, makes a gap. */
  type Data = Iterable<number | null>;

  /** Options of a line or of markers, by pyplot's and by Bokeh's names: widths and sizes are points by the first, pixels by the second. */
  interface SeriesOptions {
    /** Text of the legend. */
    label?: string;
    /** Text of the legend. */
    legend_label?: string;
    /** A colour: "red", "C0", "#1f77b4", "k", ... */
    color?: string;
    /** As color. */
    c?: string;
    /** As color. */
    line_color?: string;
    /** As color. */
    fill_color?: string;
    /** Opacity, above 0 to 1. */
    alpha?: number;
    /** As alpha. */
    line_alpha?: number;
    /** As alpha. */
    fill_alpha?: number;
    /** Width of the line, points. */
    linewidth?: number;
    /** Width of the line, points. */
    lw?: number;
    /** Width of the line, pixels. */
    line_width?: number;
    /** "-", "--", ":", "-." or "solid", "dashed", "dotted", "dashdot". */
    linestyle?: string;
    /** As linestyle. */
    ls?: string;
    /** As linestyle. */
    line_dash?: string;
    /** "o", "s", "^", "x", "+", ... or "circle", ... */
    marker?: string;
    /** Size of the markers, points. */
    markersize?: number;
    /** Size of the markers, points. */
    ms?: number;
    /** Size of the markers, pixels. */
    size?: number;
    /** Area of the markers, square points. */
    s?: number;
  }

  /** Rows of numbers of the same length, or a Matrix. */
  type Table = Iterable<Data>;

  /** Options of an area. */
  interface AreaOptions {
    /** Text of the legend. */
    label?: string;
    /** Text of the legend. */
    legend_label?: string;
    /** A colour: "red", "C0", "#1f77b4", "k", ... */
    color?: string;
    /** As color. */
    c?: string;
    /** As color. */
    facecolor?: string;
    /** As color. */
    fill_color?: string;
    /** Opacity, above 0 to 1. */
    alpha?: number;
    /** As alpha. */
    fill_alpha?: number;
  }

  /** Options of a line or stripe across the axes. */
  interface SpanOptions extends AreaOptions {
    /** Width of the line, points. */
    linewidth?: number;
    /** Width of the line, points. */
    lw?: number;
    /** "-", "--", ":", "-." or "solid", "dashed", "dotted", "dashdot". */
    linestyle?: string;
    /** As linestyle. */
    ls?: string;
  }

  /** Options of error bars. */
  interface ErrorOptions extends SeriesOptions {
    /** Errors of y: one, one per point, or [below, above]. */
    yerr?: number | Data | Data[];
    /** Errors of x: one, one per point, or [left, right]. */
    xerr?: number | Data | Data[];
    /** Colour, marker and line of the points, "o-". */
    fmt?: string;
    /** Length of the ends of the bars to each side, points, 3. */
    capsize?: number;
  }

  /** Options of an area with a line around it. */
  interface EdgeOptions extends AreaOptions {
    /** Colour of the line around; none without it. */
    edgecolor?: string;
    /** As edgecolor. */
    ec?: string;
    /** Width of the line around, points, 1. */
    linewidth?: number;
    /** As linewidth. */
    lw?: number;
  }

  /** Options of bars along y. */
  interface BarOptions extends EdgeOptions {
    /** Width of the bars, 0.8. */
    width?: number;
    /** Where the bars begin, 0. */
    bottom?: number | Data;
    /** Lengths of error bars: one, one per bar, or [below, above]. */
    yerr?: number | Data | Data[];
    /** Length of the ends of the error bars to each side, points, 3. */
    capsize?: number;
    /** Names of the bars. */
    tick_label?: string[];
  }

  /** Options of bars along x. */
  interface BarhOptions extends EdgeOptions {
    /** Height of the bars, 0.8. */
    height?: number;
    /** Where the bars begin, 0. */
    left?: number | Data;
    /** Lengths of error bars: one, one per bar, or [left, right]. */
    xerr?: number | Data | Data[];
    /** Length of the ends of the error bars to each side, points, 3. */
    capsize?: number;
    /** Names of the bars. */
    tick_label?: string[];
  }

  /** Options of boxes. */
  interface BoxOptions {
    /** Names of the boxes: 1, 2, ... */
    labels?: string[];
    /** As labels. */
    tick_labels?: string[];
    /** Where they stand: 1, 2, ... */
    positions?: Data;
    /** Their width, 0.5. */
    widths?: number;
    /** How far the whiskers reach beyond the box, in its heights, 1.5. */
    whis?: number;
    /** Whether what lies beyond is marked, true. */
    showfliers?: boolean;
    /** Colour of the boxes, black. */
    color?: string;
  }

  /** Options of areas on top of each other. */
  interface StackOptions {
    /** Texts of the legend. */
    labels?: string[];
    /** Colours. */
    colors?: string[];
    /** Opacity, above 0 to 1. */
    alpha?: number;
  }

  /** Options of markers. */
  interface ScatterOptions extends Omit<SeriesOptions, "c" | "color" | "s"> {
    /** A colour, one for each marker, or numbers that cmap makes colours of. */
    c?: string | string[] | Data;
    /** As c. */
    color?: string | string[] | Data;
    /** Area of the markers, square points; one, or one for each. */
    s?: number | Data;
    /** Colours of numbers in c, as of an image. */
    cmap?: string;
    /** The number of the first colour. */
    vmin?: number;
    /** The number of the last colour. */
    vmax?: number;
  }

  /** Options of streamlines. */
  interface StreamOptions {
    /** How close they come to each other: 1 lets about 30 stand side by side. */
    density?: number;
    /** Their colour. */
    color?: string;
    /** As color. */
    c?: string;
    /** Their width, points, 1.2. */
    linewidth?: number;
    /** As linewidth. */
    lw?: number;
    /** Opacity, above 0 to 1. */
    alpha?: number;
    /** Text of the legend. */
    label?: string;
  }

  /** Options of a histogram. */
  interface HistOptions extends EdgeOptions {
    /** The number of bins, 10, or their edges. */
    bins?: number | Data;
    /** [low, high], that of the data. */
    range?: Data;
    /** Whether the area of all bars is 1. */
    density?: boolean;
    /** Whether each bin counts those before it, too. */
    cumulative?: boolean;
    /** "bar"; "stepfilled" and "step" are one outline, filled or a line. */
    histtype?: "bar" | "stepfilled" | "step";
  }

  /** Options of a raster. */
  interface EventOptions extends SeriesOptions {
    /** The place of each train; a number is the distance between them, 1. */
    lineoffsets?: number | Data;
    /** Height of the strokes, 1. */
    linelengths?: number;
    /** Width of the strokes, points. */
    linewidths?: number;
    /** A colour, or one for each train. */
    colors?: string | string[];
  }

  /** Options of a field of arrows. */
  interface QuiverOptions extends AreaOptions {
    /** "uv": (1, 1) points to the upper right on the paper; "xy": along a step in the units of the axes. */
    angles?: "uv" | "xy";
    /** An arrow of length 1 is 1/scale of the width of the axes long, or of the unit of the axes; mean arrows do not overlap without. */
    scale?: number;
    /** "width" of the axes, or "xy", the units of the axes. */
    scale_units?: "width" | "xy";
    /** Width of the shafts as a part of that of the axes. */
    width?: number;
    /** What of an arrow is at its place. */
    pivot?: "tail" | "mid" | "middle" | "tip";
  }

  /** Options of the colours of an image. */
  interface ColorOptions {
    /** "viridis", "plasma", "inferno", "hot", "gray", "jet", "coolwarm", "PuOr", "kindlmann", "blackbody"; with "_r" reversed. */
    cmap?: string;
    /** The value of the first colour. */
    vmin?: number;
    /** The value of the last colour. */
    vmax?: number;
  }

  /** Options of contourf. */
  interface ContourOptions extends ColorOptions {
    /** The levels, or about how many round ones, 7. */
    levels?: number | Data;
    /** A colour for all, or one for each, in place of cmap. */
    colors?: string | string[];
    /** As colors. */
    color?: string;
  }

  /** Options of contour. */
  interface ContourLineOptions extends ContourOptions {
    /** Width of the lines, points. */
    linewidths?: number;
    /** As linewidths. */
    linewidth?: number;
    /** "-", "--", ...; solid, and dashed below 0 where all have one colour. */
    linestyles?: string;
    /** As linestyles. */
    linestyle?: string;
  }

  /** Options of imshow. */
  interface ImageOptions extends ColorOptions {
    /** [left, right, bottom, top] in the units of the axes. */
    extent?: Data;
    /** Where the first row is, "upper". */
    origin?: "upper" | "lower";
    /** "equal": cells are squares; "auto": the image fills the axes. */
    aspect?: "equal" | "auto";
  }

  /** Options of a shape. */
  interface ShapeOptions {
    /** A range variable ("v", "hh.m"), "section" for a colour for each, or a colour for all. */
    color?: string;
    /** Colours of the values, as of an image. */
    cmap?: string;
    /** The value of the first colour. */
    vmin?: number;
    /** The value of the last colour. */
    vmax?: number;
    /** Text beside the scale of colours: the variable. */
    label?: string;
    /** The plane of the paper, "xy". */
    view?: "xy" | "xz" | "yz" | "yx" | "zx" | "zy";
    /** Whether thick sections are thick, true. */
    diameters?: boolean;
    /** Whether electrodes, synapses and other point processes are marked, true. */
    marks?: boolean;
    /** What plt.record recorded: a page of HTML plays it. */
    movie?: Movie;
  }

  /** A variable of all segments over time. */
  interface Movie {
    /** The range variable. */
    variable: string;
    /** The times, ms. */
    t: Data;
    /** A Vector for each segment, section after section. */
    values: Iterable<Data>;
    /** The sections. */
    sections: n.Section[];
  }

  /** Options of a text. */
  interface TextOptions {
    /** A colour. */
    color?: string;
    /** Points, 10. */
    fontsize?: number;
    /** As fontsize. */
    size?: number;
    /** Which part is at x, "left". */
    ha?: "left" | "center" | "right";
    /** As ha. */
    horizontalalignment?: "left" | "center" | "right";
    /** Which part is at y, "bottom". */
    va?: "bottom" | "center" | "top";
    /** As va. */
    verticalalignment?: "bottom" | "center" | "top";
  }

  /** Options of a text about a place. */
  interface AnnotateOptions extends TextOptions {
    /** The place. */
    xy: Data;
    /** Where the text is; an arrow goes from it to xy. */
    xytext?: Data;
  }

  /** Options of the size of a figure. */
  interface SizeOptions {
    /** Pixels. */
    width?: number;
    /** Pixels. */
    height?: number;
    /** [width, height] in inches. */
    figsize?: Iterable<number>;
    /** Dots per inch, 96. */
    dpi?: number;
  }

  /** Options of plt.figure. */
  interface FigureOptions extends SizeOptions {
    /** The title. */
    title?: string;
    /** Text of the x axis. */
    x_axis_label?: string;
    /** Text of the y axis. */
    y_axis_label?: string;
    /** Scale of the x axis. */
    x_axis_type?: "linear" | "log";
    /** Scale of the y axis. */
    y_axis_type?: "linear" | "log";
    /** [low, high]; null leaves an end to the data. */
    x_range?: Iterable<number | null>;
    /** [low, high]; null leaves an end to the data. */
    y_range?: Iterable<number | null>;
  }

  /** Options of several axes. */
  interface SubplotOptions extends SizeOptions {
    /** Whether all axes, or those of a row or column, have the same range of x. */
    sharex?: boolean | "all" | "row" | "col" | "none";
    /** Whether all axes, or those of a row or column, have the same range of y. */
    sharey?: boolean | "all" | "row" | "col" | "none";
    /** Widths of the columns beside each other. */
    width_ratios?: Data;
    /** Heights of the rows beside each other. */
    height_ratios?: Data;
    /** width_ratios and height_ratios, too; distances follow from what is in the figure. */
    gridspec_kw?: { width_ratios?: Data; height_ratios?: Data; hspace?: number; wspace?: number };
  }

  /** Options of a file. */
  interface SaveOptions {
    /** Dots per inch of a PNG, 192. */
    dpi?: number;
    /** Whether there is no background. */
    transparent?: boolean;
    /** Colour of the background, white. */
    facecolor?: string;
    /** It always is. */
    bbox_inches?: "tight";
  }

  /** What holds for new figures: the size in inches, [7.5, 5], and the dots per inch of a PNG, 192. */
  type Params = Record<"figure.figsize", Iterable<number>> & Record<"figure.dpi", number>;

  /** Options of the marks of an x axis. */
  interface TickOptions {
    /** By how many degrees their labels are turned, -90 to 90, or "vertical". */
    rotation?: number | "vertical";
  }

  /** One of the lines around axes. */
  interface Spine {
    /** Shows or hides it: there are those at the left and at the bottom. */
    set_visible(on: boolean): void;
  }

  /** What set takes: each name calls the function set_name. */
  interface SetOptions {
    /** The title. */
    title?: string;
    /** Text of the x axis. */
    xlabel?: string;
    /** Text of the y axis. */
    ylabel?: string;
    /** [low, high] of x; null leaves an end to the data. */
    xlim?: Iterable<number | null>;
    /** [low, high] of y. */
    ylim?: Iterable<number | null>;
    /** Scale of the x axis. */
    xscale?: "linear" | "log";
    /** Scale of the y axis. */
    yscale?: "linear" | "log";
    /** Marks of the x axis. */
    xticks?: Data;
    /** Marks of the y axis. */
    yticks?: Data;
    /** Texts of the marks of the x axis. */
    xticklabels?: string[];
    /** Texts of the marks of the y axis. */
    yticklabels?: string[];
    /** How a unit of x is beside one of y. */
    aspect?: "equal" | "auto" | 1;
  }

  /** Options of a legend. */
  interface LegendOptions {
    /** "upper right", "lower left", "outside", ... */
    loc?: string;
    /** As loc. */
    location?: string;
  }

  /** What draws into axes: plt (into the present ones), a Figure and an Axes. R is what its functions give. */
  interface Drawing<R> {
    /**
     * Draws lines: plot(y), plot(x, y), plot(x, y, "ro--"), and several of them after each other.
     * @throws RangeError where x and y differ in length
     */
    plot(y: Data, options?: SeriesOptions): R;
    plot(y: Data, format: string, options?: SeriesOptions): R;
    plot(x: Data, y: Data, options?: SeriesOptions): R;
    plot(x: Data, y: Data, format: string, options?: SeriesOptions): R;
    plot(...series: (Data | string | SeriesOptions)[]): R;
    /** Draws a line. */
    line(x: Data, y: Data, options?: SeriesOptions): R;
    /** Draws markers, whose sizes and colours may differ. */
    scatter(x: Data, y: Data, options?: ScatterOptions): R;
    /** As scatter. */
    circle(x: Data, y: Data, options?: ScatterOptions): R;
    /** Draws several lines of one style. */
    multi_line(x: Data[], y: Data[], options?: SeriesOptions): R;
    /** Draws vertical lines at x, from ymin to ymax. */
    vlines(x: Data | number, ymin: Data | number, ymax: Data | number, options?: SeriesOptions): R;
    /** Draws horizontal lines at y, from xmin to xmax. */
    hlines(y: Data | number, xmin: Data | number, xmax: Data | number, options?: SeriesOptions): R;
    /** Draws points with error bars. */
    errorbar(x: Data, y: Data, options?: ErrorOptions): R;
    errorbar(x: Data, y: Data, yerr: number | Data | Data[] | null, options?: ErrorOptions): R;
    errorbar(x: Data, y: Data, yerr: number | Data | Data[] | null, xerr: number | Data | Data[] | null, options?: ErrorOptions): R;
    /** Fills what is between two curves over x, the second one 0 unless given, where the option says so. */
    fill_between(x: Data, y1: Data | number, options?: AreaOptions & { where?: Iterable<boolean | number> }): R;
    fill_between(x: Data, y1: Data | number, y2: Data | number, options?: AreaOptions & { where?: Iterable<boolean | number> }): R;
    /** Draws bars of a height at x, which may be names. */
    bar(x: Data | string[], height: Data | number, options?: BarOptions): R;
    /** Draws bars of a width at y, which may be names. */
    barh(y: Data | string[], width: Data | number, options?: BarhOptions): R;
    /** Draws a line from the bottom, 0, to each point, with a marker there. */
    stem(y: Data, options?: SeriesOptions & { bottom?: number }): R;
    stem(x: Data, y: Data, options?: SeriesOptions & { bottom?: number }): R;
    /** Draws the median, the quartiles and the extent of one list of numbers, or of each. */
    boxplot(x: Data | Data[], options?: BoxOptions): R;
    /** Fills areas on top of each other: each y begins where the one before ends. */
    stackplot(x: Data, y: Data | Data[], ...more: (Data | StackOptions)[]): R;
    /** Draws how often the values of x fall into bins. */
    hist(x: Data, options?: HistOptions): R;
    /** Draws a staircase: y holds up to its x ("pre"), from it on ("post") or around it ("mid"). */
    step(x: Data, y: Data, options?: SeriesOptions & { where?: "pre" | "post" | "mid" }): R;
    /** Draws a raster: a row of strokes for the times of one train, or of each. */
    eventplot(times: Data | Data[], options?: EventOptions): R;
    /** Draws a vertical line at x over the whole height. */
    axvline(x?: number, options?: SpanOptions): R;
    /** Draws a horizontal line at y over the whole width. */
    axhline(y?: number, options?: SpanOptions): R;
    /** Fills what is between two x over the whole height. */
    axvspan(low: number, high: number, options?: SpanOptions): R;
    /** Fills what is between two y over the whole width. */
    axhspan(low: number, high: number, options?: SpanOptions): R;
    /** Draws arrows (u, v) at (x, y), as of a phase plane: lists, or tables over the columns x and rows y. */
    quiver(u: Data | Table, v: Data | Table, options?: QuiverOptions): R;
    quiver(x: Data | Table, y: Data | Table, u: Data | Table, v: Data | Table, options?: QuiverOptions): R;
    /** Draws lines that follow a field (u, v) over the columns x and rows y, as the ways through a phase plane. */
    streamplot(x: Data | Table, y: Data | Table, u: Table, v: Table, options?: StreamOptions): R;
    /** Draws a table as coloured cells, the first row at the top. */
    imshow(z: Table, options?: ImageOptions): R;
    /** Draws a table as coloured cells over the columns x and rows y, which are centres or edges. */
    pcolormesh(z: Table, options?: ColorOptions): R;
    pcolormesh(x: Data | Table, y: Data | Table, z: Table, options?: ColorOptions): R;
    /** As pcolormesh. */
    pcolor(z: Table, options?: ColorOptions): R;
    pcolor(x: Data | Table, y: Data | Table, z: Table, options?: ColorOptions): R;
    /** Draws lines along which a table over the columns x and rows y has the same value. */
    contour(z: Table, options?: ContourLineOptions): R;
    contour(z: Table, levels: number | Data, options?: ContourLineOptions): R;
    contour(x: Data | Table, y: Data | Table, z: Table, options?: ContourLineOptions): R;
    contour(x: Data | Table, y: Data | Table, z: Table, levels: number | Data, options?: ContourLineOptions): R;
    /** Fills what lies between levels of a table with a colour each. */
    contourf(z: Table, options?: ContourOptions): R;
    contourf(z: Table, levels: number | Data, options?: ContourOptions): R;
    contourf(x: Data | Table, y: Data | Table, z: Table, options?: ContourOptions): R;
    contourf(x: Data | Table, y: Data | Table, z: Table, levels: number | Data, options?: ContourOptions): R;
    /** Writes the values on the lines of the last contour, in points, 8. */
    clabel(options?: { fontsize?: number; inline?: boolean }): R;
    clabel(drawn: Axes | void, options?: { fontsize?: number; inline?: boolean }): R;
    /** Puts a scale of the colours of the last image, of contours or of markers beside the axes; axes, which drawing gives, may stand first. */
    colorbar(options?: { label?: string; ax?: Axes }): R;
    colorbar(drawn: Axes | void, options?: { label?: string; ax?: Axes }): R;
    /** Draws sections as they lie in space, all of them without any; in HTML the shape turns and plays. */
    shape(options?: ShapeOptions): R;
    shape(sections: n.Section | Iterable<n.Section> | null, options?: ShapeOptions): R;
    /** Marks a place of the last shape with a sign such as "or". */
    mark(place: n.Segment, format?: string, options?: { label?: string }): R;
    mark(place: n.Segment, options?: { label?: string }): R;
    /** Writes a text at a place. */
    text(x: number, y: number, text: string, options?: TextOptions): R;
    /** Writes a text about a place, with an arrow to it if the text stands elsewhere. */
    annotate(text: string, options: AnnotateOptions): R;
    /** Draws lines over a logarithmic x axis; without lines makes it one. */
    semilogx(...series: (Data | string | SeriesOptions)[]): R;
    /** Draws lines over a logarithmic y axis; without lines makes it one. */
    semilogy(...series: (Data | string | SeriesOptions)[]): R;
    /** Draws lines over two logarithmic axes; without lines makes them so. */
    loglog(...series: (Data | string | SeriesOptions)[]): R;
    /** Makes the x axis logarithmic or linear. */
    xscale(scale: "linear" | "log"): R;
    /** Makes the x axis logarithmic or linear. */
    set_xscale(scale: "linear" | "log"): R;
    /** Makes the y axis logarithmic or linear. */
    yscale(scale: "linear" | "log"): R;
    /** Makes the y axis logarithmic or linear. */
    set_yscale(scale: "linear" | "log"): R;
    /** Puts the marks of the x axis, with their labels or the numbers. */
    xticks(places: Data, labels?: (string | number)[], options?: TickOptions): R;
    xticks(places: Data, options: TickOptions): R;
    xticks(options: TickOptions): R;
    /** Puts the marks of the x axis, with their labels or the numbers. */
    set_xticks(places: Data, labels?: (string | number)[], options?: TickOptions): R;
    set_xticks(places: Data, options: TickOptions): R;
    set_xticks(options: TickOptions): R;
    /** Labels the marks put before. */
    set_xticklabels(labels: (string | number)[]): R;
    /** Puts the marks of the y axis, with their labels or the numbers. */
    yticks(places: Data, labels?: (string | number)[]): R;
    /** Puts the marks of the y axis, with their labels or the numbers. */
    set_yticks(places: Data, labels?: (string | number)[]): R;
    /** Labels the marks put before. */
    set_yticklabels(labels: (string | number)[]): R;
    /** Turns the x axis around. */
    invert_xaxis(): R;
    /** Turns the y axis around. */
    invert_yaxis(): R;
    /** "equal" (or 1): a unit of x is as long as one of y, and the axes smaller for it; "auto". */
    set_aspect(aspect: "equal" | "auto" | number): R;
    /** [xlo, xhi, ylo, yhi]; "off" hides the axes; "equal": a unit of x is as long as one of y, by a wider range. */
    axis(what: "on" | "off" | "equal" | "auto" | number[]): R;
    /** Axes over the present ones, with the same x and a y axis at the right. */
    twinx(): Axes;
    /** Sets the title. */
    title(text: string): R;
    /** Sets the title. */
    set_title(text: string): R;
    /** Sets the text of the x axis. */
    xlabel(text: string): R;
    /** Sets the text of the x axis. */
    set_xlabel(text: string): R;
    /** Sets the text of the y axis. */
    ylabel(text: string): R;
    /** Sets the text of the y axis. */
    set_ylabel(text: string): R;
    /** Sets the ends of the x axis; null leaves one to the data. */
    xlim(low: number | null, high: number | null): R;
    xlim(ends: Iterable<number | null>): R;
    /** Sets the ends of the x axis; null leaves one to the data. */
    set_xlim(low: number | null, high: number | null): R;
    set_xlim(ends: Iterable<number | null>): R;
    /** Sets the ends of the y axis; null leaves one to the data. */
    ylim(low: number | null, high: number | null): R;
    ylim(ends: Iterable<number | null>): R;
    /** Sets the ends of the y axis; null leaves one to the data. */
    set_ylim(low: number | null, high: number | null): R;
    set_ylim(ends: Iterable<number | null>): R;
    /** Draws a grid, or with false none. */
    grid(on?: boolean): R;
    /** Shows a legend, or with false none; with labels for the lines; at a place. */
    legend(on?: boolean): R;
    legend(place: string | LegendOptions): R;
    legend(labels: string[], options?: LegendOptions): R;
    /** Sets several things at once: set({xlabel: "t (ms)"}) is set_xlabel("t (ms)"). */
    set(options: SetOptions): R;
    /** Turns the labels of the x axis. */
    tick_params(options: { axis?: "x" | "y" | "both"; rotation?: number; labelrotation?: number }): R;
    /** The lines around the axes, of which there are those at the left and at the bottom. */
    readonly spines: Record<"top" | "right" | "bottom" | "left", Spine>;
    /** Empties the axes. */
    cla(): R;
  }

  /**
   * plt itself: it draws into the present axes, and makes and shows figures.
   * @example
   * plt.figure({ width: 500, height: 300 });
   * plt.plot([0, 1, 2], [0, 1, 4], "o-", { label: "squares" });
   * plt.xlabel("x");
   * plt.legend();
   * plt.savefig("squares.png");
   */
  interface Plt extends Drawing<void> {
    /** Makes a figure, which is the present one from now on. */
    figure(options?: FigureOptions): Figure;
    /** Makes a figure with rows and columns of axes: [figure, axes], the axes being one, an array, or an array of rows. */
    subplots(rows?: 1, columns?: 1, options?: SubplotOptions): [Figure, Axes];
    subplots(options: SubplotOptions): [Figure, Axes];
    subplots(rows: number, options?: SubplotOptions): [Figure, Axes[]];
    subplots(rows: number, columns: 1, options?: SubplotOptions): [Figure, Axes[]];
    subplots(rows: 1, columns: number, options?: SubplotOptions): [Figure, Axes[]];
    subplots(rows: number, columns: number, options?: SubplotOptions): [Figure, any];
    /**
     * Writes the present figure to a file: PNG, SVG, PDF or HTML (a page that zooms) by its ending.
     * @throws RangeError for another ending
     */
    savefig(path: string, options?: SaveOptions): void;
    /** Shows a figure, or all that were made: in the terminal or notebook, with run --open in the browser; a script writes them beside itself and tells the path. */
    show(figure?: Figure | null): void;
    /** The form in which show() and a notebook show figures from now on: "html", which zooms ("html" in a notebook without this), "png" (beside a script) or "svg". Gives the form. Also the environment variable GNEURON_FIGURES of a kernel. */
    backend(form?: "html" | "png" | "svg"): string;
    /** Makes axes in a cell of a grid, counted from 1, or 211 for 2, 1, 1, and draws on them from now on. */
    subplot(place?: number): Axes;
    subplot(rows: number, columns: number, cell: number | [number, number]): Axes;
    /** Makes a figure with axes for each letter of a picture of them, "AAB;CCB", or rows of names: [figure, {A, B, C}]; a dot leaves a place free. */
    subplot_mosaic(rows: string | (string | string[])[], options?: Omit<SubplotOptions, "sharex" | "sharey">): [Figure, Record<string, Axes>];
    /** Makes axes in a cell [row, column] of a grid [rows, columns], counted from 0, and draws on them from now on. */
    subplot2grid(grid: [number, number], cell: [number, number], options?: { rowspan?: number; colspan?: number }): Axes;
    /** What holds for new figures: plt.rcParams["figure.figsize"] = [6, 3]. */
    readonly rcParams: Params;
    /** Empties the present figure. */
    clf(): void;
    /** A title over all axes. */
    suptitle(text: string): void;
    /** Draws on these axes from now on. */
    sca(axes: Axes): void;
    /** Records a range variable of all segments every dt (0.1 ms), for the movie of a shape. Call it before the run. */
    record(variable: string, options?: { sections?: n.Section | Iterable<n.Section>; dt?: number }): Movie;
    /** The present figure. */
    gcf(): Figure;
    /** The present axes. */
    gca(): Axes;
    /** Forgets the present figure, one, or "all". */
    close(figure?: Figure | "all"): void;
    /** Figures always are. */
    tight_layout(...options: any[]): void;
    /** Figures fit what is in them. */
    subplots_adjust(...options: any[]): void;
  }

  /** A figure. It draws into its first axes. */
  interface Figure extends Drawing<Figure> {
    /** Pixels. */
    readonly width: number;
    /** Pixels. */
    readonly height: number;
    /** Its axes, row after row. */
    readonly axes: Axes[];
    /** Writes it to a file: PNG, SVG, PDF or HTML (a page that zooms) by its ending. */
    savefig(path: string, options?: SaveOptions): void;
    /** Makes axes in a cell of a grid, counted from 1, over several from [first, last], or 211 for 2, 1, 1. */
    add_subplot(place?: number): Axes;
    add_subplot(rows: number, columns: number, cell: number | [number, number]): Axes;
    /** A title over all axes. */
    suptitle(text: string): Figure;
    /** Figures always are. */
    tight_layout(...options: any[]): Figure;
    /** Figures fit what is in them. */
    subplots_adjust(...options: any[]): Figure;
    /** Its size in inches: two numbers, or [width, height]. */
    set_size_inches(width: number | Iterable<number>, height?: number): Figure;
    /** Shows it as plt.show does. */
    show(): void;
  }

  /** A pair of axes of a figure. */
  interface Axes extends Drawing<Axes> {}
}
