package nmodl

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The built-in mechanisms are good files.
func TestBuiltinsHaveNoWarnings(t *testing.T) {
	names, err := filepath.Glob("../../stdlib/mod/*.mod")
	if err != nil || len(names) == 0 {
		t.Fatalf("no built-in mechanisms: %v", err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, warnings := Examine(filepath.Base(name), string(text), nil); len(warnings) > 0 {
			t.Error(strings.ReplaceAll(said(warnings), "\n", "\n\t"))
		}
	}
}
