package script

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write makes files below a new folder.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A ./ path is found beside the module that asks, then in the working
// directory; a bare one in the working directory, then beside the module.
func TestModuleResolution(t *testing.T) {
	dir := write(t, map[string]string{
		"who.js":                  `module.exports = "cwd"`,
		"only_cwd.js":             `module.exports = "cwd"`,
		"proj/who.js":             `module.exports = "proj"`,
		"proj/near.js":            `module.exports = "proj"`,
		"proj/sub/ask.js":         `module.exports = [require("./who"), require("../who"), require("who"), require("near.js"), require("./inner")].join()`,
		"proj/sub/who.ts":         `const s: string = "sub"; module.exports = s`,
		"proj/sub/inner/index.js": `module.exports = "index"`,
		"proj/data.json":          `{"x": [1]}`,
		"proj/main.js": `console.log(require("./sub/ask"), require("./only_cwd"), require("./data").x[0], require("./sub/ask") === require("sub/ask.js"))
console.log(fs.readText("data.json"), fs.exists("who.js"), require.main === module)`,
	})
	var out bytes.Buffer
	rt := New(Options{Dir: dir, Stdout: &out})
	if err := rt.RunFile("proj/main.js"); err != nil {
		t.Fatal(Report(err))
	}
	want := "sub,proj,cwd,proj,index cwd 1 true\n{\"x\": [1]} true true\n"
	if out.String() != want {
		t.Errorf("got %q\nwant %q", out.String(), want)
	}
	if got := rt.ResolvePath("near.js"); got != filepath.Join(dir, "proj/near.js") {
		t.Errorf("ResolvePath = %s", got)
	}
	if got := rt.ResolvePath("new.txt"); got != filepath.Join(dir, "new.txt") {
		t.Errorf("ResolvePath of a new file = %s", got)
	}
}

// A module that failed is run again by the next require.
func TestFailedModuleIsNotCached(t *testing.T) {
	dir := write(t, map[string]string{"m.js": `globalThis.tries = (globalThis.tries ?? 0) + 1; if (tries < 2) throw new Error("first"); exports.ok = tries`})
	v, err := New(Options{Dir: dir}).RunString("t.js", `try { require("./m") } catch (e) {} require("./m").ok`)
	if err != nil || v.ToInteger() != 2 {
		t.Errorf("got %v, %v", v, err)
	}
}

// Positions are those of the source as written, whatever was transformed.
func TestPositions(t *testing.T) {
	for _, c := range []struct{ name, code, want string }{
		{"plain.js", "\n  nope", "2:3"},
		{"first.js", "nope", "1:1"},
		{"esm.mjs", "import { test } from 'gneuron/test'\n\n  nope", "3:3"},
		{"esm1.js", "export const a = nope", "1:18"},
		{"ts.ts", "interface A {\n  b: number\n}\nconst a: A = { b: nope }", "4:19"},
		{"ts1.ts", "const x: Array<number> = [1]; nope", "1:31"},
		{"wide.ts", "const s: string = 'äöü'; const é = 1; nope", "1:39"},
		{"gone.ts", "type A = {\n  x: number\n}\n\n/* c */ enum B { C = nope }", "5:22"},
		{"await.js", "import { test } from 'gneuron/test'\nawait null; nope", "2:13"},
		{"await1.ts", "await null; const q: number = nope", "1:31"},
		{"bang.js", "#!/usr/bin/env gneuron\nnope", "2:1"},
		{"crlf.js", "let a = 1\r\nnope\r\n", "2:1"},
		{"syntax.ts", "const a: number = 1\nlet b: = 2", "2:8"},
		{"syntax.js", "let é = 1; let 2b", "1:17"},
		{"method.ts", "class A { x?: number\n  m(): number { return this.x!.y.z } }\nnew A().m()", "2:32"},
	} {
		err := New(Options{Dir: "/nowhere"}).RunSource("/nowhere/"+c.name, c.code)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v", c.name, err)
			continue
		}
		if got := strings.TrimPrefix(Frame{File: e.File, Line: e.Line, Column: e.Column}.Pos(), c.name+":"); got != c.want {
			t.Errorf("%s: at %s, want %s\n%s", c.name, got, c.want, e.Report())
		}
	}
}

func TestRewriteImports(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`import "x"`, `require("x");`},
		{`import { a, b as c } from 'm';`, `const { a, b: c } = require('m');`},
		{`import * as ns from "m"`, `const ns = require("m");`},
		{`import d from "m"`, `const d = (m => m && m.__esModule ? m.default : m)(require("m"));`},
		{`import d, { e } from "m"`, `const d = (m => m && m.__esModule ? m.default : m)(require("m")); const { e } = require("m");`},
		{"import {\n  a,\n  b,\n} from \"m\"\nf()", "const { a, b, } = require(\"m\");\n\n\n\nf()"},
		{`export const a = 1`, `const a = 1`},
		{"export {\n a\n};", "\n\n"},
		{`const important = "import"`, `const important = "import"`},
		{`import("x")`, `import("x")`},
	} {
		if got := RewriteImports(c.in); got != c.want {
			t.Errorf("RewriteImports(%q)\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}
