package nmodl

import (
	"testing"
	"time"

	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/mechanism/kernel"
)

// BenchmarkPasses measures the passes of hh over n instances; least is the
// shortest pass [ns] for one of them, which other programs disturb the least.
func BenchmarkPasses(b *testing.B) {
	for _, n := range []struct {
		name string
		rows int
	}{{"1", 1}, {"100", 100}, {"1001", 1001}} {
		for _, table := range []bool{true, false} {
			for _, what := range []string{"current", "state"} {
				name := what + "/n=" + n.name + map[bool]string{true: "/table", false: "/exact"}[table]
				b.Run(name, func(b *testing.B) {
					k, env := hhPass(b, n.rows, table, what == "state")
					least := time.Hour
					for b.Loop() {
						start := time.Now()
						for range 10 {
							k.Run(env)
						}
						least = min(least, time.Since(start))
					}
					b.ReportMetric(float64(least.Nanoseconds())/float64(10*n.rows), "least")
				})
			}
		}
	}
}

// hhPass binds the currents or the states of hh to n nodes.
func hhPass(b *testing.B, n int, table, state bool) (*kernel.Kernel, *[kernel.NumEnv]float64) {
	reg := mechanism.NewRegistry()
	m, err := reg.Register(builtin(b, "hh.mod"), false)
	if err != nil {
		b.Fatal(err)
	}
	if !table {
		m.Globals[m.Type.Global("usetable").Index] = 0
	}
	columns := func(t *mechanism.Table) (list [][]float64) {
		for c := range t.Columns() {
			list = append(list, t.Column(c))
		}
		return list
	}
	zeros := func(k int) (list [][]float64) {
		for range k {
			list = append(list, make([]float64, n))
		}
		return list
	}
	rows := make([]int32, n)
	for i := range rows {
		m.Add(mechanism.RowID(i))
		rows[i] = int32(i)
	}
	env := &[kernel.NumEnv]float64{kernel.Dt: 0.025, kernel.Cj: 40, kernel.Celsius: 6.3}
	m.UpdateTables(env)
	node := zeros(mechanism.NumNodeColumns)
	for i := range node[mechanism.NodeV] {
		node[mechanism.NodeV][i] = -75 + 0.1*float64(i%1000)
	}
	bind := kernel.Binding{Rows: n, Columns: columns(m.Table), Externals: []kernel.External{kernel.NewExternal(node, rows)}, Globals: m.Globals, Tables: m.Tables}
	for range m.Type.Ions {
		bind.Externals = append(bind.Externals, kernel.NewExternal(zeros(mechanism.NumIonColumns), rows))
	}
	if state {
		return m.Type.State.Bind(bind), env
	}
	return m.Type.Current.Bind(bind), env
}
