package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The translations print what Python and NEURON print for the scripts that they
// were made of (the .want beside them: python3 NAME.py >NAME.want).
func TestPort(t *testing.T) {
	files, err := filepath.Glob("../../port/testdata/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range files {
		want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".want")
		if err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), "out.js")
		var stdout, stderr bytes.Buffer
		if code := run([]string{"port", file, "-o", out}, nil, &stdout, &stderr); code != 0 {
			t.Errorf("%s: gneuron port ends with %d: %s", file, code, &stderr)
			continue
		}
		stdout.Reset()
		stderr.Reset()
		if code := run([]string{"run", out}, nil, &stdout, &stderr); code != 0 {
			t.Errorf("%s: its translation ends with %d: %s", file, code, &stderr)
		}
		if got := stdout.String(); got != string(want) {
			t.Errorf("%s prints\n%s\nits translation\n%s", file, want, got)
		}
	}
}
