package memory

import (
	"os"
	"path/filepath"
	"testing"
)

// A group's limit bounds the groups within it.
func TestWithin(t *testing.T) {
	root := t.TempDir()
	write := func(path, text string) {
		os.MkdirAll(filepath.Dir(filepath.Join(root, path)), 0o777)
		if err := os.WriteFile(filepath.Join(root, path), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("a/memory.max", "1000\n")
	write("a/memory.current", "300\n")
	write("a/b/memory.max", "max\n")
	write("a/b/memory.current", "200\n")
	for _, c := range []struct{ bytes, held, want uint64 }{{5000, 200, 900}, {5000, 400, 1000}, {700, 200, 700}} {
		if got := within(c.bytes, c.held, root, "/a/b", "memory.max", "memory.current"); got != c.want {
			t.Errorf("%d bytes, of which %d are held: %d, want %d", c.bytes, c.held, got, c.want)
		}
	}
}
