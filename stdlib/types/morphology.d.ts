declare namespace n {
  /** Options of n.load_morphology. */
  interface MorphologyOptions {
    /** The object that gets the arrays of sections, soma, dend, ..., and all; under n without it. */
    into?: object | null;
    /** "swc" or "asc"; by the file without it. */
    format?: "swc" | "SWC" | "asc" | "ASC";
    /** No warnings of what had to be interpreted. */
    quiet?: Flag;
    /** An error instead of a warning for what has to be interpreted. */
    strict?: Flag;
  }

  /** What had to be interpreted in a file of a morphology. */
  interface Repair {
    /** The line, from 1. */
    line: number;
    /** What was done. */
    text: string;
  }

  /** What n.load_morphology gives. */
  interface ImportedMorphology {
    /** The file. */
    file: string;
    /** "SWC" or "ASC". */
    format: string;
    /** The sections by type: soma, axon, dend, apic, ... */
    sections: Record<string, Section[]>;
    /** All sections. */
    all: Section[];
    /** What had to be interpreted. */
    repairs: Repair[];
  }

  /** Options of n.save_morphology. */
  interface SaveMorphologyOptions {
    /** The sections of one cell; all without it. */
    sections?: Section | Iterable<Section>;
    /** Types of sections by name, as {trunk: 3}; soma, axon, dend, apic, dend_5 are known. */
    types?: Record<string, number>;
    /** No warnings of what the file cannot say. */
    quiet?: Flag;
    /** An error instead of a warning for what the file cannot say. */
    strict?: Flag;
  }

  /** What n.save_morphology gives. */
  interface SavedMorphology {
    /** The file. */
    file: string;
    /** The number of points in it. */
    points: number;
    /** What the file, or its readers, cannot say of the cell. */
    notes: string[];
  }

  /** The class of a reader of morphologies. */
  interface Import3dReaderClass {
    new (): Import3dReader;
    (): Import3dReader;
    readonly prototype: Import3dReader;
  }

  /** Reads the file of a morphology, for n.Import3d_GUI. */
  interface Import3dReader {
    /** Reads a file; an error where it is none of its format, with the line. */
    input(file: string): number;
    /** No warnings of what had to be interpreted; 0. */
    quiet: Flag;
    /** What kind of file it reads. */
    readonly filetype: string;
    /** What had to be interpreted. */
    readonly repairs: Repair[];
    /** 1 where something had to be interpreted, else 0. */
    readonly err: number;
    /** Its class. */
    toString(): string;
  }

  /** The class of Import3d_GUI. */
  interface Import3d_GUIClass {
    new (reader: Import3dReader, windows: 0 | false): Import3d_GUI;
    (reader: Import3dReader, windows: 0 | false): Import3d_GUI;
    readonly prototype: Import3d_GUI;
  }

  /** Makes sections of a morphology. */
  interface Import3d_GUI {
    /** Makes the sections: the object cell gets the arrays soma, dend, ..., and all; with null they are under n. */
    instantiate(cell: object | null): number;
    /** Its class. */
    toString(): string;
  }
}
