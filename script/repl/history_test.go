package repl

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestHistory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "new", "history")
	a, b := &history{file: file}, &history{file: file}
	add := func(h *history, text string, want bool) {
		t.Helper()
		if added, err := h.add(text); added != want || err != nil {
			t.Errorf("add(%q) = %v, %v", text, added, err)
		}
	}
	add(a, "1 + 1", true)
	add(b, "2 + 2", true) // another session at the same time
	add(a, "if (x) {\n\ty()\n}\n", true)
	add(a, " \t", false)
	add(a, "", false)
	add(a, "1 + 1", true)
	wantA := []string{"if (x) {⏎\u2003y()⏎}", "1 + 1"}
	if !slices.Equal(a.entries, wantA) {
		t.Errorf("entries %q, want %q", a.entries, wantA)
	}
	c := &history{file: file}
	c.read()
	if want := []string{"2 + 2", wantA[0], wantA[1]}; !slices.Equal(c.entries, want) {
		t.Errorf("the next session has %q, want %q", c.entries, want)
	}
}

func TestHistoryIsShortened(t *testing.T) {
	file := filepath.Join(t.TempDir(), "history")
	var text strings.Builder
	for i := range 5000 {
		text.WriteString(strconv.Itoa(i) + "\n")
	}
	os.WriteFile(file, []byte(text.String()), 0o600)
	h := &history{file: file}
	h.read()
	got, _ := os.ReadFile(file)
	if lines := strings.Fields(string(got)); len(h.entries) != 1000 || len(lines) != 1000 || lines[999] != "4999" || h.entries[0] != "4000" {
		t.Errorf("%d entries, %d lines in the file", len(h.entries), len(lines))
	}
}

// Where the history cannot be kept a session says so once and goes on.
func TestHistoryCannotBeKept(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "file"), nil, 0o600)
	h := &history{file: filepath.Join(dir, "file", "history")}
	h.read()
	if added, err := h.add("1"); !added || err == nil || !strings.Contains(err.Error(), "the history is not kept") {
		t.Errorf("the first: %v, %v", added, err)
	}
	if added, err := h.add("2"); !added || err != nil || len(h.entries) != 2 {
		t.Errorf("the second: %v, %v, %q", added, err, h.entries)
	}
}

func TestHistoryFile(t *testing.T) {
	t.Setenv("GNEURON_HISTORY", "/x/y")
	if got := historyFile(); got != "/x/y" {
		t.Errorf("GNEURON_HISTORY gives %s", got)
	}
	os.Unsetenv("GNEURON_HISTORY")
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	if got, want := historyFile(), filepath.Join(os.Getenv("XDG_STATE_HOME"), "gneuron", "history"); got != want {
		t.Errorf("XDG_STATE_HOME gives %s, want %s", got, want)
	}
}
