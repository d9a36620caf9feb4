//go:build unix

package repl

import (
	"os"
	"os/signal"

	"github.com/peterh/liner"
	"golang.org/x/sys/unix"
)

// stopKey is what Ctrl-Z does: the process stops, as others do, and goes on with the
// terminal as it was.
func stopKey(restore func(), again func()) {
	restore()
	resumed := make(chan os.Signal, 1)
	signal.Notify(resumed, unix.SIGCONT)
	defer signal.Stop(resumed)
	if unix.Kill(0, unix.SIGTSTP) == nil {
		<-resumed
	}
	again()
}

// newLiner makes a line editor whose keys come through a filter that knows what was
// pasted. The editor knows nothing of that, but reads os.Stdin as it finds it when it
// is made; the modes of the terminal it sets by the number of the file.
func newLiner(suspend func()) (*liner.State, error) {
	from, to, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	terminal := os.Stdin
	os.Stdin = from
	line := liner.NewLiner()
	os.Stdin = terminal
	go func() {
		filter := &pasteFilter{to: to, suspend: suspend}
		_ = filter.run(terminal) // the end of the terminal is that of the session
		to.Close()
	}()
	return line, nil
}

// endSignals end a session.
var endSignals = []os.Signal{unix.SIGTERM, unix.SIGHUP, unix.SIGQUIT}
