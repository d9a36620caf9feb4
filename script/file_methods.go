package script

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/cformat"
)

// addFile makes the class File.
func (n *neuron) addFile() {
	vm := n.vm
	n.files = map[*fileObject]bool{}
	n.rt.AtExit(func() {
		for f := range n.files {
			_ = n.rt.Try(f.close)
		}
	})
	c := newObjectClass[*fileObject](n.host, "File")
	n.fileClass = c
	truth := func(b bool) goja.Value {
		if b {
			return vm.ToValue(1)
		}
		return vm.ToValue(0)
	}
	open := func(name string, flag int) {
		c.method(name, func(f *fileObject, call goja.FunctionCall) goja.Value {
			if v := call.Argument(0); !absent(v) {
				f.close()
				f.name = n.textOf(v, "the name of a file in File."+name)
			}
			if f.name == "" {
				n.throw(fault.New(fault.Type, "File.%s needs the name of a file", name))
			}
			return truth(f.open(flag))
		})
	}
	open("ropen", os.O_RDONLY)
	open("wopen", os.O_WRONLY|os.O_CREATE|os.O_TRUNC)
	open("aopen", os.O_WRONLY|os.O_CREATE|os.O_APPEND)
	c.method("close", func(f *fileObject, _ goja.FunctionCall) goja.Value { f.close(); return vm.ToValue(0) })
	c.method("delete", func(f *fileObject, _ goja.FunctionCall) goja.Value { f.close(); return goja.Undefined() })
	c.method("isopen", func(f *fileObject, _ goja.FunctionCall) goja.Value { return truth(f.f != nil) })
	c.method("eof", func(f *fileObject, _ goja.FunctionCall) goja.Value { return truth(f.eof()) })
	c.method("tell", func(f *fileObject, _ goja.FunctionCall) goja.Value { return vm.ToValue(f.tell()) })
	c.method("seek", func(f *fileObject, call goja.FunctionCall) goja.Value {
		whole := func(i int, what string) int {
			if absent(call.Argument(i)) {
				return 0
			}
			return n.integer(call.Argument(i), func() string { return what })
		}
		from := whole(1, "the origin of File.seek")
		if from < 0 || from > 2 {
			n.throw(fault.Outside("the origin of File.seek", float64(from), 0, 2).WithHint("0 is the start, 1 the present place, 2 the end"))
		}
		return truth(f.seek(int64(whole(0, "the offset of File.seek")), from) != nil)
	})
	c.method("flush", func(f *fileObject, _ goja.FunctionCall) goja.Value {
		f.needOpen("flush")
		if f.w != nil {
			f.fail("write", f.w.Flush())
		}
		return vm.ToValue(1)
	})
	c.method("printf", func(f *fileObject, call goja.FunctionCall) goja.Value {
		text := n.format("File.printf", call.Arguments)
		_, err := f.writer("printf").WriteString(text)
		f.fail("write", err)
		return vm.ToValue(0)
	})
	c.method("scanvar", func(f *fileObject, _ goja.FunctionCall) goja.Value {
		x, err := cformat.Number(f.reader("scanvar"))
		if errors.Is(err, io.EOF) {
			n.throw(fault.New(fault.Model, "File.scanvar: there is no further number in %s", f.name).WithHint("file.eof() tells whether it ends here"))
		}
		f.fail("read", err)
		return vm.ToValue(x)
	})
	// Each gives the text, or null at the end; with n.ref("") it puts the text
	// there and gives its length, or -1, as NEURON does.
	give := func(call goja.FunctionCall, what, text string, ok bool) goja.Value {
		switch {
		case len(call.Arguments) == 0 && ok:
			return vm.ToValue(text)
		case len(call.Arguments) == 0:
			return goja.Null()
		case !ok:
			return vm.ToValue(-1)
		}
		n.giveText(call.Arguments[0], "the argument of "+what, text)
		return vm.ToValue(len(text))
	}
	c.method("scanstr", func(f *fileObject, call goja.FunctionCall) goja.Value {
		word, err := cformat.Word(f.reader("scanstr"))
		if err != nil && !errors.Is(err, io.EOF) {
			f.fail("read", err)
		}
		return give(call, "File.scanstr", word, err == nil)
	})
	c.method("gets", func(f *fileObject, call goja.FunctionCall) goja.Value {
		text, ok := f.line()
		return give(call, "File.gets", text, ok)
	})
	told := func(what string, text func(*fileObject) string) func(*fileObject, goja.FunctionCall) goja.Value {
		return func(f *fileObject, call goja.FunctionCall) goja.Value {
			if len(call.Arguments) > 0 {
				n.giveText(call.Arguments[0], "the argument of "+what, text(f))
			}
			return vm.ToValue(text(f))
		}
	}
	c.method("getname", told("File.getname", func(f *fileObject) string { return f.name }))
	c.method("dir", told("File.dir", func(f *fileObject) string { return "" }))
	c.method("mktemp", func(f *fileObject, _ goja.FunctionCall) goja.Value {
		f.close()
		made, err := os.CreateTemp("", "gneuron")
		f.fail("make", err)
		f.name = made.Name()
		f.fail("make", made.Close())
		return vm.ToValue(1)
	})
	c.method("unlink", func(f *fileObject, _ goja.FunctionCall) goja.Value {
		f.close()
		path := f.name
		if !filepath.IsAbs(path) {
			path = filepath.Join(n.rt.dir, path)
		}
		return truth(f.name != "" && os.Remove(path) == nil)
	})
	c.method("chooser", func(*fileObject, goja.FunctionCall) goja.Value {
		n.throw(fault.New(fault.Model, "gneuron has no windows: File.chooser cannot ask for a file").
			WithHint("take the name from process.argv, or write it down: file.ropen(\"data.txt\")"))
		return nil
	})
	for name, use := range map[string]string{"vwrite": "vector.vwrite(file)", "vread": "vector.vread(file)"} {
		c.method(name, func(*fileObject, goja.FunctionCall) goja.Value {
			n.throw(fault.New(fault.Type, "File.%s takes the address of numbers, which JavaScript does not have", name).WithHint("use %s", use))
			return nil
		})
	}
	n.members["File"] = n.constructor("File", c.proto, func(args []goja.Value) *goja.Object {
		f := &fileObject{n: n}
		if len(args) > 0 && !absent(args[0]) {
			f.name = n.textOf(args[0], "the name of a File")
		}
		return wrapObject(n.host, c, f)
	})
}

