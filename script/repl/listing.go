package repl

import (
	"fmt"
	"os"
	"strings"

	"github.com/gneuron/gneuron/internal/terminal"
	"github.com/mattn/go-runewidth"
)

const (
	// askedAbove is the number of names from which on the line editor asks whether it
	// shall list them, and takes no Ctrl-C for an answer.
	askedAbove = 100
	listed     = 300 // names that are listed
)

// listNames shows names below the line, in columns.
func (t *console) listNames(names []string) {
	cols, _ := terminal.Size(os.Stdout)
	more := len(names) - listed
	names = names[:min(len(names), listed)]
	width := 0
	for _, name := range names {
		width = max(width, runewidth.StringWidth(name)+2)
	}
	perRow := max(1, cols/width)
	rows := (len(names) + perRow - 1) / perRow
	fmt.Fprintln(t.out)
	for row := range rows {
		line := ""
		for i := row; i < len(names); i += rows {
			line += runewidth.FillRight(names[i], width)
		}
		fmt.Fprintln(t.out, strings.TrimRight(line, " "))
	}
	if more > 0 {
		fmt.Fprintf(t.out, "... and %d more\n", more)
	}
}

// commonPrefix is what all names begin with.
func commonPrefix(names []string) string {
	prefix := names[0]
	for _, name := range names {
		for !strings.HasPrefix(name, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return strings.ToValidUTF8(prefix, "")
}
