package script

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/data"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
	"gonum.org/v1/gonum/mat"
)

// dataFormats are the endings of files that save and load know.
var dataFormats = []string{"csv", "json", "npy", "npz"}

// installData registers the module "gneuron/data": numbers to files and back.
func (rt *Runtime) installData() {
	rt.Module("gneuron/data", func() goja.Value {
		exports := rt.vm.NewObject()
		for name, f := range map[string]func(c plotCall, path, format string) goja.Value{"save": saveData, "load": loadData} {
			fn := rt.vm.ToValue(func(call goja.FunctionCall) goja.Value {
				c := plotCall{rt, name, call.Arguments}
				path := c.string("the path", argument(c.args, 0))
				format := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
				if !slices.Contains(dataFormats, format) {
					rt.Throw(fault.New(fault.Range, "%s: %q is none of the formats %s", name, format, strings.Join(dataFormats, ", ")).
						WithHint("the ending of the name says what the file is, as in \"trace.npy\""))
				}
				return f(c, path, format)
			}).(*goja.Object)
			rt.fixed(fn, "name", rt.vm.ToValue(name))
			rt.SetHost(fn, helpTopic{`"gneuron/data"`, name})
			rt.set(exports, name, fn)
		}
		return exports
	})
}

// saveData is save(path, data). Nothing is written where the data do not fit.
func saveData(c plotCall, path, format string) goja.Value {
	rt := c.rt
	v := argument(c.args, 1)
	var b bytes.Buffer
	switch format {
	case "json":
		text, err := rt.call("JSON.stringify", v)
		rt.check(err)
		if goja.IsUndefined(text) {
			rt.Throw(fault.New(fault.Type, "save: %s cannot be written as JSON", rt.brief(v)))
		}
		b.WriteString(text.String() + "\n")
	case "npy":
		if _, plain := c.plainObject(v); plain {
			rt.Throw(fault.New(fault.Type, "save: an NPY file holds one array, not %s", rt.brief(v)).WithHint("a name that ends in .npz holds several"))
		}
		c.check(data.WriteNPY(&b, c.array("the data", v)))
	case "npz":
		c.check(data.WriteNPZ(&b, c.columns(v, "array")))
	case "csv":
		c.check(data.WriteCSV(&b, c.columns(v, "")))
	}
	full := path
	if !filepath.IsAbs(full) {
		full = filepath.Join(rt.dir, path)
	}
	if err := os.WriteFile(full, b.Bytes(), 0o644); err != nil {
		rt.check(&Error{Class: "Error", Message: fileError("write", rt.displayName(full), err)})
	}
	return goja.Undefined()
}

// loadData is load(path).
func loadData(c plotCall, path, format string) goja.Value {
	rt := c.rt
	full := rt.ResolvePath(path)
	file, err := os.ReadFile(full)
	if err != nil {
		rt.check(&Error{Class: "Error", Message: fileError("read", rt.displayName(full), err)})
	}
	check := func(err error) {
		if e := fault.As(err); e != nil {
			e.Msg = rt.displayName(full) + ": " + e.Msg
		}
		rt.check(err)
	}
	switch format {
	case "json":
		v, err := rt.call("JSON.parse", rt.vm.ToValue(string(file)))
		rt.check(err)
		return v
	case "npy":
		a, err := data.ReadNPY(bytes.NewReader(file))
		check(err)
		return rt.fromArray(a)
	}
	var columns []data.Column
	if format == "npz" {
		columns, err = data.ReadNPZ(file)
	} else {
		columns, err = data.ReadCSV(bytes.NewReader(file))
	}
	check(err)
	named := slices.ContainsFunc(columns, func(k data.Column) bool { return k.Name != "" })
	if !named {
		items := make([]any, len(columns))
		for i, k := range columns {
			items[i] = rt.fromArray(k.Array)
		}
		return rt.vm.NewArray(items...)
	}
	out := rt.vm.NewObject()
	for _, k := range columns {
		rt.set(out, k.Name, rt.fromArray(k.Array))
	}
	return out
}

// array takes numbers, or rows of numbers.
func (c plotCall) array(what string, v goja.Value) data.Array {
	if c.isTable(v) {
		rows := c.table(v, what)
		return data.Array{Shape: []int{len(rows), len(rows[0])}, Values: slices.Concat(rows...)}
	}
	c.args = []goja.Value{v}
	xs := c.rt.data(c, 0, what)
	return data.Array{Shape: []int{len(xs)}, Values: xs}
}

// columns takes an object of columns, an array of objects with the same names, or
// what array takes, under a name.
func (c plotCall) columns(v goja.Value, name string) []data.Column {
	if obj, ok := c.plainObject(v); ok {
		var out []data.Column
		for _, key := range obj.Keys() {
			out = append(out, data.Column{Name: key, Array: c.array(key, obj.Get(key))})
		}
		return out
	}
	if list, ok := v.(*goja.Object); ok && list.ClassName() == "Array" {
		if first, ok := c.plainObject(list.Get("0")); ok {
			return c.records(list, first.Keys())
		}
	}
	a := c.array("the data", v)
	if name != "" || len(a.Shape) == 1 {
		return []data.Column{{Name: name, Array: a}}
	}
	rows, cols := a.Shape[0], a.Shape[1]
	out := make([]data.Column, cols)
	for j := range out {
		out[j].Shape = []int{rows}
		for i := range rows {
			out[j].Values = append(out[j].Values, a.Values[i*cols+j])
		}
	}
	return out
}

// records takes an array of objects that have the same names.
func (c plotCall) records(list *goja.Object, keys []string) []data.Column {
	out := make([]data.Column, len(keys))
	k := 0
	c.rt.vm.ForOf(list, func(v goja.Value) bool {
		obj, ok := c.plainObject(v)
		if !ok {
			c.rt.Throw(fault.New(fault.Type, "%s: element %d is %s, not an object as those before", c.name, k, c.rt.brief(v)))
		}
		for j, key := range keys {
			x := obj.Get(key)
			number := math.NaN()
			if x != nil && !goja.IsNull(x) {
				if !goja.IsNumber(x) {
					c.rt.Throw(fault.New(fault.Type, "%s: %s of element %d is %s, not a number", c.name, key, k, c.rt.brief(x)))
				}
				number = x.ToFloat()
			}
			out[j].Name = key
			out[j].Values = append(out[j].Values, number)
			out[j].Shape = []int{k + 1}
		}
		k++
		return true
	})
	return out
}

// fromArray gives a number, a Vector or a Matrix.
func (rt *Runtime) fromArray(a data.Array) goja.Value {
	switch len(a.Shape) {
	case 0:
		return rt.vm.ToValue(a.Values[0])
	case 1:
		v := &vector.Vector{}
		for _, x := range a.Values {
			v.Append(x)
		}
		return rt.newVector(v)
	}
	m, err := rt.vm.New(rt.neuron.members["Matrix"], rt.vm.ToValue(a.Shape[0]), rt.vm.ToValue(a.Shape[1]))
	rt.check(err)
	if len(a.Values) > 0 {
		rt.matrix(m).a.Copy(mat.NewDense(a.Shape[0], a.Shape[1], a.Values))
	}
	return m
}
