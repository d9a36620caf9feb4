declare namespace n {
  /** The class of Files. */
  interface FileClass {
    new (path?: string | TextRef | null): File;
    (path?: string | TextRef | null): File;
    readonly prototype: File;
  }

  /**
   * A file that is read or written piece by piece. One to write lies in the working directory;
   * one to read there or beside the script. (fs.readText and fs.writeText take a file as a whole.)
   */
  interface File {
    /** Opens it to read, the file of before without a path. 1, or 0 when it cannot be opened. */
    ropen(path?: string | TextRef): number;
    /** Opens it to write anew. 1, or 0 when it cannot be opened. */
    wopen(path?: string | TextRef): number;
    /** Opens it to append. 1, or 0 when it cannot be opened. */
    aopen(path?: string | TextRef): number;
    /** Closes it. */
    close(): number;
    /** 1 while it is open, else 0. */
    isopen(): number;
    /** 1 when there is nothing more to read, else 0. */
    eof(): number;
    /** Writes out what is buffered. */
    flush(): number;
    /** Writes as C's printf does: file.printf("%d %8.3f %s\n", i, x, text). */
    printf(format: string | TextRef, ...values: (number | string | TextRef)[]): number;
    /** The next number; words that are none are skipped. An error at the end. */
    scanvar(): number;
    /** The next word, null when there is none; with n.ref("") it puts it there and gives its length, or -1. */
    scanstr(): string | null;
    scanstr(into: TextRef): number;
    /** The next line with its end, null when there is none; with n.ref("") it puts it there and gives its length, or -1. */
    gets(): string | null;
    gets(into: TextRef): number;
    /** Goes to a place in bytes, from the start (0), the present place (1) or the end (2). 0 when it could. */
    seek(offset?: number, origin?: number): number;
    /** The place in bytes. */
    tell(): number;
    /** Its path. */
    getname(into?: TextRef): string;
    /** Empty: there are no windows to choose a folder in. */
    dir(into?: TextRef): string;
    /** Makes an empty file with a new name. */
    mktemp(): number;
    /** Removes the file. 1 when it could. */
    unlink(): number;
    /** Closes it. */
    delete(): void;
    /** Refused: there are no windows. */
    chooser(...args: any[]): never;
    /** Refused: use vector.vwrite(file). */
    vwrite(...args: any[]): never;
    /** Refused: use vector.vread(file). */
    vread(...args: any[]): never;
    /** Its class: File. */
    toString(): string;
  }

  /** The class of StringFunctions. */
  interface StringFunctionsClass {
    new (): StringFunctions;
    (): StringFunctions;
    readonly prototype: StringFunctions;
  }

  /**
   * What HOC does with strings, for scripts that are taken over: JavaScript's strings have
   * methods for all of it.
   */
  interface StringFunctions {
    /** Number of characters. */
    len(text: string | TextRef): number;
    /** The place of a part in a text, -1 where it is not in it. */
    substr(text: string | TextRef, part: string | TextRef): number;
    /** What is before the first match of a regular expression; with n.ref("") it puts it there and gives the place of its end, or -1. */
    head(text: string | TextRef, pattern: string | TextRef): string;
    head(text: string | TextRef, pattern: string | TextRef, into: TextRef): number;
    /** What is behind the first match of a regular expression; with n.ref("") it puts it there and gives the place of its beginning, or -1. */
    tail(text: string | TextRef, pattern: string | TextRef): string;
    tail(text: string | TextRef, pattern: string | TextRef, into: TextRef): number;
    /** The first k characters; of n.ref(text) in place. */
    left(text: string, k: number): string;
    left(text: TextRef, k: number): number;
    /** What comes behind the first k characters; of n.ref(text) in place. */
    right(text: string, k: number): string;
    right(text: TextRef, k: number): number;
    /** Whether n has a member of a name. */
    is_name(name: string | TextRef): boolean;
    /** The number of its type for an artificial cell, 0 for anything else. */
    is_artificial(object: unknown): number;
    /** The number of its type for a point process or artificial cell, 0 for anything else. */
    is_point_process(object: unknown): number;
    /** Refused: JavaScript has names of its own. */
    alias(...args: any[]): never;
    /** Refused: JavaScript has names of its own. */
    alias_list(...args: any[]): never;
    /** Refused: objects live until delete() or n.reset(). */
    references(...args: any[]): never;
    /** Its class: StringFunctions. */
    toString(): string;
  }
}
