package script

import (
	"os"
	"path/filepath"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
)

// installFS sets the global fs, which is also the module "fs". Paths are those
// of ResolvePath; a file that is written anew goes to the working directory.
func (rt *Runtime) installFS() {
	fs := rt.vm.NewObject()
	rt.set(fs, "readText", func(call goja.FunctionCall) goja.Value {
		path := rt.pathArgument("fs.readText", call)
		data, err := os.ReadFile(rt.ResolvePath(path))
		if err != nil {
			rt.Throw(&Error{Class: "Error", Message: fileError("read", path, err)})
		}
		return rt.vm.ToValue(string(data))
	})
	rt.set(fs, "writeText", func(call goja.FunctionCall) goja.Value {
		path := rt.pathArgument("fs.writeText", call)
		full := path
		if !filepath.IsAbs(full) {
			full = filepath.Join(rt.dir, path)
		}
		if err := os.WriteFile(full, []byte(call.Argument(1).String()), 0o666); err != nil {
			rt.Throw(&Error{Class: "Error", Message: fileError("write", path, err)})
		}
		return goja.Undefined()
	})
	rt.set(fs, "exists", func(call goja.FunctionCall) goja.Value {
		_, err := os.Stat(rt.ResolvePath(rt.pathArgument("fs.exists", call)))
		return rt.vm.ToValue(err == nil)
	})
	rt.Global("fs", fs)
	rt.Module("fs", func() goja.Value { return fs })
}

// pathArgument gives a function's first argument, which must be a string.
func (rt *Runtime) pathArgument(name string, call goja.FunctionCall) string {
	path, ok := call.Argument(0).Export().(string)
	if !ok || path == "" {
		rt.Throw(fault.New(fault.Type, "%s needs a path as a string, not %s", name, rt.Inspect(call.Argument(0))))
	}
	return path
}
