//go:build !unix && !windows

package repl

// terminalSize is the size of a common terminal in characters.
func terminalSize() (cols, rows int) { return 80, 24 }
