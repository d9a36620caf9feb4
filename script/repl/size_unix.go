//go:build unix

package repl

import (
	"os"

	"golang.org/x/sys/unix"
)

// terminalSize is the size of the terminal in characters, 80 by 24 where nobody knows.
func terminalSize() (cols, rows int) {
	size, err := unix.IoctlGetWinsize(int(os.Stdout.Fd()), unix.TIOCGWINSZ)
	if err != nil || size.Col == 0 || size.Row == 0 {
		return 80, 24
	}
	return int(size.Col), int(size.Row)
}
