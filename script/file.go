package script

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/gneuron/gneuron/fault"
)

// fileObject is n.File: a file that is read or written piece by piece. What it reads
// from is r, what it writes to is w; at most one of them is not nil.
type fileObject struct {
	n    *neuron
	name string
	f    *os.File
	r    *bufio.Reader
	w    *bufio.Writer
	why  error // why the last attempt to open failed
}

// Inspect shows the name, and whether it is open.
func (f *fileObject) Inspect() string {
	state := "closed"
	switch {
	case f.r != nil:
		state = "open for reading"
	case f.w != nil:
		state = "open for writing"
	}
	return fmt.Sprintf("File %q, %s", f.name, state)
}

// fail throws what the operating system said.
func (f *fileObject) fail(verb string, err error) {
	if err != nil {
		f.n.throw(fault.New(fault.Model, "%s", fileError(verb, f.name, err)))
	}
}

// needOpen throws unless the file is open; what is the method that needs it.
func (f *fileObject) needOpen(what string) {
	if f.f != nil {
		return
	}
	if f.why != nil {
		f.n.throw(fault.New(fault.Model, "File.%s: %s", what, fileError("open", f.name, f.why)).
			WithHint("ropen, wopen and aopen give 0 when they fail, as in NEURON: ask for it"))
	}
	if f.name == "" {
		f.n.throw(fault.New(fault.Model, "File.%s: no file is open", what).WithHint("open one with ropen(path), wopen(path) or aopen(path)"))
	}
	f.n.throw(fault.New(fault.Model, "File.%s: the file %s is not open", what, f.name).
		WithHint("open it with ropen (to read), wopen (to write) or aopen (to append)"))
}

// reader gives what the file is read from; what is the method that reads.
func (f *fileObject) reader(what string) *bufio.Reader {
	f.needOpen(what)
	if f.r == nil {
		f.n.throw(fault.New(fault.Model, "File.%s: the file %s is open for writing", what, f.name).WithHint("close it, then open it with ropen()"))
	}
	return f.r
}

// writer gives what the file is written to; what is the method that writes.
func (f *fileObject) writer(what string) *bufio.Writer {
	f.needOpen(what)
	if f.w == nil {
		f.n.throw(fault.New(fault.Model, "File.%s: the file %s is open for reading", what, f.name).WithHint("close it, then open it with wopen() or aopen()"))
	}
	return f.w
}

// close closes the file, if it is open.
func (f *fileObject) close() {
	if f.f == nil {
		return
	}
	var err error
	if f.w != nil {
		err = f.w.Flush()
	}
	err = errors.Join(err, f.f.Close())
	delete(f.n.files, f)
	f.f, f.r, f.w = nil, nil, nil
	f.fail("write", err)
}

// remove is delete().
func (f *fileObject) remove() { f.close() }

// open opens the file anew and tells whether it could; flag 0 means to read.
func (f *fileObject) open(flag int) bool {
	f.close()
	path := f.name
	switch {
	case flag == 0:
		path = f.n.rt.ResolvePath(path)
	case !filepath.IsAbs(path):
		path = filepath.Join(f.n.rt.dir, path)
	}
	opened, err := os.OpenFile(path, flag, 0o666)
	if err == nil && flag == 0 {
		if info, statErr := opened.Stat(); statErr == nil && info.IsDir() {
			_ = opened.Close()
			err = errors.New("it is a folder")
		}
	}
	if f.why = err; err != nil {
		return false
	}
	f.f = opened
	f.n.files[f] = true
	if flag == 0 {
		f.r = bufio.NewReader(opened)
		return true
	}
	if flag&os.O_APPEND != 0 {
		if _, err := opened.Seek(0, io.SeekEnd); err != nil {
			f.fail("seek in", err)
		}
	}
	f.w = bufio.NewWriter(opened)
	return true
}

// tell gives the place in the file.
func (f *fileObject) tell() int64 {
	f.needOpen("tell")
	at, err := f.f.Seek(0, io.SeekCurrent)
	f.fail("tell the place in", err)
	if f.r != nil {
		return at - int64(f.r.Buffered())
	}
	return at + int64(f.w.Buffered())
}

// seek goes to a place, counted from the start (0), the present place (1) or
// the end (2).
func (f *fileObject) seek(offset int64, from int) error {
	f.needOpen("seek")
	if from == io.SeekCurrent {
		offset, from = offset+f.tell(), io.SeekStart
	}
	if f.w != nil {
		if err := f.w.Flush(); err != nil {
			return err
		}
	}
	if _, err := f.f.Seek(offset, from); err != nil {
		return err
	}
	if f.r != nil {
		f.r.Reset(f.f)
	}
	return nil
}

// eof tells whether there is nothing more to read.
func (f *fileObject) eof() bool {
	f.needOpen("eof")
	if f.r == nil {
		return true
	}
	_, err := f.r.Peek(1)
	return err != nil
}

// line reads a line with its end; the last one gets an end if it has none.
func (f *fileObject) line() (string, bool) {
	text, err := f.reader("gets").ReadString('\n')
	switch {
	case err == nil:
		return text, true
	case !errors.Is(err, io.EOF):
		f.fail("read", err)
	}
	if text == "" {
		return "", false
	}
	return text + "\n", true
}
