package repl

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unicode/utf8"

	"github.com/gneuron/gneuron/internal/terminal"
	"github.com/gneuron/gneuron/plot"
	"github.com/gneuron/gneuron/script"
	"github.com/peterh/liner"
)

const (
	prompt     = "> "
	morePrompt = "... "
)

// IsTerminal tells whether the process's standard input is a terminal.
func IsTerminal() bool {
	_, err := liner.TerminalMode()
	return err == nil
}

// Run reads inputs from the terminal and prints their values until Ctrl-D,
// .exit or process.exit, and gives the exit code.
func Run(rt *script.Runtime, stdout, stderr io.Writer) int {
	t := &console{Session: NewSession(rt), out: stdout, err: stderr, history: history{file: historyFile()}}
	t.colours.on = plot.TerminalColors(os.Getenv) > 0 && terminal.Is(os.Stdout)
	t.history.read()
	if err := t.open(); err != nil {
		fmt.Fprintf(stderr, "gneuron: the terminal cannot be read: %v\n", err)
		return 1
	}
	defer t.close()
	rt.OnShow(t.show)

	signals := make(chan os.Signal, 1)
	signal.Notify(signals, append(endSignals, os.Interrupt)...)
	done := make(chan struct{})
	defer close(done)
	defer signal.Stop(signals)
	go func() {
		for {
			select {
			case s := <-signals:
				t.signal(s)
			case <-done:
				return
			}
		}
	}()
	return t.loop()
}

// lines asks for a line, with a text in it that may be changed.
type lines interface {
	PromptWithSuggestion(prompt, text string, pos int) (string, error)
}

// console is a Session with a line editor.
type console struct {
	*Session
	out, err io.Writer
	lines    lines
	editor   *liner.State // nil: the terminal can do nothing
	raw      liner.ModeApplier
	closing  sync.Once
	history  history
	colours  paint
	tabbed   string // what was to be completed last, if many names could do it

	interrupts atomic.Int32 // Ctrl-C since the input started
	since      atomic.Int64 // the first of them, in ms
}

// open makes the line editor, or, of a terminal that can do nothing, or where the
// output goes elsewhere, what reads lines as they come.
func (t *console) open() error {
	if !liner.TerminalSupported() || !terminal.Is(os.Stdout) {
		t.lines = newPlainLines()
		return nil
	}
	editor, err := newLiner(func() { stopKey(t.restore, t.again) })
	if err != nil {
		return err
	}
	t.editor, t.lines = editor, editor
	t.raw, _ = liner.TerminalMode()
	editor.SetCtrlCAborts(true)
	editor.SetMultiLineMode(true)
	editor.SetTabCompletionStyle(liner.TabPrints)
	editor.SetWordCompleter(t.complete)
	editor.SetBeep(false)
	t.offer()
	return nil
}

// offer gives the history to the line editor.
func (t *console) offer() {
	if t.editor == nil {
		return
	}
	t.editor.ClearHistory()
	for _, entry := range t.history.entries {
		t.editor.AppendHistory(entry)
	}
}

// restore gives the terminal back as it was.
func (t *console) restore() {
	if t.editor != nil {
		fmt.Fprint(os.Stdout, pasteOff)
		t.editor.Close()
	}
}

// again takes the terminal anew after restore, in the middle of a line.
func (t *console) again() {
	fmt.Fprint(os.Stdout, pasteOn)
	if t.raw != nil {
		_ = t.raw.ApplyMode() // of a terminal that is gone the next read tells
	}
}

func (t *console) close() { t.closing.Do(t.restore) }

// patience is how long a run that Ctrl-C asked to stop may take to do so.
const patience = 2 * time.Second

// signal serves Ctrl-C, which the terminal sends as a signal while an input runs,
// and what ends the process.
func (t *console) signal(s os.Signal) {
	if s != os.Interrupt {
		t.close()
		fmt.Fprintln(os.Stdout)
		code := 1
		if number, ok := s.(syscall.Signal); ok {
			code = 128 + int(number)
		}
		os.Exit(code)
	}
	if plain, ok := t.lines.(*plainLines); ok && plain.abort() {
		return
	}
	t.rt.Interrupt(script.Interrupted)
	now := time.Now().UnixMilli()
	switch t.interrupts.Add(1) {
	case 1:
		t.since.Store(now)
		return
	case 2:
		if now-t.since.Load() >= patience.Milliseconds() {
			fmt.Fprintln(t.err, "this does not stop; Ctrl-C once more ends the session")
			return
		}
		t.interrupts.Store(1)
	default:
		t.close()
		os.Exit(130)
	}
}

