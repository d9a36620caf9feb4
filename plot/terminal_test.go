package plot

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

func asText(t testing.TB, f *Figure, term Terminal) []string {
	t.Helper()
	var b strings.Builder
	if err := f.WriteText(&b, term); err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
}

// TestTerminalGallery writes every figure as text; with PLOT_TERMINAL=16777216 to
// the screen.
func TestTerminalGallery(t *testing.T) {
	for name, f := range gallery(t) {
		for _, line := range asText(t, f, Terminal{Cols: 80, Rows: 24}) {
			if n := utf8.RuneCountInString(line); n > 80 || strings.Contains(line, "\x1b") {
				t.Errorf("%s: a line of %d characters, or with codes: %q", name, n, line)
			}
		}
		if os.Getenv("PLOT_TERMINAL") != "" {
			os.Stdout.WriteString(name + "\n" + strings.Join(asText(t, f, Terminal{100, 30, 1 << 24}), "\n") + "\n")
		}
	}
}

// TestTerminalLines: a rising line is where it belongs, axes and labels around it.
func TestTerminalLines(t *testing.T) {
	f, _ := New(1, 1)
	a := f.Axes[0]
	a.Title, a.X.Label, a.Y.Label = "rising", "t (ms)", "v"
	if err := a.Add(Series{X: []float64{0, 10}, Y: []float64{-50, 50}, Line: "-", Label: "up", Color: Cycle[1]}); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(asText(t, f, Terminal{60, 16, 0}), "\n")
	for _, want := range []string{"rising", "t (ms)", "−40", "0", "10", "up"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	a.Legend.Hidden = true
	lines := asText(t, f, Terminal{60, 16, 0})
	text = strings.Join(lines, "\n")
	// The line's own dots: its columns rise from row to row.
	last := 0
	for row := len(lines) - 4; row > 1; row-- {
		r := []rune(lines[row])
		for col := 12; col < len(r); col++ { // behind the y axis
			if r[col] > 0x2800 && r[col] <= 0x28ff && col > 14 && col < 50 {
				if col < last {
					t.Fatalf("row %d begins at column %d, the one below at %d:\n%s", row, col, last, text)
				}
				last = col
				break
			}
		}
	}
	if last < 30 {
		t.Errorf("the line ends at column %d:\n%s", last, text)
	}
	coloured := strings.Join(asText(t, f, Terminal{60, 16, 256}), "\n")
	if !strings.Contains(coloured, "\x1b[38;5;") || strings.Contains(strings.Join(asText(t, f, Terminal{60, 16, 1 << 24}), ""), "38;5") {
		t.Error("the line has no colour of 256, or one of them among all")
	}
	if regexp.MustCompile(`\x1b\[[0-9;]*m`).ReplaceAllString(coloured, "") != text {
		t.Error("colours change the drawing")
	}
}

// TestTerminalImage: without colours an image is shades, with them half characters.
func TestTerminalImage(t *testing.T) {
	f, _ := New(1, 1)
	gray, err := ParseColormap("gray")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Axes[0].AddImage(Image{Values: []float64{0, 1}, XEdges: []float64{0, 1, 2}, YEdges: []float64{0, 1}, Colors: gray}); err != nil {
		t.Fatal(err)
	}
	if text := strings.Join(asText(t, f, Terminal{60, 16, 0}), "\n"); !strings.Contains(text, "    ████") {
		t.Errorf("no bright half beside a dark one:\n%s", text)
	}
	if text := strings.Join(asText(t, f, Terminal{60, 16, 1 << 24}), "\n"); !strings.Contains(text, "\x1b[38;2;255;255;255m\x1b[48;2;255;255;255m▀") {
		t.Errorf("no white half characters:\n%q", text)
	}
}

func TestTerminalTooSmall(t *testing.T) {
	f, _ := New(1, 1)
	if err := f.WriteText(nil, Terminal{Cols: 10, Rows: 30}); err == nil || err.Error() != "a terminal of 10 x 30 characters cannot show a figure: it takes 20 x 8" {
		t.Error(err)
	}
}

func TestTerminalColors(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want int
	}{
		{nil, 0},
		{map[string]string{"TERM": "xterm-256color"}, 256},
		{map[string]string{"TERM": "xterm-256color", "COLORTERM": "truecolor"}, 1 << 24},
		{map[string]string{"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, 0},
		{map[string]string{"TERM": "dumb"}, 0},
	} {
		if got := TerminalColors(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v: %d colours, want %d", c.env, got, c.want)
		}
	}
}
