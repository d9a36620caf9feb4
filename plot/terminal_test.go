package plot

import (
	"os"
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
