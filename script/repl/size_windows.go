package repl

import (
	"os"

	"golang.org/x/sys/windows"
)

// terminalSize is the size of the terminal in characters, 80 by 24 where nobody knows.
func terminalSize() (cols, rows int) {
	var info windows.ConsoleScreenBufferInfo
	if windows.GetConsoleScreenBufferInfo(windows.Handle(os.Stdout.Fd()), &info) != nil {
		return 80, 24
	}
	return int(info.Window.Right-info.Window.Left) + 1, int(info.Window.Bottom-info.Window.Top) + 1
}
