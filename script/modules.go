package script

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/unistring"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/stdlib"
)

// ModuleEndings are tried, in this order, on a module path that names no file.
var ModuleEndings = []string{"", ".js", ".ts", ".mjs", ".cjs", ".mts", ".cts", ".json", "/index.js", "/index.ts"}

// installModules sets the global require and registers the modules that are
// written in JavaScript.
func (rt *Runtime) installModules() {
	rt.Global("require", rt.requireFrom(""))
	for _, name := range stdlib.Scripts() {
		rt.Module("gneuron/"+name, func() goja.Value { return rt.loadEmbedded(name) })
	}
}

// loadEmbedded runs a module of the standard library.
func (rt *Runtime) loadEmbedded(name string) goja.Value {
	full := "gneuron/" + name
	src, err := rt.parse(full, stdlib.Script(name))
	if err != nil {
		panic(err) // the module is part of this program
	}
	src.internal = true
	mod := rt.newModule(full)
	if err := rt.runModule(src, mod); err != nil {
		rt.Throw(err)
	}
	return mod.Get("exports")
}

// Modules lists the names of the built-in modules, sorted.
func (rt *Runtime) Modules() []string { return slices.Sorted(maps.Keys(rt.builtins)) }

// newModule makes the module object for a path.
func (rt *Runtime) newModule(path string) *goja.Object {
	mod := rt.vm.NewObject()
	rt.set(mod, "id", path)
	rt.set(mod, "filename", path)
	rt.set(mod, "exports", rt.vm.NewObject())
	return mod
}

// set defines an ordinary property; it fails only on a bug. A Go function is called
// as the property.
func (rt *Runtime) set(obj *goja.Object, name string, value any) {
	v := rt.vm.ToValue(value)
	rt.nameFunction(v, name)
	if err := obj.Set(name, v); err != nil {
		panic(err)
	}
}

// nameFunction gives a function that has the name of a Go function a name of its own.
func (rt *Runtime) nameFunction(v goja.Value, name string) {
	f, ok := v.(*goja.Object)
	if !ok {
		return
	}
	if _, callable := goja.AssertFunction(f); callable && strings.Contains(stringProperty(f, "name"), "/") {
		rt.constant(f, "name", name)
	}
}

// requireFrom makes the require function for the module in a folder; "" is the
// main script, -e or the REPL.
func (rt *Runtime) requireFrom(dir string) *goja.Object { return rt.requireFor(dir, nil) }

// requireFor makes the require function for a source, whose imports are held to the
// exports of a module when it is asked for.
func (rt *Runtime) requireFor(dir string, src *source) *goja.Object {
	imports := src.imports()
	fn := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		name, ok := call.Argument(0).Export().(string)
		if !ok {
			rt.Throw(fault.New(fault.Type, "require needs the name of a module as a string, not %s", rt.Inspect(call.Argument(0))))
		}
		v := rt.require(name, dir)
		if exports, ok := v.(*goja.Object); ok && exports.ExportType() == typeProxy { // else it is of no ES module, or still runs
			for _, imported := range imports[name] {
				exports.Get(imported)
			}
		}
		return v
	}).(*goja.Object)
	if rt.mainMod != nil {
		rt.set(fn, "main", rt.mainMod)
	}
	return fn
}

// require gives the exports of a module, running it if it is new. A module
// that is still running (a cycle) gives what it has exported so far.
func (rt *Runtime) require(name, dir string) goja.Value {
	if load := rt.builtins[name]; load != nil {
		if mod := rt.cache[name]; mod != nil {
			return mod.Get("exports")
		}
		mod := rt.newModule(name)
		exports := load()
		if obj, ok := exports.(*goja.Object); ok && rt.Host(obj) == nil {
			exports = rt.strict(obj, "the module "+strconv.Quote(name)+" exports no")
		}
		rt.set(mod, "exports", exports)
		rt.cache[name] = mod
		return mod.Get("exports")
	}
	path := rt.findModule(name, dir)
	if path == "" {
		rt.Throw(rt.noModule(name, dir))
	}
	if mod := rt.cache[path]; mod != nil {
		return mod.Get("exports")
	}
	mod := rt.newModule(path)
	rt.cache[path] = mod
	if err := rt.loadModule(path, mod); err != nil {
		delete(rt.cache, path)
		rt.Throw(err)
	}
	if exports, ok := mod.Get("exports").(*goja.Object); ok && rt.isESModule(exports) {
		rt.set(mod, "exports", rt.strict(exports, "the module "+strconv.Quote(name)+" exports no"))
	}
	return mod.Get("exports")
}

