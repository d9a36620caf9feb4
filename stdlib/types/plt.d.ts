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
    /** [low, high]; null leaves an end to the data. */
    x_range?: Iterable<number | null>;
    /** [low, high]; null leaves an end to the data. */
    y_range?: Iterable<number | null>;
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
    /** Draws lines: plot(y), plot(x, y), plot(x, y, "ro--"), and several of them after each other. */
    plot(y: Data, options?: SeriesOptions): R;
    plot(y: Data, format: string, options?: SeriesOptions): R;
    plot(x: Data, y: Data, options?: SeriesOptions): R;
    plot(x: Data, y: Data, format: string, options?: SeriesOptions): R;
    plot(...series: (Data | string | SeriesOptions)[]): R;
    /** Draws a line. */
    line(x: Data, y: Data, options?: SeriesOptions): R;
    /** Draws markers. */
    scatter(x: Data, y: Data, options?: SeriesOptions): R;
    /** Draws vertical lines at x, from ymin to ymax. */
    vlines(x: Data | number, ymin: Data | number, ymax: Data | number, options?: SeriesOptions): R;
    /** Draws horizontal lines at y, from xmin to xmax. */
    hlines(y: Data | number, xmin: Data | number, xmax: Data | number, options?: SeriesOptions): R;
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
  }

  /** plt itself: it draws into the present axes, and makes and shows figures. */
  interface Plt extends Drawing<void> {
    /** Makes a figure, which is the present one from now on. */
    figure(options?: FigureOptions): Figure;
    /** Makes a figure with rows and columns of axes: [figure, axes], the axes being one, an array, or an array of rows. */
    subplots(rows?: 1, columns?: 1, options?: SizeOptions): [Figure, Axes];
    subplots(options: SizeOptions): [Figure, Axes];
    subplots(rows: number, options?: SizeOptions): [Figure, Axes[]];
    subplots(rows: number, columns: 1, options?: SizeOptions): [Figure, Axes[]];
    subplots(rows: 1, columns: number, options?: SizeOptions): [Figure, Axes[]];
    subplots(rows: number, columns: number, options?: SizeOptions): [Figure, any];
    /** Writes the present figure to a file: PNG, SVG or PDF by its ending. */
    savefig(path: string, options?: { dpi?: number }): void;
    /** Writes a figure, or all that were made, beside the script, and tells the path. */
    show(figure?: Figure | null): void;
    /** The present figure. */
    gcf(): Figure;
    /** The present axes. */
    gca(): Axes;
    /** Forgets the present figure, one, or "all". */
    close(figure?: Figure | "all"): void;
    /** Figures always are. */
    tight_layout(): void;
  }

  /** A figure. It draws into its first axes. */
  interface Figure extends Drawing<Figure> {
    /** Pixels. */
    readonly width: number;
    /** Pixels. */
    readonly height: number;
    /** Its axes, row after row. */
    readonly axes: Axes[];
    /** Writes it to a file: PNG, SVG or PDF by its ending. */
    savefig(path: string, options?: { dpi?: number }): void;
    /** Writes it beside the script, and tells the path. */
    show(): void;
  }

  /** A pair of axes of a figure. */
  interface Axes extends Drawing<Axes> {}
}
