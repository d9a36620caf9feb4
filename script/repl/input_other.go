//go:build !unix

package repl

import (
	"os"

	"github.com/peterh/liner"
)

// stopKey does nothing: there is no such thing.
func stopKey(func(), func()) {}

// newLiner makes a line editor. On Windows it reads the events of the console itself,
// which tells nothing of what was pasted: its lines run one by one, as if typed.
func newLiner(func()) (*liner.State, error) { return liner.NewLiner(), nil }

// endSignals end a session.
var endSignals []os.Signal
