package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/gneuron/gneuron/internal/terminal"
	"github.com/gneuron/gneuron/script"
)

// bar shows the progress of long runs in the last line of a terminal.
type bar struct {
	mu    sync.Mutex
	w     io.Writer
	width func() int // of the terminal, in characters
	shown bool
}

// progress shows bars on the standard error, if it is a terminal and nobody asked
// to be quiet. What is printed meanwhile must go through the streams that it gives.
func progress(s *streams, quiet bool) (*streams, func(script.Progress)) {
	f, ok := s.err.(*os.File)
	if !ok || quiet {
		return s, nil
	}
	if !terminal.Is(f) {
		return s, nil
	}
	b := &bar{w: f, width: func() int {
		cols, _ := terminal.Size(f)
		return cols
	}}
	return &streams{in: s.in, out: &aside{b, s.out}, err: &aside{b, s.err}, threads: s.threads}, b.show
}

// barWidth is the number of characters of the bar itself.
const barWidth = 24

// show draws the bar, or takes it away when the run is over.
func (b *bar) show(p script.Progress) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.hide()
	if p.Done {
		return
	}
	full := int(barWidth * p.Fraction())
	text := fmt.Sprintf("%s%s %3.0f %%  t = %.4g of %.4g ms  %s of real time  %s left",
		strings.Repeat("█", full), strings.Repeat("░", barWidth-full), 100*p.Fraction(), p.T, p.Until, ratio(p.RealTime()), clock(p.Left()))
	if runes := []rune(text); len(runes) >= b.width() { // a line that is broken could not be taken away
		text = string(runes[:max(b.width()-1, 0)])
	}
	io.WriteString(b.w, text)
	b.shown = true
}

// hide takes the bar away.
func (b *bar) hide() {
	if b.shown {
		io.WriteString(b.w, "\r\x1b[K")
		b.shown = false
	}
}

// ratio writes how fast a run is: "2.5 x" or "1/40".
func ratio(x float64) string {
	if x > 0 && x < 0.1 {
		return fmt.Sprintf("1/%.0f", 1/x)
	}
	return fmt.Sprintf("%.2g x", x)
}

// clock writes a time as 1:05 or 2:00:00.
func clock(d time.Duration) string {
	s := int(d.Round(time.Second).Seconds())
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// aside is a writer to the bar's terminal.
type aside struct {
	b *bar
	w io.Writer
}

// Write takes the bar away first.
func (a *aside) Write(text []byte) (int, error) {
	a.b.mu.Lock()
	defer a.b.mu.Unlock()
	a.b.hide()
	return a.w.Write(text)
}
