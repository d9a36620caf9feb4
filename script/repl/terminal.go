package repl

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"unicode/utf8"

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
	t := &terminal{Session: NewSession(rt), out: stdout, err: stderr, line: liner.NewLiner(), history: historyFile()}
	defer t.line.Close()
	t.line.SetCtrlCAborts(true)
	t.line.SetTabCompletionStyle(liner.TabPrints)
	t.line.SetWordCompleter(t.complete)
	t.readHistory()
	rt.OnShow(func(f *plot.Figure) error { return showFigure(stdout, f) })

	// While an input runs the terminal sends Ctrl-C as a signal.
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	done := make(chan struct{})
	defer close(done)
	defer signal.Stop(signals)
	go func() {
		for {
			select {
			case <-signals:
				rt.Interrupt(script.Interrupted)
			case <-done:
				return
			}
		}
	}()
	return t.loop()
}

// terminal is a Session with a line editor.
type terminal struct {
	*Session
	out, err io.Writer
	line     *liner.State
	history  string // file of the history; "": none
}

func (t *terminal) loop() int {
	for {
		code, err := t.read()
		switch {
		case errors.Is(err, liner.ErrPromptAborted):
			continue
		case err != nil: // the end of the input
			fmt.Fprintln(t.out)
			return 0
		}
		command := strings.Fields(code)
		switch {
		case len(command) == 0:
			continue
		case command[0] == ".exit":
			return 0
		case command[0] == ".help":
			fmt.Fprintln(t.out, generalHelp)
			continue
		case command[0] == ".load":
			err = t.load(command[1:])
		default:
			// A Ctrl-C that came between two inputs is not meant for this one.
			t.rt.ClearStop()
			var result Result
			result, err = t.Eval(code)
			if err == nil && result.Text != "" {
				fmt.Fprintln(t.out, result.Text)
			}
		}
		var exit *script.Exit
		if errors.As(err, &exit) {
			return exit.Code
		}
		if err != nil {
			fmt.Fprint(t.err, script.Report(err))
		}
	}
}

// read gives one input, asking for more lines while it is not complete.
func (t *terminal) read() (string, error) {
	code, err := t.line.Prompt(prompt)
	if err != nil {
		return "", err
	}
	for !strings.HasPrefix(code, ".") && t.IsComplete(code) == Incomplete {
		t.remember(lastLine(code))
		more, err := t.line.Prompt(morePrompt)
		if err != nil {
			return "", err
		}
		code += "\n" + more
	}
	t.remember(lastLine(code))
	return code, nil
}

func lastLine(code string) string { return code[strings.LastIndexByte(code, '\n')+1:] }

// remember adds a line to the history, here and in its file, which thus keeps
// the lines of a session whose window was closed, and of several at once.
func (t *terminal) remember(line string) {
	if strings.TrimSpace(line) == "" {
		return
	}
	t.line.AppendHistory(line)
	if t.history == "" {
		return
	}
	if err := appendLine(t.history, line); err != nil {
		fmt.Fprintf(t.err, "the history is not saved: %v\n", err)
		t.history = ""
	}
}

func appendLine(path, line string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(f, line)
	return errors.Join(err, f.Close())
}

// load runs a file as if its text had been entered.
func (t *terminal) load(args []string) error {
	if len(args) != 1 {
		return &script.Error{Message: ".load needs the name of one file"}
	}
	text, err := os.ReadFile(t.rt.ResolvePath(args[0]))
	if err != nil {
		return &script.Error{Message: "cannot read " + args[0] + ": " + errors.Unwrap(err).Error()}
	}
	t.rt.ClearStop()
	_, err = t.eval(args[0], string(text))
	return err
}

// complete serves the line editor, which counts in characters.
func (t *terminal) complete(line string, pos int) (head string, names []string, tail string) {
	at := len(line)
	for i := range line {
		if pos == 0 {
			at = i
			break
		}
		pos--
	}
	start, names := t.Complete(line, at)
	if !utf8.ValidString(line[:start]) {
		return line[:at], nil, line[at:]
	}
	return line[:start], names, line[at:]
}

// historyFile is $GNEURON_HISTORY, or gneuron/history in the user's
// configuration folder; "" where there is neither.
func historyFile() string {
	if path, ok := os.LookupEnv("GNEURON_HISTORY"); ok {
		return path
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "gneuron", "history")
}

// readHistory loads the history; a first start has none. A file that has grown
// beyond what the line editor keeps is cut to that.
func (t *terminal) readHistory() {
	f, err := os.Open(t.history)
	if err != nil {
		return
	}
	lines, err := t.line.ReadHistory(f)
	f.Close()
	if err != nil || lines <= 2*liner.HistoryLimit {
		return
	}
	if f, err := os.Create(t.history); err == nil {
		_, _ = t.line.WriteHistory(f)
		f.Close()
	}
}

// showFigure draws a figure over the width of the terminal and at most its height,
// as far as it keeps its shape.
func showFigure(w io.Writer, f *plot.Figure) error {
	cols, rows := terminalSize()
	cols = min(cols-1, 160)
	tall := int(float64(cols)/2*f.Height/f.Width + 0.5) // a character is twice as high as wide
	return f.WriteText(w, plot.Terminal{
		Cols: max(cols, 20), Rows: max(min(tall, rows-2), 8), Colors: plot.TerminalColors(os.Getenv),
	})
}
