package nmodl

import (
	"errors"
	"testing"
	"time"
)

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
	f.Fuzz(func(t *testing.T, text string) {
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
	})
}
