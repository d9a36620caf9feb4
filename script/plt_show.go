package script

import (
	"bytes"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/plot"
)

// FigureForms are the forms in which plt.show() and a notebook can show figures.
var FigureForms = []string{"html", "png", "svg"}

// SetFigureForm has figures shown in one of FigureForms, as plt.backend does; "" leaves
// it to the place: HTML, which zooms, in a notebook, and a PNG beside a script. It
// returns a *fault.Error for another name.
func (rt *Runtime) SetFigureForm(form string) error {
	if form != "" && !slices.Contains(FigureForms, form) {
		return fault.New(fault.Range, "%q is none of the forms in which figures are shown: %s", form, strings.Join(FigureForms, ", ")).
			DidYouMean(spell.Nearest(form, FigureForms))
	}
	rt.plots.form = form
	return nil
}

// backend is plt.backend(form), which gives the form from now on.
func (rt *Runtime) backend(c plotCall) goja.Value {
	if len(c.args) > 0 && !absent(c.args[0]) {
		c.check(rt.SetFigureForm(c.string("the form", c.args[0])))
	}
	return rt.vm.ToValue(rt.figureForm())
}

// figureForm is the form in which figures are shown here.
func (rt *Runtime) figureForm() string {
	switch {
	case rt.plots.form != "":
		return rt.plots.form
	case rt.shown != nil:
		return "html"
	}
	return "png"
}

// Display gives the picture as a notebook shows it: always as PNG, which every
// front end and export knows, and in the form that was asked for.
func (f *figure) Display() (Rich, error) {
	f.first()
	var png, other bytes.Buffer
	if err := f.f.Encode(&png, "png"); err != nil {
		return nil, err
	}
	rich := Rich{"image/png": png.Bytes(), "text/plain": f.Inspect()}
	switch f.rt.figureForm() {
	case "html":
		if err := f.f.EncodeNotebook(&other); err != nil {
			return nil, err
		}
		rich["text/html"] = other.String()
	case "svg":
		if err := f.f.Encode(&other, "svg"); err != nil {
			return nil, err
		}
		rich["image/svg+xml"] = other.String()
	}
	return rich, nil
}

// savefig is savefig(path, {dpi, transparent, facecolor}); a relative path is below the working
// directory.
func (rt *Runtime) savefig(f *figure, c plotCall) {
	path, ok := "", false
	if len(c.args) > 0 && goja.IsString(c.args[0]) {
		path, ok = c.args[0].String(), true
	}
	if !ok || path == "" {
		rt.Throw(fault.New(fault.Type, "%s needs a path as a string, not %s", c.name, rt.brief(argument(c.args, 0))))
	}
	density, background := f.f.Density, f.f.Background
	defer func() { f.f.Density, f.f.Background = density, background }()
	c.options(1, map[string]func(goja.Value){
		"dpi": func(v goja.Value) { f.f.Density = c.positive("dpi", v) / 96 },
		"transparent": func(v goja.Value) {
			if v.ToBoolean() {
				f.f.Background = color.Transparent
			}
		},
		"facecolor": func(v goja.Value) {
			var err error
			f.f.Background, err = plot.ParseColor(c.string("facecolor", v))
			c.check(err)
		},
		"bbox_inches": func(v goja.Value) { c.choice("bbox_inches", v, "tight") }, // it always is
	})
	full := path
	if !filepath.IsAbs(full) {
		full = filepath.Join(rt.dir, path)
	}
	rt.saveFigure(f, full)
}

func (rt *Runtime) saveFigure(f *figure, path string) {
	f.first()
	err := f.f.Save(path)
	if pathErr, ok := err.(*os.PathError); ok {
		err = &Error{Class: "Error", Message: fileError("write", rt.displayName(path), pathErr)}
	}
	if e := fault.As(err); e != nil {
		e.Msg = strings.ReplaceAll(e.Msg, path, rt.displayName(path))
	}
	rt.check(err)
	if rt.plots.files == nil {
		rt.plots.files = map[string]*figure{}
	}
	rt.plots.files[path] = f
}

// showCall is plt.show() of all figures, or plt.show(figure).
func (rt *Runtime) showCall(c plotCall) {
	if len(c.args) > 0 && !absent(c.args[0]) {
		rt.show(c.figure(0))
		return
	}
	for _, f := range rt.plots.open {
		rt.show(f)
	}
	rt.plots.open, rt.plots.current = nil, nil
}

// ShowOpen shows the figures that are open, as a notebook does at the end of a cell,
// and closes them all. But for empty ones, and for shown where that is one: it has been
// shown.
func (rt *Runtime) ShowOpen(shown goja.Value) error {
	open := rt.plots.open
	rt.plots.open, rt.plots.current = nil, nil
	return rt.Try(func() {
		for _, f := range open {
			if rt.Host(shown) != f && !f.empty() {
				rt.show(f)
			}
		}
	})
}

// show saves a figure beside the script, as model.png, model-2.png and
// so on for model.js, and says so on stderr. Without a script the name is
// figure.png, with plt.backend("svg") model.svg, in the working directory. A figure that is shown again is written
// to its own file, and none to the file of another one. A notebook shows the
// figure itself, and so does a terminal.
func (rt *Runtime) show(f *figure) {
	rt.plots.last = f
	if rt.shown != nil {
		rich, err := f.Display()
		rt.check(err)
		rt.plots.forget(f)
		rt.shown(rich)
		return
	}
	if rt.showFigure != nil {
		f.first()
		rt.check(rt.showFigure(f.f))
		rt.plots.forget(f)
		return
	}
	path := f.file
	if path == "" {
		stem := filepath.Join(rt.dir, "figure")
		if rt.scriptPath != "" {
			stem = strings.TrimSuffix(rt.scriptPath, filepath.Ext(rt.scriptPath))
		}
		ending := "." + rt.figureForm()
		path = stem + ending
		for k := 2; rt.plots.files[path] != nil && rt.plots.files[path] != f; k++ {
			path = fmt.Sprintf("%s-%d%s", stem, k, ending)
		}
	}
	rt.saveFigure(f, path)
	f.file = path
	rt.plots.forget(f)
	rt.printTo(rt.stderr, "saved "+rt.displayName(path))
}
