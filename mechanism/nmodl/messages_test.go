package nmodl

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/fault"
)

var update = flag.Bool("update", false, "write what TestMessages sees into testdata/messages")

// message is a case of testdata/messages: a text and what is said about it.
type message struct {
	line   int    // of the file, where it begins
	intro  string // === and the comment lines below it
	source string
	want   string
}

// messages reads a file of cases:
//
//	=== head
//	what stands before the texts below, up to the next head; what is odd
//	about it is left out
//	===
//	# a comment
//	the text
//	---
//	what is said about it
func messages(t *testing.T, file string) (list []message) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var now *string
	for i, line := range strings.SplitAfter(string(data), "\n") {
		switch {
		case strings.HasPrefix(line, "==="):
			list = append(list, message{line: i + 1, intro: line})
			now = &list[len(list)-1].source
		case line == "---\n":
			now = &list[len(list)-1].want
		case strings.HasPrefix(line, "#"):
			list[len(list)-1].intro += line
		case now != nil:
			*now += line
		}
	}
	return list
}

// told is what a user sees of errors or warnings.
func told(what string, list []*fault.Error) string {
	var out strings.Builder
	for _, e := range list {
		kind := what
		if e.Kind == fault.Reference {
			kind += " (reference)"
		}
		out.WriteString(kind + " " + said([]*fault.Error{e}) + "\n" + e.Caret())
	}
	return out.String()
}

// TestMessages compares every message with its place, hint, source line and
// caret: all that Examine says about the texts of testdata/messages.
func TestMessages(t *testing.T) {
	include := func(name string) (string, error) {
		if name == "bad.inc" {
			return "INITIAL {\nx = ", nil
		}
		return "", errors.New("no such file")
	}
	files, err := filepath.Glob("testdata/messages/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no messages: %v", err)
	}
	rows := 0
	for _, file := range files {
		head, seen := "", ""
		for _, c := range messages(t, file) {
			seen += c.intro + c.source
			if c.intro == "=== head\n" {
				head = c.source
				continue
			}
			errs, warnings := Examine("m.mod", head+strings.TrimSuffix(c.source, "\n"), include)
			warnings = slices.DeleteFunc(warnings, func(w *fault.Error) bool { return w.Pos.Line <= strings.Count(head, "\n") })
			got := told("error", errs) + told("warning", warnings)
			seen += "---\n" + got
			if rows++; got != c.want && !*update {
				t.Errorf("%s:%d: %s\n got %s\nwant %s", file, c.line, c.source, got, c.want)
			}
			for _, e := range errs {
				if e.Kind != fault.Syntax && e.Kind != fault.Reference || e.Pos.Line == 0 || e.Source == "" && !strings.HasSuffix(e.Pos.File, ".inc") {
					t.Errorf("%s:%d: kind %v, position %v, source line %q", file, c.line, e.Kind, e.Pos, e.Source)
				}
			}
		}
		if *update {
			if err := os.WriteFile(file, []byte(seen), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if rows < 150 {
		t.Errorf("%d messages only", rows)
	}
}
