package ode

import (
	"math"
	"testing"
)

// Numbers of single precision, as a program without others computes them: the models once
// more, in Go, with an operation of float32 for each of the equations.

type slopes32 func(x, dx []float32)

func exp32(x float32) float32 { return float32(math.Exp(float64(x))) }

func hh32(current float32) slopes32 {
	const cm, vna, vk, vl, gna, gk, gl float32 = 7.854e-3, 50, -77, -54.387, 0.94248, 0.282744, 2.3562e-3
	trap := func(x, y float32) float32 {
		if u := x / y; float32(math.Abs(float64(u))) < 1e-6 {
			return y * float32(1-float32(u/2))
		}
		return x / float32(exp32(x/y)-1)
	}
	return func(x, dx []float32) {
		v, h, m, n := x[0], x[1], x[2], x[3]
		leak := float32(gl * float32(v-vl))
		na := float32(float32(float32(float32(float32(gna*m)*m)*m)*h) * float32(v-vna))
		k := float32(float32(float32(float32(float32(gk*n)*n)*n)*n) * float32(v-vk))
		dx[0] = float32(float32(float32(current-leak)-na)-k) / cm
		am, bm := float32(0.1)*trap(-float32(v+40), 10), float32(4)*exp32(-float32(v+65)/18)
		ah, bh := float32(0.07)*exp32(-float32(v+65)/20), 1/float32(exp32(-float32(v+35)/10)+1)
		an, bn := float32(0.01)*trap(-float32(v+55), 10), float32(0.125)*exp32(-float32(v+65)/80)
		dx[1] = float32(ah*float32(1-h)) - float32(bh*h)
		dx[2] = float32(am*float32(1-m)) - float32(bm*m)
		dx[3] = float32(an*float32(1-n)) - float32(bn*n)
	}
}

func hr32(current float32) slopes32 {
	const e, mu, s float32 = 3, 0.0021, 4
	return func(x, dx []float32) {
		X, y, z := x[0], x[1], x[2]
		square := float32(float32(3*X) * X)
		cube := float32(float32(X*X) * X)
		dx[0] = float32(float32(float32(float32(y+square)-cube)-z)+e) + current
		dx[1] = float32(1-float32(float32(5*X)*X)) - y
		dx[2] = mu * float32(float32(-z)+float32(s*float32(X+1.6)))
	}
}

// step32 is a step of a method.
func step32(m *Method, x []float32, h float32, f slopes32) {
	var k [][]float32
	along := func(w []float64) []float32 {
		y := append([]float32(nil), x...)
		for j, w := range w {
			if w == 0 {
				continue
			}
			hw := h * float32(w)
			for i := range y {
				y[i] += float32(hw * k[j][i])
			}
		}
		return y
	}
	for i := range m.a {
		dx := make([]float32, len(x))
		f(along(m.a[i]), dx)
		k = append(k, dx)
	}
	copy(x, along(m.b))
}

func TestSinglePrecision(t *testing.T) {
	for _, c := range []struct {
		name    string
		current float64
		f       func(float32) slopes32
	}{{"HH", 0.1, hh32}, {"HR", 0.3, hr32}} {
		for _, method := range []*Method{Euler, RK4, RK6} {
			for _, n := range []int{1, 7} {
				b := newBatch(t, mustNamed(t, c.name), n, true)
				set(t, b, "I", n-1, c.current)
				x := make([]float32, len(b.m.States))
				for i, s := range b.m.States {
					x[i] = float32(b.Get(s.Column, n-1))
				}
				f, h := c.f(float32(c.current)), 0.01
				for step := range 5000 {
					if err := b.Step(method, float64(step)*h, h); err != nil {
						t.Fatal(err)
					}
					step32(method, x, float32(h), f)
					for i, s := range b.m.States {
						if got := b.Get(s.Column, n-1); got != float64(x[i]) {
							t.Fatalf("%s, %s, %d instances: %s is %v after %d steps, float32 has %v", c.name, method.Name, n, s.Name, got, step+1, x[i])
						}
					}
				}
			}
		}
	}
}