// isESModule tells the exports of an ES module, which the transformer marked.
func (rt *Runtime) isESModule(exports *goja.Object) bool {
	mark := exports.Get("__esModule")
	return mark != nil && mark.ToBoolean()
}

// strict makes an object refuse names that it does not have, such as the
// exports of a module: import { misspelt } from "module" would else be
// undefined. complaint is the message up to the name.
func (rt *Runtime) strict(obj *goja.Object, complaint string) goja.Value {
	proxy := rt.vm.NewProxy(obj, &goja.ProxyTrapConfig{
		Get: func(target *goja.Object, name string, _ goja.Value) goja.Value {
			v := target.Get(name)
			if v != nil || foreign[name] || name == "__esModule" || name == "default" {
				return v
			}
			e := fault.New(fault.Reference, "%s %q", complaint, name)
			e.Variable = name
			rt.Throw(e.DidYouMean(nearest(name, target.GetOwnPropertyNames())))
			return nil
		},
	})
	return rt.vm.ToValue(proxy)
}

// loadModule reads and runs a file as a module.
func (rt *Runtime) loadModule(path string, mod *goja.Object) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return &Error{Message: fileError("read", rt.displayName(path), err)}
	}
	if filepath.Ext(path) == ".json" {
		return rt.loadJSON(path, string(data), mod)
	}
	src, err := rt.parse(rt.displayName(path), string(data))
	if err != nil {
		return err
	}
	if src.async {
		return src.syntaxError(0, 0, "only the main script may await at its top level")
	}
	return rt.runModule(src, mod)
}

// loadJSON makes the value of a JSON file a module's exports.
func (rt *Runtime) loadJSON(path, text string, mod *goja.Object) error {
	src := &source{name: rt.displayName(path), text: text}
	var ignored json.RawMessage
	if err := json.Unmarshal([]byte(text), &ignored); err != nil {
		var bad *json.SyntaxError
		if errors.As(err, &bad) {
			before := text[:max(0, min(int(bad.Offset)-1, len(text)))]
			line := strings.Count(before, "\n") + 1
			start := strings.LastIndexByte(before, '\n') + 1
			return src.syntaxError(line, runeColumn(text[start:], len(before)-start+1), bad.Error())
		}
		return src.syntaxError(0, 0, err.Error())
	}
	v, err := rt.call("JSON.parse", rt.vm.ToValue(text))
	if err != nil {
		return err
	}
	return mod.Set("exports", v)
}

// runMain runs the main script as a module: its top level is a function's
// body, which the engine runs twice as fast as the global scope.
func (rt *Runtime) runMain(path, text string) error {
	mod := rt.newModule(path)
	rt.mainMod = mod
	rt.cache[path] = mod
	src, err := rt.parse(rt.scriptName, text)
	if err != nil {
		return err
	}
	return rt.runModule(src, mod)
}

// runModule runs a parsed source as the body of a function with node's five
// parameters. The function is put around the syntax tree, not around the text,
// so that positions stay as written.
func (rt *Runtime) runModule(src *source, mod *goja.Object) error {
	if err := rt.keepSimulator(src); err != nil {
		return err
	}
	p, err := src.compile(wrapModule(src.prg, src.async))
	if err != nil {
		return err
	}
	f, err := rt.vm.RunProgram(p)
	if err != nil {
		return err
	}
	call, _ := goja.AssertFunction(f)
	path := mod.Get("filename").String()
	dir := filepath.Dir(path)
	exports := mod.Get("exports")
	result, err := call(exports, exports, rt.requireFor(dir, src), mod, rt.vm.ToValue(path), rt.vm.ToValue(dir))
	if err != nil {
		return err
	}
	if src.async {
		rt.loop.main, _ = result.Export().(*goja.Promise)
	}
	return nil
}

