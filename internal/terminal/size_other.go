//go:build !unix && !windows

package terminal

import "os"

func size(f *os.File) (cols, rows int, ok bool) {
	info, err := f.Stat()
	return 0, 0, err == nil && info.Mode()&os.ModeCharDevice != 0
}
