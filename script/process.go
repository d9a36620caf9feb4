package script

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
)

// installProcess sets the globals process and performance.
func (rt *Runtime) installProcess() {
	process := rt.vm.NewObject()
	rt.set(process, "platform", runtime.GOOS)
	rt.set(process, "cwd", func() string { return rt.dir })
	rt.set(process, "exit", rt.exit)
	rt.lazy(process, "argv", rt.argv)
	rt.lazy(process, "env", rt.env)
	stdout := rt.vm.NewObject()
	rt.set(stdout, "write", func(text string) bool {
		fmt.Fprint(rt.stdout, text)
		return true
	})
	rt.set(process, "stdout", stdout)
	rt.Global("process", process)

	performance := rt.vm.NewObject()
	rt.set(performance, "now", func() float64 {
		return float64(time.Since(rt.start)) / float64(time.Millisecond)
	})
	rt.Global("performance", performance)
}

// exit serves process.exit(code): the script ends at once, without its finally
// blocks, timers and promises.
func (rt *Runtime) exit(call goja.FunctionCall) goja.Value {
	code := int64(0)
	if v := call.Argument(0); !goja.IsUndefined(v) {
		if !goja.IsNumber(v) {
			rt.Throw(fault.New(fault.Type, "process.exit: code must be a number, not %s", rt.brief(v)))
		}
		f := v.ToFloat()
		code = int64(f)
		if float64(code) != f || code < 0 || code > 255 {
			rt.Throw(fault.Outside("process.exit: code", f, 0, 255).WithHint("an exit code is a whole number"))
		}
	}
	rt.stop.exit = &Exit{Code: int(code)}
	rt.unwind()
	return nil
}

// argv is the program, the script and the arguments that follow it.
func (rt *Runtime) argv() goja.Value {
	list := []any{"gneuron"}
	if rt.scriptPath != "" {
		list = append(list, rt.scriptPath)
	} else {
		list = append(list, "")
	}
	for _, a := range rt.args {
		list = append(list, a)
	}
	return rt.vm.NewArray(list...)
}

// env is a copy of the environment.
func (rt *Runtime) env() goja.Value {
	obj := rt.vm.NewObject()
	for _, entry := range os.Environ() {
		if name, value, ok := strings.Cut(entry, "="); ok && name != "" {
			rt.set(obj, name, value)
		}
	}
	return obj
}

// lazy defines a property whose value is made when it is first read.
func (rt *Runtime) lazy(obj *goja.Object, name string, load func() goja.Value) {
	getter := rt.vm.ToValue(func(goja.FunctionCall) goja.Value {
		v := load()
		if err := obj.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE); err != nil {
			panic(err)
		}
		return v
	})
	if err := obj.DefineAccessorProperty(name, getter, nil, goja.FLAG_TRUE, goja.FLAG_TRUE); err != nil {
		panic(err)
	}
}
