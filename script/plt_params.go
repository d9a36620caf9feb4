package script

import (
	"maps"
	"slices"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
	"github.com/gneuron/gneuron/plot"
)

// begin gives a new figure the size that plt.rcParams asks for.
func (p *plotState) begin(f *plot.Figure) {
	if p.size[0] > 0 {
		f.Width, f.Height = p.size[0], p.size[1]
	}
	if p.density > 0 {
		f.Density = p.density
	}
}

// params is plt.rcParams: what holds for all new figures.
type params struct {
	rt     *Runtime
	values map[string]goja.Value
}

// defaults gives plt.rcParams.
func (p *plotState) defaults(rt *Runtime) goja.Value {
	if p.params == nil {
		v := &params{rt, map[string]goja.Value{"figure.figsize": rt.vm.NewArray(7.5, 5), "figure.dpi": rt.vm.ToValue(192)}}
		p.params = rt.vm.NewDynamicObject(v)
	}
	return p.params
}

// Get gives a value; a name that is none is an error.
func (p *params) Get(key string) goja.Value {
	if v, ok := p.values[key]; ok || foreign[key] {
		return v
	}
	p.unknown(key)
	return nil
}

// Set changes a value.
func (p *params) Set(key string, v goja.Value) bool {
	c := plotCall{p.rt, "plt.rcParams", []goja.Value{v}}
	switch key {
	case "figure.figsize":
		at := c.each(v, 0, key)
		if len(at) != 2 || !(at[0] > 0 && at[1] > 0) {
			p.rt.Throw(fault.New(fault.Range, "plt.rcParams: figure.figsize is [width, height] in inches, not %s", p.rt.brief(v)))
		}
		p.rt.plots.size = [2]float64{96 * at[0], 96 * at[1]}
	case "figure.dpi":
		p.rt.plots.density = c.positive(key, v) / 96
	default:
		p.unknown(key)
	}
	p.values[key] = v
	return true
}

func (p *params) unknown(key string) {
	e := fault.New(fault.Type, "plt.rcParams has no %q, only figure.figsize and figure.dpi", key)
	p.rt.Throw(e.DidYouMean(spell.Nearest(key, p.Keys())))
}

// Has tells whether there is such a name.
func (p *params) Has(key string) bool { return p.values[key] != nil }

// Delete refuses.
func (p *params) Delete(string) bool { return false }

// Keys lists the names.
func (p *params) Keys() []string { return slices.Sorted(maps.Keys(p.values)) }
