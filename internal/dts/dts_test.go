package dts

import (
	"reflect"
	"strings"
	"testing"
)

const sample = `
/// <reference path="other.d.ts" />
// A remark.

/** The one. */
declare const n: n.N;

/** Prints. */
declare function print(...values: any[]): void;

declare namespace n {
  type Condition = "[)" | "{";

  /**
   * First line.
   *
   *   indented
   */
  interface N extends Base, Refs<Record<string, Base>>, Iterable<number> {
    [own: ` + "`${string}_${string}`" + `]: any;
    (x: number): Base;
    new (x: number): Base;
    /**
     * A method.
     * @throws RangeError for x below 0
     * @example
     * n.go()
     *   .more
     */
    go(to: { sec: Base; x: number }): number;
    go(): number;

    // Numbers.

    /** A number. */
    readonly t: number;
    /** A pair. */
    get weight(): number[];
    set weight(x: number | "a;b");
    /** Nested. */
    stdout: {
      /** It's nested. */
      write(text: string): boolean;
    };
  }
  interface N {
    /** Optional. */
    dt?: number;
  }
  /** The base. */
  interface Base { /** Micro. */ µm: number; }
}
/** A module. */
declare module "some" {
  const own: n.N;
  export = own;
  /** Given away. */
  export const given: number;
}
`

func TestParse(t *testing.T) {
	f, err := Parse(sample)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Globals.Members; len(got) != 2 || got[0].Doc != "The one." || got[1].Name != "print" || !got[1].Method {
		t.Errorf("globals: %+v", got)
	}
	n := f.Types["n.N"]
	if n == nil || n.Doc != "First line.\n\n  indented" {
		t.Fatalf("n.N: %+v", n)
	}
	if want := []string{"n.Base", "n.Refs", "n.Iterable"}; !reflect.DeepEqual(n.Extends, want) {
		t.Errorf("extends %q, want %q", n.Extends, want)
	}
	if len(n.Calls) != 1 || n.Calls[0] != "(x: number): Base" {
		t.Errorf("calls: %q", n.Calls)
	}
	want := []Member{
		{"go", "A method.", []string{"RangeError for x below 0"}, "n.go()\n  .more", "", []string{"(to: { sec: Base; x: number }): number", "(): number"}, true, false},
		{"t", "A number.", nil, "", "Numbers", []string{": number"}, false, true},
		{"weight", "A pair.", nil, "", "Numbers", []string{"(): number[]"}, false, false},
		{"stdout", "Nested.", nil, "", "Numbers", nil, false, false},
		{"dt", "Optional.", nil, "", "", []string{": number"}, false, false},
		{"µm", "Micro.", nil, "", "", []string{": number"}, false, false},
	}
	got := f.All(n)
	if len(got) != len(want) {
		t.Fatalf("%d members, want %d", len(got), len(want))
	}
	for i, m := range got {
		if w := want[i]; w.Signatures == nil {
			w.Signatures = m.Signatures
			want[i] = w
		}
		if !reflect.DeepEqual(*m, want[i]) {
			t.Errorf("member %d: %+v, want %+v", i, *m, want[i])
		}
	}
	if a := f.Aliases; len(a) != 1 || *a[0] != (Alias{"n.Condition", "", `"[)" | "{"`}) {
		t.Errorf("aliases: %+v", a)
	}
	if want := []string{"n.N", "n.Base", `"some"`}; !reflect.DeepEqual(f.Order, want) {
		t.Errorf("order %q, want %q", f.Order, want)
	}
	if m := f.Types[`"some"`]; m == nil || len(m.Members) != 1 || m.Members[0].Name != "given" {
		t.Errorf("the module: %+v", m)
	}
}

func TestParseErrors(t *testing.T) {
	for text, want := range map[string]string{
		"\ndeclare namespace n {":        "line 2: a block does not end",
		"\n\ndeclare const n: number":    "line 3: a declaration does not end with a semicolon",
		"interface A {\n  +x;\n}":        "line 2: what is +x?",
		"};":                             "line 1: a brace too many",
		"/** open":                       "line 1: a comment does not end",
		"interface A {\n  x: \"open;\n}": "line 2: a string does not end",
		"declare abstract thing {\n};":   "line 2: what is declare abstract thing {\n}?",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
