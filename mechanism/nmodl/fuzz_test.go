package nmodl

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gneuron/gneuron/fault"
)

// FuzzLex looks for a text of which the lexer of NMODL, or that of C, loses or
// doubles a byte, or never reaches the end. What stands between tokens is white
// space or a comment.
func FuzzLex(f *testing.F) {
	for _, text := range ownFiles(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l := newLexer("f.mod", text)
		for end := 0; ; {
			w := l.next()
			if w.kind == tokEOF {
				break
			}
			if w.start < end || w.end <= w.start || w.end > len(l.src) {
				t.Fatalf("%q from %d to %d, behind a token that ends at %d", w.text, w.start, w.end, end)
			}
			if line := 1 + strings.Count(l.src[:w.start], "\n"); w.pos.Line != line {
				t.Fatalf("%q is in line %d, not %d", w.text, line, w.pos.Line)
			}
			end = w.end
		}
		c := lexC(&Verbatim{At: At{fault.Pos{Line: 1, Column: 1}}, Text: text})
		if len(c) > len(text) {
			t.Fatalf("%d tokens of C in %d bytes", len(c), len(text))
		}
		for i, w := range c {
			if i > 0 && (w.pos.Line < c[i-1].pos.Line || w.pos.Line == c[i-1].pos.Line && w.pos.Column <= c[i-1].pos.Column) {
				t.Fatalf("C: %q at %v, behind %q at %v", w.text, w.pos, c[i-1].text, c[i-1].pos)
			}
		}
	})
}

// FuzzCompile looks for a text that makes the compiler, the warnings or the
// listings panic or take forever.
func FuzzCompile(f *testing.F) {
	for _, text := range ownFiles(f) {
		f.Add(text)
	}
	include := func(name string) (string, error) {
		if name == "more.inc" {
			return "PARAMETER { more = 1 }\n", nil
		}
		return "", errors.New("no such file")
	}
	f.Fuzz(func(t *testing.T, text string) { compileAny(t, text, include) })
}

// compileAny puts a text through everything that takes one.
func compileAny(t *testing.T, text string, include func(string) (string, error)) {
	begin := time.Now()
	_, errs := Compile("f.mod", text, include)
	if len(errs) > maxErrors {
		t.Errorf("%d errors", len(errs))
	}
	for _, e := range errs {
		if e.Pos.Line == 0 || e.Msg == "" {
			t.Errorf("an error without a place or a message: %+v", e)
		}
	}
	wrong, warnings := Examine("f.mod", text, include)
	if len(wrong) != len(errs) {
		t.Errorf("Examine finds %d errors, Compile %d", len(wrong), len(errs))
	}
	for _, w := range warnings {
		_ = w.Caret()
	}
	Show("f.mod", text, include)
	ShowPasses("f.mod", text, include)
	if d := time.Since(begin); d > 10*time.Second {
		t.Errorf("took %v", d)
	}
}

// TestMutations compiles files in which a few words were exchanged, doubled or
// lost: nearer to NMODL than what FuzzCompile comes up with in a short time.
func TestMutations(t *testing.T) {
	var files [][]string
	own := ownFiles(t)
	for _, name := range slices.Sorted(maps.Keys(own)) {
		src, tokens, errs := words(name, own[name], nil)
		if len(errs) > 0 {
			t.Fatalf("%s: %s", name, said(errs))
		}
		var list []string
		for _, w := range tokens {
			word := src[w.start:w.end]
			if w.kind == tokTitle {
				word += "\n"
			}
			list = append(list, word)
		}
		files = append(files, list)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		list := slices.Clone(files[r.IntN(len(files))])
		for range 1 + r.IntN(4) {
			i, j := r.IntN(len(list)), r.IntN(len(list))
			switch r.IntN(4) {
			case 0:
				list[i] = list[j]
			case 1:
				list[i], list[j] = list[j], list[i]
			case 2:
				list = slices.Delete(list, i, i+1)
			case 3:
				list = slices.Insert(list, i, slices.Clone(list[j:min(j+30, len(list))])...)
			}
		}
		text := strings.Join(list, " ")
		compileAny(t, text, nil)
		if t.Failed() {
			t.Fatalf("the text was\n%s", text)
		}
	}
}