// runGlobal runs a parsed source in the global scope and gives the value of its
// last expression.
func (rt *Runtime) runGlobal(src *source) (goja.Value, error) {
	if err := rt.keepSimulator(src); err != nil {
		return nil, err
	}
	p, err := src.compile(src.prg)
	if err != nil {
		return nil, err
	}
	return rt.vm.RunProgram(p)
}

// wrapModule makes a program whose value is a function, async or not, with the
// statements of prg as its body.
func wrapModule(prg *ast.Program, async bool) *ast.Program {
	at, end := file.Idx(prg.File.Base()), file.Idx(prg.File.Base()+len(prg.File.Source()))
	params := &ast.ParameterList{Opening: at, Closing: at}
	for _, name := range []string{"exports", "require", "module", "__filename", "__dirname"} {
		id := &ast.Identifier{Name: unistring.NewFromString(name), Idx: at}
		params.List = append(params.List, &ast.Binding{Target: id})
	}
	fn := &ast.FunctionLiteral{
		Function:        at,
		ParameterList:   params,
		Body:            &ast.BlockStatement{LeftBrace: at, List: prg.Body, RightBrace: end - 1},
		DeclarationList: prg.DeclarationList,
		Async:           async,
	}
	return &ast.Program{Body: []ast.Statement{&ast.ExpressionStatement{Expression: fn}}, File: prg.File}
}

// findModule gives the absolute path of the file that a module name means, or
// "". A name that starts with ./ or ../ is looked for beside the module that
// asks, any other in the working directory; then the working directory and the
// folder of the main script are tried for both.
func (rt *Runtime) findModule(name, dir string) string {
	if dir == "" {
		dir = rt.ScriptDir()
	}
	var folders []string
	switch {
	case filepath.IsAbs(name):
		folders = []string{""}
	case strings.HasPrefix(name, "./"), strings.HasPrefix(name, "../"), name == ".", name == "..":
		folders = []string{dir, rt.dir, rt.ScriptDir()}
	default:
		folders = []string{rt.dir, dir, rt.ScriptDir()}
	}
	for _, folder := range folders {
		for _, ending := range ModuleEndings {
			path := filepath.Join(folder, filepath.FromSlash(name)+ending)
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				return path
			}
		}
		// TypeScript sources import their siblings by the names of the outputs.
		if base, ok := strings.CutSuffix(name, ".js"); ok {
			path := filepath.Join(folder, filepath.FromSlash(base)+".ts")
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				return path
			}
		}
	}
	return ""
}

// noModule is the error for a module that is not there.
func (rt *Runtime) noModule(name, dir string) error {
	if dir == "" {
		dir = rt.ScriptDir()
	}
	e := &Error{Class: "Error", Message: "there is no module " + strconv.Quote(name)}
	candidates := rt.Modules()
	lead, _ := filepath.Split(name)
	for _, folder := range []string{dir, rt.dir} {
		entries, err := os.ReadDir(filepath.Join(folder, lead))
		if err != nil {
			continue
		}
		for _, entry := range entries {
			switch ext := filepath.Ext(entry.Name()); {
			case entry.IsDir(), ext == "":
			case slices.Contains(ModuleEndings, ext):
				candidates = append(candidates, lead+entry.Name(), lead+strings.TrimSuffix(entry.Name(), ext))
			}
		}
	}
	if near := spell.Nearest(name, candidates); near != "" {
		e.Hint = "did you mean " + strconv.Quote(near) + "?"
	} else if strings.HasPrefix(name, ".") {
		e.Hint = "looked in " + rt.displayName(dir) + " and in the working directory"
	} else {
		e.Hint = "built-in modules: " + strings.Join(rt.Modules(), ", ") + "; a file of your own is \"./" + name + "\""
	}
	return e
}

// ResolvePath gives the file that a path in a script means: relative to the
// working directory if it exists there, else to the folder of the main script
// if it exists there, else again to the working directory.
func (rt *Runtime) ResolvePath(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	here := filepath.Join(rt.dir, path)
	if _, err := os.Stat(here); err == nil {
		return here
	}
	beside := filepath.Join(rt.ScriptDir(), path)
	if _, err := os.Stat(beside); err == nil {
		return beside
	}
	return here
}

// displayName is how messages call a file: relative to the working directory
// if it lies below it.
func (rt *Runtime) displayName(path string) string {
	if rel, err := filepath.Rel(rt.dir, path); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return rel
	}
	return path
}
