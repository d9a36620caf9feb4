package script

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// TestScripts runs the tests that are written in JavaScript.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*_test.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no script tests: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Setenv("GNEURON_TEST_DIR", t.TempDir())
			var out bytes.Buffer
			rt := New(Options{Stdout: &out, Stderr: &out})
			defer rt.Close()
			err := rt.RunFile(file)
			var exit *Exit
			if err != nil && !(errors.As(err, &exit) && exit.Code == 0) {
				t.Fatalf("%s%s", out.String(), Report(err))
			}
			if !strings.Contains(out.String(), " passed, 0 failed") {
				t.Errorf("no report of passed tests:\n%s", out.String())
			}
		})
	}
}

// The harness must fail a script whose test fails, even among passing ones.
func TestHarnessReportsFailure(t *testing.T) {
	var out bytes.Buffer
	rt := New(Options{Stdout: &out, Stderr: &out})
	err := rt.RunSource("/x/t.js", `
const { test, assert } = require("gneuron/test")
test("good", () => {})
test("bad", () => assert.equal(1, 2))
test("late", async () => { await null; throw new TypeError("oops") })
`)
	var exit *Exit
	if !errors.As(err, &exit) || exit.Code != 1 {
		t.Fatalf("error %v, want exit 1", err)
	}
	for _, want := range []string{"ok    good\n", "FAIL  bad\nAssertionError: 1 is not 2\n    at /x/t.js:4:26\n", "FAIL  late\n", "1 passed, 2 failed\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("output lacks %q:\n%s", want, out.String())
		}
	}
}