func (t *console) loop() int {
	for {
		code, err := t.read()
		switch {
		case errors.Is(err, liner.ErrPromptAborted):
			continue
		case err != nil: // the end of the input
			fmt.Fprintln(t.out)
			return 0
		case strings.TrimSpace(code) == "":
			continue
		}
		// A Ctrl-C that came between two inputs is not meant for this one.
		t.rt.ClearStop()
		t.interrupts.Store(0)
		before := t.rt.Time()
		err = t.enter(code)
		var exit *script.Exit
		var stopped *script.Stopped
		switch {
		case errors.As(err, &exit):
			return exit.Code
		case err != nil:
			fmt.Fprint(t.err, t.colours.report(script.Report(err)))
			if now := t.rt.Time(); errors.As(err, &stopped) && now != before {
				fmt.Fprintf(t.err, "n.t is %.7g ms\n", now)
			}
		}
	}
}

// enter runs what was entered: a command, a question, or code, whose value it shows.
func (t *console) enter(code string) error {
	if c, argument, err := commandOf(code); c != nil || err != nil {
		if err != nil {
			return err
		}
		return c.run(t, argument)
	}
	if text, ok := t.Question(code); ok {
		fmt.Fprintln(t.out, strings.TrimRight(text, "\n"))
		return nil
	}
	if t.editor != nil {
		cols, _ := terminal.Size(os.Stdout)
		t.rt.SetWidth(cols - 1)
	}
	result, err := t.Eval(code)
	var failed *script.Error
	if errors.As(err, &failed) && failed.Class == "ReferenceError" && leaves.MatchString(code) {
		failed.Hint = ".exit or Ctrl-D leaves"
	}
	if err != nil {
		return err
	}
	return t.print(result)
}

// leaves is what people enter who want to leave.
var leaves = regexp.MustCompile(`^\s*(?:exit|quit|bye)\s*(?:\(\s*\))?\s*;?\s*$`)

// read gives one input, asking for more lines while it is not complete or while a
// paste goes on.
func (t *console) read() (string, error) {
	code, ask, tail := "", prompt, ""
	for {
		line, err := t.ask(ask, tail)
		if err != nil {
			t.remember(code) // the lines before the one that was dropped
			return "", err
		}
		if ask == morePrompt {
			code += "\n"
		}
		var pasting bool
		line, tail, pasting = strings.Cut(line, string(moreMark))
		code += fullText(line)
		ask = morePrompt
		if pasting {
			continue
		}
		if isCommand(code) || t.asks(code) || t.IsComplete(code) != Incomplete {
			break
		}
	}
	t.remember(code)
	return code, nil
}

// asks tells whether an input is a question, n.IClamp?, and not the first line of
// something with ? and :.
func (t *console) asks(code string) bool {
	_, ok := t.Question(code)
	return ok
}

// ask gives one line of the terminal, which tells of pastes meanwhile.
func (t *console) ask(prompt, text string) (string, error) {
	if t.editor == nil {
		return t.lines.PromptWithSuggestion(prompt, text, 0)
	}
	t.again()
	defer fmt.Fprint(os.Stdout, pasteOff)
	line, err := t.lines.PromptWithSuggestion(prompt, text, 0)
	if errors.Is(err, liner.ErrInternal) { // the window has no columns
		err = liner.ErrPromptAborted
		time.Sleep(100 * time.Millisecond)
	}
	return line, err
}

// remember adds an entry to the history.
func (t *console) remember(code string) {
	added, err := t.history.add(code)
	if err != nil {
		fmt.Fprintln(t.err, err)
	}
	if added {
		t.offer()
	}
}

// complete serves the line editor, which counts in characters.
func (t *console) complete(line string, pos int) (head string, names []string, tail string) {
	at := len(line)
	for i := range line {
		if pos == 0 {
			at = i
			break
		}
		pos--
	}
	head, tail = line[:at], line[at:]
	if head != "" && strings.TrimSpace(head) == "" { // the indentation of a further line
		return head, []string{"  "}, tail
	}
	start, names := t.completeLine(head)
	if !utf8.ValidString(line[:start]) {
		return head, nil, tail
	}
	if len(names) > askedAbove {
		if t.tabbed == head { // the second time
			t.listNames(names)
		}
		t.tabbed = head
		names = []string{commonPrefix(names)}
	}
	return line[:start], names, tail
}
