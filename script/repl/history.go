package repl

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/peterh/liner"
)

// history is what was entered, here and in earlier sessions, the oldest first. An
// entry of several lines is one, in the form of oneLine.
type history struct {
	file    string // "": none
	entries []string
}

// historyFile is $GNEURON_HISTORY, or gneuron/history in the user's folder for such
// things; "" where there is none.
func historyFile() string {
	if path, ok := os.LookupEnv("GNEURON_HISTORY"); ok {
		return path
	}
	dir := os.Getenv("XDG_STATE_HOME")
	if !filepath.IsAbs(dir) {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		dir = filepath.Join(home, ".local", "state")
		if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
			if dir, err = os.UserConfigDir(); err != nil {
				return ""
			}
		}
	}
	return filepath.Join(dir, "gneuron", "history")
}

// read loads the file; a first start has none. A file that has grown far beyond what
// is kept is replaced by what is.
func (h *history) read() {
	text, err := os.ReadFile(h.file)
	if err != nil {
		return
	}
	lines := strings.Split(strings.ToValidUTF8(string(text), "\ufffd"), "\n")
	seen := map[string]bool{}
	for _, line := range slices.Backward(lines) {
		line = strings.TrimSuffix(line, "\r")
		if line != "" && !seen[line] && len(h.entries) < liner.HistoryLimit {
			seen[line] = true
			h.entries = append(h.entries, line)
		}
	}
	slices.Reverse(h.entries)
	if len(lines) > 4*liner.HistoryLimit {
		h.shorten()
	}
}

// shorten replaces the file at once, so that another session finds the old or the new.
func (h *history) shorten() {
	f, err := os.CreateTemp(filepath.Dir(h.file), "history")
	if err != nil {
		return // it stays long
	}
	_, err = f.WriteString(strings.Join(h.entries, "\n") + "\n")
	if errors.Join(err, f.Close()) != nil || os.Rename(f.Name(), h.file) != nil {
		os.Remove(f.Name())
	}
}

// add appends an entry, here and to the file, which thus keeps those of a session
// whose window was closed, and of several at once. The same entry of before goes.
// It tells whether there is something new. The error is about the file, once.
func (h *history) add(text string) (added bool, err error) {
	line := oneLine(strings.TrimRight(text, " \t\r\n"))
	if strings.TrimSpace(text) == "" {
		return false, nil
	}
	h.entries = append(slices.DeleteFunc(h.entries, func(e string) bool { return e == line }), line)
	h.entries = h.entries[max(0, len(h.entries)-liner.HistoryLimit):]
	if h.file == "" {
		return true, nil
	}
	if err = appendLine(h.file, line); err != nil {
		err = fmt.Errorf("the history is not kept: %w", err)
		h.file = ""
	}
	return true, err
}

func appendLine(path, line string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(line + "\n")
	return errors.Join(err, f.Close())
}
