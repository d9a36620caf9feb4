package repl

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/peterh/liner"
)

// plainLines reads lines as they come, from a terminal that can do nothing.
type plainLines struct {
	once   sync.Once
	lines  chan string // closed at the end of the input
	aborts chan struct{}
	asking atomic.Bool
}

func newPlainLines() *plainLines {
	return &plainLines{lines: make(chan string), aborts: make(chan struct{})}
}

// PromptWithSuggestion reads a line; the text that it should begin with cannot be
// shown, and there is none.
func (p *plainLines) PromptWithSuggestion(prompt, _ string, _ int) (string, error) {
	p.once.Do(func() {
		go func() {
			defer close(p.lines)
			in := bufio.NewReader(os.Stdin)
			for {
				line, err := in.ReadString('\n')
				if line == "" && err != nil {
					return
				}
				p.lines <- strings.TrimRight(line, "\r\n")
			}
		}()
	})
	fmt.Fprint(os.Stdout, prompt)
	p.asking.Store(true)
	defer p.asking.Store(false)
	select {
	case line, ok := <-p.lines:
		if !ok {
			return "", io.EOF
		}
		return line, nil
	case <-p.aborts:
		fmt.Fprintln(os.Stdout)
		return "", liner.ErrPromptAborted
	}
}

// abort ends a prompt that waits; false means that none does.
func (p *plainLines) abort() bool {
	if !p.asking.Load() {
		return false
	}
	select {
	case p.aborts <- struct{}{}:
	case <-time.After(time.Second): // a line came first
	}
	return true
}
