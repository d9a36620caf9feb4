package repl

import (
	"bytes"
	"io"
	"strings"
	"time"
)

// What terminals send around a text that was pasted, if they were asked to.
const (
	pasteOn    = "\x1b[?2004h"
	pasteOff   = "\x1b[?2004l"
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// The line editor has lines of one line: no end of a line and no tab, which is a
// key. These stand for them.
const (
	newlineMark = '\u23ce' // RETURN SYMBOL, to be seen in what is recalled
	tabMark     = '\u2003' // EM SPACE, as wide as a character
	moreMark    = '\u2063' // INVISIBLE SEPARATOR: the paste goes on in the next line
)

var (
	encodeMarks = strings.NewReplacer("\r\n", string(newlineMark), "\n", string(newlineMark), "\t", string(tabMark))
	decodeMarks = strings.NewReplacer(string(newlineMark), "\n", string(tabMark), "\t", string(moreMark), "")
)

// oneLine writes a text as the line editor shows it; fullText undoes it.
func oneLine(text string) string  { return encodeMarks.Replace(text) }
func fullText(line string) string { return decodeMarks.Replace(line) }

// escapeDelay is how long the rest of an escape sequence may take to come. The
// line editor takes a lone escape for the key after 50 ms.
const escapeDelay = 20 * time.Millisecond

// pasteFilter passes keys on to the line editor. In what was pasted it replaces tabs,
// drops other control characters, and marks each end of a line that the paste goes
// on behind.
type pasteFilter struct {
	to       io.Writer
	suspend  func() // the key Ctrl-Z
	held     []byte // the beginning of what may be pasteStart or pasteEnd
	pasting  bool
	newlines int    // of the paste, not yet passed on
	wasCR    bool   // the last character of the paste was a carriage return
	mark     []byte // the beginning of what may be moreMark in the paste
	out      []byte
}

// run passes on what comes from a terminal until it ends.
func (f *pasteFilter) run(from io.Reader) error {
	chunks := make(chan []byte)
	done := make(chan struct{})
	defer close(done)
	var end error
	go func() {
		defer close(chunks)
		for {
			buffer := make([]byte, 4096)
			k, err := from.Read(buffer)
			select {
			case chunks <- buffer[:k]:
			case <-done:
				return
			}
			if err != nil {
				end = err
				return
			}
		}
	}()
	for {
		var late <-chan time.Time
		if len(f.held) > 0 && !f.pasting {
			late = time.After(escapeDelay)
		}
		select {
		case chunk, ok := <-chunks:
			if !ok {
				return end
			}
			for _, c := range chunk {
				f.take(c)
			}
		case <-late:
			f.out, f.held = append(f.out, f.held...), nil
		}
		if _, err := f.to.Write(f.out); err != nil {
			return err
		}
		f.out = f.out[:0]
	}
}

// take handles one byte.
func (f *pasteFilter) take(c byte) {
	sequence := pasteStart
	if f.pasting {
		sequence = pasteEnd
	}
	f.held = append(f.held, c)
	switch {
	case string(f.held) == sequence:
		if f.pasting && f.newlines > 0 {
			f.out = append(f.out, '\r')
		}
		f.held, f.pasting, f.newlines, f.wasCR = nil, !f.pasting, 0, false
		return
	case bytes.HasPrefix([]byte(sequence), f.held):
		return
	}
	held := f.held
	f.held = nil
	for i, c := range held {
		if i > 0 && c == sequence[0] { // another sequence begins
			f.take(c)
			continue
		}
		f.pass(c)
	}
}

// pass hands on a byte that belongs to no sequence.
func (f *pasteFilter) pass(c byte) {
	if !f.pasting {
		if c == 26 && f.suspend != nil { // Ctrl-Z
			f.suspend()
			c = 5 // Ctrl-E: the editor draws its line again
		}
		f.out = append(f.out, c)
		return
	}
	wasCR := f.wasCR
	f.wasCR = c == '\r'
	if c == '\r' || c == '\n' {
		if c == '\r' || !wasCR {
			f.newlines++
		}
		return
	}
	// A text that was copied from a terminal may have the mark in it.
	if f.mark = append(f.mark, c); string(f.mark) == string(moreMark) {
		f.mark = nil
		return
	} else if strings.HasPrefix(string(moreMark), string(f.mark)) {
		return
	}
	text := f.mark
	f.mark = nil
	for ; f.newlines > 0; f.newlines-- {
		f.out = append(append(f.out, string(moreMark)...), '\r')
	}
	for _, c := range text {
		switch {
		case c == '\t':
			f.out = append(f.out, string(tabMark)...)
		case c >= ' ' && c != 127:
			f.out = append(f.out, c)
		}
	}
}