// fileArgument takes argument i of a call as a File; what names it in the error.
func (n *neuron) fileArgument(v goja.Value, what string) *fileObject {
	f, ok := n.fileClass.self(v)
	if !ok {
		n.throw(fault.New(fault.Type, "%s must be a File, not %s", what, n.show(v)).WithHint("make one with n.File(), then file.ropen(path) or file.wopen(path)"))
	}
	return f
}

// format is C's printf with the values of a script.
func (n *neuron) format(what string, args []goja.Value) string {
	if len(args) == 0 {
		n.throw(fault.New(fault.Type, "%s needs a format, such as \"%%g\\n\"", what))
	}
	format := n.textOf(args[0], "the format of "+what)
	kinds, values := cformat.Conversions(format), args[1:]
	if len(values) < len(kinds) {
		n.throw(fault.New(fault.Type, "%s: the format %q needs %d values, not %d", what, format, len(kinds), len(values)))
	}
	list := make([]any, len(kinds))
	for i, kind := range kinds {
		name := func() string { return what + ": the value of %" + string(kind) }
		switch {
		case kind == 's':
			list[i] = n.textOf(values[i], name())
		case kind == 'p':
			n.throw(fault.New(fault.Type, "%s: JavaScript has no addresses for %%p", what))
		default:
			list[i] = n.number(values[i], name)
		}
	}
	return cformat.Format(format, list...)
}
