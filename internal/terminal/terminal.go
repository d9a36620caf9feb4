// Package terminal tells about the terminal that a file may be.
package terminal

import "os"

// Is tells whether a file is a terminal.
func Is(f *os.File) bool {
	_, _, ok := size(f)
	return ok
}

// Size is the size of a terminal in characters, 80 by 24 where nobody knows.
func Size(f *os.File) (cols, rows int) {
	if cols, rows, ok := size(f); ok && cols > 0 && rows > 0 {
		return cols, rows
	}
	return 80, 24
}
