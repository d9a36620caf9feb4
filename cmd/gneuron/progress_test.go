package main

import (
	"bytes"
	"testing"
	"time"

	"github.com/gneuron/gneuron/script"
)

func TestBar(t *testing.T) {
	var terminal bytes.Buffer
	width := 120
	b := &bar{w: &terminal, width: func() int { return width }}
	out := &aside{b, &terminal}
	b.show(script.Progress{T: 250, Until: 1000, Elapsed: 10 * time.Second})
	out.Write([]byte("text\n"))
	b.show(script.Progress{T: 500, Until: 1000, Elapsed: 20 * time.Second})
	b.show(script.Progress{T: 1000, Until: 1000, Elapsed: 40 * time.Second, Done: true})
	const gone = "\r\x1b[K"
	want := "██████░░░░░░░░░░░░░░░░░░  25 %  t = 250 of 1000 ms  1/40 of real time  0:30 left" + gone + "text\n" +
		"████████████░░░░░░░░░░░░  50 %  t = 500 of 1000 ms  1/40 of real time  0:20 left" + gone
	if got := terminal.String(); got != want {
		t.Errorf("the terminal got\n%q, want\n%q", got, want)
	}
	width = 40
	terminal.Reset()
	b.show(script.Progress{T: 250, Until: 1000, Elapsed: 10 * time.Second})
	if got, want := terminal.String(), "██████░░░░░░░░░░░░░░░░░░  25 %  t = 250"; got != want {
		t.Errorf("a narrow terminal got %q, want %q", got, want)
	}
	s := &streams{out: &terminal, err: &terminal}
	if same, show := progress(s, false); same != s || show != nil {
		t.Error("there is a bar where the standard error is no terminal")
	}
}
