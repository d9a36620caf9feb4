package repl

import (
	"fmt"
	"os"
	"strings"

	"github.com/gneuron/gneuron/internal/terminal"
	"github.com/gneuron/gneuron/plot"
	"github.com/mattn/go-runewidth"
)

// print shows a value: a figure as a picture.
func (t *console) print(result Result) error {
	if result.Text == "" {
		return nil
	}
	if drawn, err := t.rt.ShowFigure(result.Value); drawn || err != nil {
		return err
	}
	text := result.Text
	if t.rt.Host(result.Value) != nil && t.editor != nil {
		cols, _ := terminal.Size(os.Stdout)
		text = fold(text, cols-1)
	}
	fmt.Fprintln(t.out, t.colours.value(text))
	return nil
}

// fold breaks the lines of a text that are wider than the terminal at blanks.
func fold(text string, width int) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))] + "    "
		for runewidth.StringWidth(line) > width {
			at := strings.LastIndexByte(runewidth.Truncate(line, width+1, ""), ' ')
			if at <= len(indent) {
				break
			}
			b.WriteString(line[:at] + "\n")
			line = indent + line[at+1:]
		}
		b.WriteString(line)
	}
	return b.String()
}

// show draws a figure over the width of the terminal and at most its height, as far
// as it keeps its shape.
func (t *console) show(f *plot.Figure) error {
	cols, rows := terminal.Size(os.Stdout)
	cols = min(cols-1, 160)
	tall := int(float64(cols)/2*f.Height/f.Width + 0.5) // a character is twice as high as wide
	colours := 0
	if t.colours.on {
		colours = plot.TerminalColors(os.Getenv)
	}
	return f.WriteText(t.out, plot.Terminal{Cols: max(cols, 20), Rows: max(min(tall, rows-2), 8), Colors: colours})
}
