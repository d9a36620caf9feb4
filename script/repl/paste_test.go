package repl

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"
)

// filtered is what the line editor gets of some keys that come in chunks.
func filtered(t *testing.T, chunks ...string) string {
	t.Helper()
	from, to := io.Pipe()
	var out bytes.Buffer
	done := make(chan error)
	go func() { done <- (&pasteFilter{to: &out}).run(from) }()
	for _, c := range chunks {
		io.WriteString(to, c)
	}
	to.Close()
	if err := <-done; err != io.EOF {
		t.Fatalf("the filter ended with %v", err)
	}
	return strings.NewReplacer(string(moreMark), "+", string(tabMark), "T").Replace(out.String())
}

func TestPasteFilter(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"keys", "1+1\r\x1b[A\t\x03", "1+1\r\x1b[A\t\x03"},
		{"a word", "a\x1b[200~b c\x1b[201~d", "ab cd"},
		{"two lines", "\x1b[200~a\nb\x1b[201~", "a+\rb"},
		{"ends with a newline", "\x1b[200~a\r\nb\r\n\x1b[201~", "a+\rb\r"},
		{"ends with many", "\x1b[200~a\r\r\r\x1b[201~", "a\r"},
		{"blank lines", "\x1b[200~a\n\n\nb\x1b[201~", "a+\r+\r+\rb"},
		{"tabs", "\x1b[200~\ta\tb\x1b[201~\t", "TaTb\t"},
		{"control characters", "\x1b[200~a\x03\x04\x1b[Ab\x7f\x1b[201~\x03", "a[Ab\x03"},
		{"a mark that was copied", "\x1b[200~a" + string(moreMark) + "\nb\x1b[201~", "a+\rb"},
		{"unicode", "\x1b[200~é日\n\x1b[201~", "é日\r"},
		{"two pastes", "\x1b[200~a\n\x1b[201~\x1b[200~b\x1b[201~", "a\rb"},
	} {
		if got := filtered(t, c.in); got != c.want {
			t.Errorf("%s: %q became %q, want %q", c.name, c.in, got, c.want)
		}
		for i := 1; i < len(c.in); i++ { // wherever the system cuts it
			if got := filtered(t, c.in[:i], c.in[i:]); got != c.want {
				t.Errorf("%s, cut at %d: %q, want %q", c.name, i, got, c.want)
			}
		}
	}
}

// The key Escape is not kept back for what may follow.
func TestPasteFilterEscape(t *testing.T) {
	from, to := io.Pipe()
	got := make(chan string)
	go func() { _ = (&pasteFilter{to: sender(got)}).run(from) }()
	go io.WriteString(to, "\x1b")
	select {
	case s := <-got:
		if s != "\x1b" {
			t.Errorf("got %q", s)
		}
	case <-time.After(10 * time.Second):
		t.Error("the key never came")
	}
	go to.Close()
}

// sender is a writer to a channel; it leaves out empty texts.
type sender chan string

func (s sender) Write(b []byte) (int, error) {
	if len(b) > 0 {
		s <- string(b)
	}
	return len(b), nil
}

func TestPasteFilterSuspend(t *testing.T) {
	from, to := io.Pipe()
	var out bytes.Buffer
	stops := 0
	done := make(chan error)
	go func() { done <- (&pasteFilter{to: &out, suspend: func() { stops++ }}).run(from) }()
	io.WriteString(to, "a\x1a\x1b[200~\x1a\x1b[201~b")
	to.Close()
	<-done
	if stops != 1 || out.String() != "a\x05b" {
		t.Errorf("%d stops, %q", stops, out.String())
	}
}

func TestOneLine(t *testing.T) {
	text := "f(x) {\n\treturn `é`\n}"
	if got := oneLine(text); strings.ContainsAny(got, "\n\t") || fullText(got) != text {
		t.Errorf("%q became %q and %q", text, got, fullText(got))
	}
}
