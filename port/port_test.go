package port

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/port/python"
)

var update = flag.Bool("update", false, "write the translations anew")

// The translations of testdata; cmd/gneuron runs them and compares what they print
// with what Python prints.
func TestTranslations(t *testing.T) {
	files, err := filepath.Glob("testdata/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Script(string(src), nil)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		golden := strings.TrimSuffix(file, ".py") + ".js"
		if *update {
			if err := os.WriteFile(golden, []byte(r.Code), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if r.Code != string(want) {
			t.Errorf("%s is not translated to %s but to\n%s", file, golden, r.Code)
		}
		if r.Marked() != 0 {
			t.Errorf("%s: %v", file, r.Marks)
		}
	}
}

// What is not known stays as a comment that says why, and the rest is translated.
func TestMarks(t *testing.T) {
	for _, c := range []struct{ python, want string }{
		{"from neuron import h\nh('create soma')\nx = 1", "import { n as h } from \"neuron\";\n\n// port: a text in HOC\n// h('create soma')\nconst x = 1;\n"},
		{"import pandas as pd\nx = pd.read_csv('a')\nx = 3\nprint(x)", "// port: the module pandas\n// x = pd.read_csv('a')\nlet x;\nx = 3;\nprint(x);\n"},
		{"with lock:\n    a = 1\n\nb = 2", "// port: with, for other things than files\n// with lock:\n//     a = 1\n\nconst b = 2;\n"},
		{"@cached\ndef f():\n    return 1", "// port: the function's decorator is left out\nfunction f() {\n  return 1;\n}\n\nexport { f };\n"},
		{"x = 3j", "// port: a complex number\n// x = 3j\n"},
		{"for i in a:\n    b(i)\nelse:\n    c()", "// port: a loop with else\n// for i in a:\n//     b(i)\n// else:\n//     c()\n"},
		{"from itertools import groupby\ng = groupby(x)", "// port: the module itertools\n// g = groupby(x)\n"},
		{"def f(a, b=b):\n    return a", "// port: a parameter with its own name as its default\n// def f(a, b=b):\n//     return a\n"},
		{"for a, (*b, c) in d:\n    e(c)", "// port: no translation that JavaScript reads (rest element must be last element)\n// for a, (*b, c) in d:\n//     e(c)\n"},
		{"import pandas as pd\nx = 1; y = pd.z(); w = 2", "const x = 1;\n// port: the module pandas; the other statements of the line are translated below or above\n// x = 1; y = pd.z(); w = 2\nconst w = 2;\n"},
		{"try:\n    x = 1 / y\nexcept ZeroDivisionError:\n    x = 0", "let x;\n// port: a division by zero is no error in JavaScript\ntry {\n  x = 1 / y;\n} catch (error) {\n  x = 0;\n}\n"},
		{"from neuron import h\ndef f(s):\n    ic = h.IClamp(s)\n    return lambda: ic", "import { n as h } from \"neuron\";\n\nfunction f(s) {\n  // port: Python ends the object that ic held when nothing refers to it any more: if that is so here, call free(ic), from gneuron/python\n  const ic = h.IClamp(s);\n  return () => ic;\n}\n\nexport { f };\n"},
	} {
		r, err := Script(c.python, nil)
		if err != nil {
			t.Errorf("%q: %v", c.python, err)
			continue
		}
		if r.Code != c.want {
			t.Errorf("%q gave\n%s\nwant\n%s", c.python, r.Code, c.want)
		}
		if r.Marked() == 0 || r.Marked() > r.Lines {
			t.Errorf("%q: %d of %d lines are marked", c.python, r.Marked(), r.Lines)
		}
	}
	_, err := Script("print 'hello'", nil)
	if e, ok := err.(*python.Error); !ok || e.Line != 1 || e.Column != 7 {
		t.Errorf("Python 2 gave %v", err)
	}
}

// Texts that Python reads otherwise, or not at all, are errors that say why.
func TestNoPython(t *testing.T) {
	for text, want := range map[string]string{
		"def f():\n\tx = 1\n        y = 2":     "3:9: tabs and spaces are mixed",
		"match x:\n    case 1:\n        y = 2": "1:1: a match statement is not known",
	} {
		_, err := Script(text, nil)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	if _, err := Script("match = 1\nif match:\n\tx = 1\nif x:\n    match[0:1]", nil); err != nil {
		t.Error(err)
	}
}

func TestNotebook(t *testing.T) {
	const book = `{"cells": [
 {"cell_type": "markdown", "metadata": {"a": 1}, "source": ["# Title\n", "text"]},
 {"cell_type": "code", "execution_count": 3, "id": "x", "metadata": {}, "outputs": [{"output_type": "stream"}], "source": ["%matplotlib inline\n", "t = 0\n", "from neuron import n"]},
 {"cell_type": "code", "execution_count": 4, "metadata": {}, "outputs": [], "source": "t = t + 1 # more\nhelp(n)"},
 {"cell_type": "code", "execution_count": 5, "metadata": {}, "outputs": [], "source": "n."}
], "metadata": {"kernelspec": {"name": "python3"}}, "nbformat": 4, "nbformat_minor": 5}`
	r, err := Notebook([]byte(book), true)
	if err != nil {
		t.Fatal(err)
	}
	want := "// # Title\n// text\n\nimport { n } from \"neuron\";\nlet t = 0;\n\nt = t + 1; // more\n// help(n)\n\n" +
		"// port: no Python: 1:3: a name is missing before \"\"\n// n.\n"
	if r.Code != want {
		t.Errorf("as a script:\n%s\nwant\n%s", r.Code, want)
	}
	r, err = Notebook([]byte(book), false)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"name": "gneuron"`, `"let t = 0;"`, `"help(n);"`, `"outputs": []`, `"id": "x"`, `"# Title\n"`} {
		if !strings.Contains(r.Code, part) {
			t.Errorf("the notebook lacks %s:\n%s", part, r.Code)
		}
	}
	if strings.Contains(r.Code, "python3") || strings.Contains(r.Code, "stream") {
		t.Errorf("the notebook has something of the old one:\n%s", r.Code)
	}
	for _, bad := range []string{"", "[]", `{"cells": 3}`, `{"worksheets": []}`} {
		if _, err := Notebook([]byte(bad), false); err == nil {
			t.Errorf("%q is no notebook", bad)
		}
	}
}

func FuzzScript(f *testing.F) {
	for _, file := range []string{"program", "arrays", "cells"} {
		src, err := os.ReadFile("testdata/" + file + ".py")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	f.Add("x = [y for y in z if y][1:-1]\ndel x\nf'{a!r:>{3}}' % b")
	f.Fuzz(func(t *testing.T, src string) {
		if r, err := Script(src, nil); err == nil && r.Marked() < 0 {
			t.Error("marks")
		}
	})
}
