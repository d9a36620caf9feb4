package script

import (
	"path/filepath"
	"regexp"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
	"github.com/gneuron/gneuron/fault"
	"github.com/go-sourcemap/sourcemap"
)

// travelling is a function on its way to another runtime, as its source text.
// What it finds outside of itself does not travel, but for the imports of its
// file.
type travelling struct {
	file    string // as messages show it
	path    string // absolute; "" for the working directory
	text    string // of the file, as written
	code    string // makes the function, at the positions that it has in the file
	shift   int    // bytes before the first line of code
	mapping []byte // source map, where the transformer made the code
	imports [][2]string
}

// importLine is how the transformer writes an import.
var importLine = regexp.MustCompile(`(?m)^var ([\w$]+) = (?:__toESM\()?require\("([^"\n]+)"\)`)

// interop gives a module the property default that an import may ask for.
const interop = `((m) => m && m.__esModule ? m : new Proxy(m, { get: (m, k) => k === "default" ? m : m[k] }))`

// travel prepares a function for its way.
func (rt *Runtime) travel(fn *goja.Object) (*travelling, error) {
	text := fn.String()
	switch {
	case strings.Contains(text, "[native code]"):
		return nil, fault.New(fault.Type, "submit: the function is built in or bound, so it has no source text to run elsewhere").
			WithHint("write a function around it: (x) => Math.sqrt(x)")
	case strings.HasPrefix(text, "class"):
		return nil, fault.New(fault.Type, "submit: a class is no function to call").WithHint("write a function around it: (x) => new Cell(x).run()")
	}
	t := &travelling{file: "job", text: text}
	before := ""
	if src := rt.sourceOf(text); src != nil {
		whole := src.prg.File.Source()
		t.file, t.text, t.shift, t.mapping = src.name, src.text, src.shift, src.mapping
		if filepath.IsAbs(src.name) {
			t.path = src.name
		} else {
			t.path = filepath.Join(rt.dir, src.name)
		}
		before = blank(whole[:strings.Index(whole, text)])
		for _, m := range importLine.FindAllStringSubmatch(whole, -1) {
			if src.transformed && strings.Contains(text, m[1]) {
				t.imports = append(t.imports, [2]string{m[1], m[2]})
			}
		}
	}
	params := "require, __filename, __dirname"
	for _, m := range t.imports {
		params += ", " + m[0]
	}
	var err error
	for _, around := range [][2]string{{"(", "\n)"}, {"Object.values({", "\n})[0]"}} { // a function; a method
		prefix := "((" + params + ") => " + around[0]
		t.code = prefix + before + text + around[1] + ")"
		if _, err = parser.ParseFile(nil, t.file, t.code, 0, parser.WithDisableSourceMaps); err == nil {
			t.shift += len(prefix)
			return t, nil
		}
	}
	return nil, fault.New(fault.Type, "submit: the source text of the function cannot stand alone: %s", err)
}

// sourceOf finds the source that a function was written in, or nil.
func (rt *Runtime) sourceOf(text string) *source {
	has := func(src *source) bool {
		return src != nil && !src.internal && src.prg != nil && strings.Contains(src.prg.File.Source(), text)
	}
	if src := rt.sources[rt.CallSite().File]; has(src) {
		return src
	}
	var found *source
	for _, src := range rt.sources {
		if has(src) && (found == nil || src.name < found.name) {
			found = src
		}
	}
	return found
}

// blank keeps the lines and the bytes of a text, but not what it says.
func blank(text string) string {
	b := []byte(text)
	for i, c := range b {
		if c != '\n' {
			b[i] = ' '
		}
	}
	return string(b)
}

// arrive makes the function in a runtime.
func (t *travelling) arrive(rt *Runtime) (goja.Value, error) {
	prg, err := parser.ParseFile(nil, t.file, t.code, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, err
	}
	src := &source{name: t.file, text: t.text, prg: prg, shift: t.shift, mapping: t.mapping}
	if t.mapping != nil {
		m, err := sourcemap.Parse("", t.mapping)
		if err != nil {
			return nil, err
		}
		prg.File.SetSourceMap(m)
		src.transformed = true
	}
	if emptyLoop.MatchString(t.code) {
		placeEmptyLoops(prg)
	}
	rt.sources[t.file] = src
	p, err := src.compile(prg)
	if err != nil {
		return nil, err
	}
	v, err := rt.vm.RunProgram(p)
	if err != nil {
		return nil, err
	}
	dir := rt.dir
	if t.path != "" {
		dir = filepath.Dir(t.path)
	}
	args := []goja.Value{rt.requireFrom(dir), rt.vm.ToValue(t.path), rt.vm.ToValue(dir)}
	wrap, err := rt.vm.RunString(interop)
	if err != nil {
		return nil, err
	}
	asModule, _ := goja.AssertFunction(wrap)
	for _, m := range t.imports {
		var exports goja.Value
		if ex := rt.vm.Try(func() { exports = rt.require(m[1], dir) }); ex != nil {
			return nil, ex
		}
		exports, err := asModule(goja.Undefined(), exports)
		if err != nil {
			return nil, err
		}
		args = append(args, exports)
	}
	make, _ := goja.AssertFunction(v)
	return make(goja.Undefined(), args...)
}
