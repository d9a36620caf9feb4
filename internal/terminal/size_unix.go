//go:build unix

package terminal

import (
	"os"

	"golang.org/x/sys/unix"
)

// size asks the kernel, which knows it of terminals alone.
func size(f *os.File) (cols, rows int, ok bool) {
	s, err := unix.IoctlGetWinsize(int(f.Fd()), unix.TIOCGWINSZ)
	if err != nil {
		return 0, 0, false
	}
	return int(s.Col), int(s.Row), true
}
