package nmodl

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/internal/random123"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/vector"
)

// fixedRandom is a Random of a script with known numbers.
type fixedRandom struct{ x float64 }

func (r *fixedRandom) Pick() float64 { r.x++; return r.x }
func (r *fixedRandom) Reset()        { r.x = 0 }

// streamRandom is one that draws from a Random123 stream.
type streamRandom struct{ s random123.Stream }

func (r *streamRandom) Pick() float64             { return r.s.NegExp() }
func (r *streamRandom) Reset()                    { r.s.SetSeq(0, 0) }
func (r *streamRandom) Stream() *random123.Stream { return &r.s }

// callVerbatim compiles a FUNCTION f(a, b) with a C body, file-level C before
// it, and calls it.
func callVerbatim(t *testing.T, file, body string, args ...any) (*world, float64, error) {
	t.Helper()
	text := "NEURON { POINT_PROCESS P RANGE g, arr POINTER ptr BBCOREPOINTER any GLOBAL glob }\nPARAMETER { g = 2 glob = 7 k = 5 }\nASSIGNED { arr[4] ptr any v }\nLOCAL kept\n"
	if file != "" {
		text += "VERBATIM\n" + file + "\nENDVERBATIM\n"
	}
	text += "FUNCTION twice(x) { twice = 2*x }\nFUNCTION f(a, b) {\n\tLOCAL z\n\tz = 10\nVERBATIM\n" + body + "\nENDVERBATIM\n}\n"
	typ, errs := Compile("p.mod", text, nil)
	if len(errs) > 0 {
		t.Fatalf("%v\n%s", errs[0], body)
	}
	w := newWorld(t, typ, 2)
	p := typ.Procedure("f")
	if p.Code == nil {
		t.Fatalf("no code for\n%s", body)
	}
	in := w.instance(1)
	y, err := p.Code.Call(in, args)
	if err != nil {
		return w, 0, err
	}
	return w, y, nil
}

func TestVerbatimValues(t *testing.T) {
	v, err := vector.New(3, 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file, body string
		args       []any
		want       float64
	}{
		{"", "return 1.5;", nil, 1.5},
		{"", "_lf = 3;", nil, 3},
		{"", "return _la + _lb*_lz;", []any{2.0, 3.0}, 32},
		{"", "return 7/2;", nil, 3},
		{"", "return 7/2.;", nil, 3.5},
		{"", "return -7/2;", nil, -3},
		{"", "return -7%3;", nil, -1},
		{"", "return (double)7/2;", nil, 3.5},
		{"", "return (int)3.9 + (int)-3.9;", nil, 0},
		{"", "return 1 ? 2 : 3.5;", nil, 2},
		{"", "return 2147483647 + 1;", nil, math.MinInt32},
		{"", "return 4294967295u + 2;", nil, 1},
		{"", "return (unsigned char)300;", nil, 44},
		{"", "return (char)200;", nil, -56},
		{"", "return 1 << 4 | 3 & 6 ^ 1;", nil, 16 | 3&6 ^ 1},
		{"", "return ~5 + !0 + !3;", nil, -5},
		{"", "return 0x10 + 010 + 'a';", nil, 16 + 8 + 97},
		{"", "return -1 < 1u;", nil, 0},
		{"", "return (-8) >> 1;", nil, -4},
		{"", "int i, n = 0; for (i = 0; i < 10; i++) { if (i == 3) continue; if (i == 7) break; n += i; } return n;", nil, 0 + 1 + 2 + 4 + 5 + 6},
		{"", "int i = 0; while (i < 5) i++; do { i += 2; } while (i < 10); return i;", nil, 11},
		{"", "int i = 3; int j = i++ + ++i; return 100*i + j;", nil, 508},
		{"", "double x[3] = {1, 2.5}; int i = 0; x[i++] += 4; return 100*i + x[0]*10 + x[1] + x[2];", nil, 152.5},
		{"", "double m[2][3] = {{1,2,3},{4,5,6}}; return m[1][0]*10 + m[0][2];", nil, 43},
		{"", "int n[4], i; for (i=0; i<4; i++) n[i] = i*i; int* p = &n[1]; return *(p+1)*10 + p[2];", nil, 49},
		{"", "double x = 2, *p = &x; *p *= 3; return x;", nil, 6},
		{"", "double *p; p = (double*)malloc(4*sizeof(double)); int i; for (i=0;i<4;i++) p[i] = i; p = (double*)realloc(p, 8*sizeof(double)); p[7] = 5; double s = p[3] + p[7]; free(p); return s;", nil, 8},
		{"", "int k; switch ((int)_la) { case 1: k = 10; break; case 2: k = 20; case 3: k = 30; break; default: k = 99; } return k;", []any{2.0, 0.0}, 30},
		{"", "int k; switch ((int)_la) { case 1: k = 10; break; default: k = 99; } return k;", []any{5.0, 0.0}, 99},
		{"", "return g*100 + glob*10 + k;", nil, 275},
		{"", "arr[2] = 6; double* q = arr; return q[2] + arr[1];", nil, 6},
		{"", "g = 4; glob += 1; return g*glob;", nil, 32},
		{"", "return twice(3) + twice_P(4);", nil, 14},
		{"", "return twice(_threadargscomma_ 3) + twice(_p, _ppvar, _thread, _nt, 4);", nil, 14},
		{"", "_zkept = 3; return _zkept;", nil, 3},
		{"", "return t + dt*1000 + _nt->_dt + (_nt == nrn_threads);", nil, 26.025},
		{"", "*_p_ptr = 5; return ptr + _p_ptr[0];", nil, 10},
		{"", "return ifarg(1) + 10*ifarg(2) + 100*ifarg(3) + *getarg(2);", []any{1.0, 4.0}, 15},
		{"", "return chkarg(1, 0., 10.);", []any{3.0, 0.0}, 3},
		{"", "return strcmp(gargstr(2), \"abc\") == 0;", []any{1.0, "abc"}, 1},
		{"", "return hoc_is_double_arg(1) + 10*hoc_is_str_arg(2) + 100*hoc_is_object_arg(2);", []any{1.0, "x"}, 11},
		{"", "char s[20]; sprintf(s, \"%d-%s\", 12, \"ab\"); return strlen(s) + s[1];", nil, 5 + '2'},
		{"", "double* x; int n = vector_arg_px(1, &x); x[1] = 9; return n*100 + x[1];", []any{v, 0.0}, 309},
		{"", "void* vv = vector_arg(1); return vector_capacity(vv) + vector_vec(vv)[2];", []any{v, 0.0}, 7},
		{"", "double* x; return vector_instance_px(vector_arg(1), &x) + x[0];", []any{v, 0.0}, 7},
		{"", "void** pv = (void**)(&_p_any); *pv = nrn_random_arg(1); double y = nrn_random_pick(_p_any); return y + nrn_random_pick((Rand*)_p_any);", []any{&fixedRandom{4}, 0.0}, 11},
		{"", "if (_p_any) { return 1; } else { return 2; }", nil, 2},
		{"", "Rand* r = nrn_random_arg(1); uint32_t a, b, c; if (!nrn_random_isran123(r, &a, &b, &c)) return -1; return a*100 + b*10 + c;", []any{&streamRandom{*random123.New(4, 5, 6)}, 0.0}, 456},
		{"", "uint32_t a, b, c; return nrn_random_isran123(nrn_random_arg(1), &a, &b, &c);", []any{&fixedRandom{1}, 0.0}, 0},
		{"", "nrnran123_State* s = nrnran123_newstream3(1, 2, 3); nrnran123_setseq(s, 5, 2); uint32_t q; char w; nrnran123_ipick(s); nrnran123_getseq(s, &q, &w); return q*10 + w;", nil, 53},
		{"", "uint32_t a, b, c; nrnran123_getids3((nrnran123_State*)nrnran123_newstream3(7, 8, 9), &a, &b, &c); return a*100 + b*10 + c;", nil, 789},
		{"", "return floor(2.7) + pow(2, 3) + fabs(-1) + abs(-2) + fmod(7, 4);", nil, 2 + 8 + 1 + 2 + 3},
		{"", "int a = 1, b; b = a, a = 5; return b*10 + a;", nil, 15},
		{"", "return sizeof(double)*100 + sizeof(int)*10 + sizeof(char*);", nil, 848},
		{"", "unsigned int h = 2166136261u; int i; for (i = 0; i < 3; i++) { h ^= i; h *= 16777619u; } return h;", nil, func() float64 {
			h := uint32(2166136261)
			for i := range uint32(3) {
				h ^= i
				h *= 16777619
			}
			return float64(h)
		}()},
		{"#define TWO 2\n#define ADD(x, y) ((x) + (y))\n#define TIMES(x) TWO*x", "return ADD(TWO, 3)*TIMES(4);", nil, 40},
		{"#if defined(NRNBBCORE)\n#define N 1\n#elif NRN_VERSION_GTEQ(8, 2, 0)\n#define N 2\n#else\n#define N 3\n#endif", "return N;", nil, 2},
		{"#ifndef NRN_VERSION_GTEQ_8_2_0\n#define RANDCAST\n#else\n#define RANDCAST (Rand*)\n#endif", "_p_any = nrn_random_arg(1); return nrn_random_pick(RANDCAST _p_any);", []any{&fixedRandom{1}, 0.0}, 2},
		{"static double scale = -1.23456789; static int calls; static double tab[3] = {1, 2, 3};", "calls++; return scale + calls + tab[2];", nil, -1.23456789 + 4},
		{"#include <math.h>\nextern double celsius;\ndouble hypot(double, double);\nstatic double cube(double x) { return x*x*x; }", "return cube(2) + celsius;", nil, 14.3},
		{"static int fib(int n) { if (n < 2) return n; return fib(n-1) + fib(n-2); }", "return fib(15);", nil, 610},
		{"static void swap(double* a, double* b) { double c = *a; *a = *b; *b = c; }", "double x = 1, y = 2; swap(&x, &y); return x*10 + y;", nil, 21},
		{"static double sum(double x[], int n) { int i; double s = 0; for (i = 0; i < n; ++i) s += x[i]; return s; }", "arr[0]=1; arr[1]=2; arr[2]=3; arr[3]=4; return sum(arr, 4);", nil, 10},
		{"static int next(void) { static int n = 5; return n++; }", "next(); return next();", nil, 6},
		{"typedef struct { int a; double b; } Thing;\nThing* pool;\nstatic double unused(Thing* x) { return x->b; }", "return 4;", nil, 4},
		{"", "double x = 1;\nENDVERBATIM\n\tz = z + 1\nVERBATIM\nreturn x + _lz;", nil, 12},
		{"", "if (_la > 0) {\nENDVERBATIM\n\tf = 5\nVERBATIM\n} else {\nENDVERBATIM\n\tf = 6\nVERBATIM\n}", []any{1.0, 0.0}, 5},
		{"", "if (_la > 0) {\nENDVERBATIM\n\tf = 5\nVERBATIM\n} else {\nENDVERBATIM\n\tf = 6\nVERBATIM\n}", []any{-1.0, 0.0}, 6},
		{"", "#if 0\nreturn 1; not C at all @\n#endif\nreturn 2;", nil, 2},
		{"", "/* a comment { */ // another }\nreturn 3;", nil, 3},
	} {
		if c.args == nil {
			c.args = []any{0.0, 0.0}
		}
		_, got, err := callVerbatim(t, c.file, c.body, c.args...)
		if err != nil {
			t.Errorf("%v\n%s\n%s", err, c.file, c.body)
			continue
		}
		if math.Abs(got-c.want) > 1e-12*math.Abs(c.want) {
			t.Errorf("got %v, want %v:\n%s\n%s", got, c.want, c.file, c.body)
		}
	}
}

// TestVerbatimErrors are told where the code is reached, with line and reason.
func TestVerbatimErrors(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"double x[3];\nreturn x[3];", "p.mod:11:9: x[3] is outside of the array, which has elements 0 to 2"},
		{"double* p = 0;\nreturn *p;", "p.mod:11:8: the C code follows a pointer that is NULL"},
		{"return 1/(int)_la;", "p.mod:10:9: division of the integer 1 by 0"},
		{"double* p = (double*)malloc(16);\nreturn p[2];", "p.mod:11:9: element 2 is outside of the 2 that the pointer of C points to"},
		{"return *getarg(5);", "p.mod:10:9: the C code needs argument 5, and the call has 2 arguments"},
		{"return chkarg(1, 1., 2.);", "p.mod:10:8: argument 1 is 0, outside 1 to 2"},
		{"hoc_execerror(\"too many cells\", \"in P\");", "p.mod:10:1: too many cells in P"},
		{"return foo(3);", "p.mod:10:8: not supported in VERBATIM: the function foo of C"},
		{"return bar;", "p.mod:10:8: not supported in VERBATIM: the name bar of C"},
		{"return _nt->_actual_v[0];", "p.mod:10:11: not supported in VERBATIM: the member _actual_v of a struct"},
		{"asm { };", "p.mod:10:5: not supported in VERBATIM: expected ; in C, found \"{\""},
		{"return 1 +;", "p.mod:10:11: not supported in VERBATIM: expected an expression in C, found \";\""},
		{"goto end; end: return 1;", "p.mod:10:1: not supported in VERBATIM: goto in C"},
		{"if (1) {", "p.mod:10:8: not supported in VERBATIM: a { of C has no }"},
		{"FILE* f = fopen(\"x\", \"w\");", "p.mod:10:11: not supported in VERBATIM: the function fopen of C"},
		{"return nrn_random_pick(_p_any);", "p.mod:10:8: nrn_random_pick: there is no Random to draw from"},
		{"char s[4]; sprintf(s, \"%d\", 12345);", "p.mod:10:12: a text of 5 characters does not fit into the 3 of the C code"},
		{"return gargstr(1)[0];", "p.mod:10:8: argument 1 must be a text"},
		{"double x; return x->y;", "p.mod:10:19: not supported in VERBATIM: the member y of a struct"},
		{"malloc(1000000000000);", "p.mod:10:1: the C code asks for 1000000000000 bytes of memory; the limit is 268435456"},
	} {
		_, _, err := callVerbatim(t, "", c.body, 0.0, 0.0)
		if err == nil {
			t.Errorf("no error, want %s", c.want)
			continue
		}
		if err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
	if _, y, err := callVerbatim(t, "", "if (_la > 0) { launch(missiles); } return 8;", 0.0, 0.0); err != nil || y != 8 {
		t.Errorf("code that is not reached: %v, %v", y, err)
	}
}

// TestVerbatimEndless: a loop without end is an error, and can be interrupted.
func TestVerbatimEndless(t *testing.T) {
	typ, errs := Compile("p.mod", "NEURON { SUFFIX nothing }\nFUNCTION f() {\nVERBATIM\nwhile (1) ;\nENDVERBATIM\n}\nFUNCTION g(n) {\n\tg = g(n + 1)\n}", nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	w := newWorld(t, typ, 1)
	in := w.instance(0)
	in.Sim = interrupted{w.sim}
	if _, err := typ.Procedure("f").Code.Call(in, nil); err == nil || err.Error() != "p.mod:4:1: interrupted" {
		t.Errorf("interrupted: %v", err)
	}
	if _, err := typ.Procedure("g").Code.Call(w.instance(0), []any{1.0}); err == nil || err.Error() != fmt.Sprintf("p.mod:8:6: g calls itself more than %d times", maxCalls) {
		t.Errorf("recursion: %v", err)
	}
}

type interrupted struct{ *fakeSimulator }

func (interrupted) Interrupted() bool { return true }

func TestVerbatimPrints(t *testing.T) {
	w, _, err := callVerbatim(t, "", `printf("%d %5.2f|%-6s|%c %g %e %x %u%%\n", 3, 2.345, "ab", 'x', 1e-5, 12.5, 255, 7);
fprintf(stderr, "%g %g %g %s\n", 100000., 1e6, 0.1, "end");`, 0.0, 0.0)
	if err != nil {
		t.Fatal(err)
	}
	want := "3  2.35|ab    |x 1e-05 1.250000e+01 ff 7%\n100000 1e+06 0.1 end\n"
	if got := w.sim.printed.String(); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestVerbatimKeeps: what an instance keeps behind a POINTER is its own.
func TestVerbatimKeeps(t *testing.T) {
	typ, errs := Compile("p.mod", `NEURON { ARTIFICIAL_CELL P BBCOREPOINTER rng }
ASSIGNED { rng }
PROCEDURE set() {
VERBATIM
	void** pv = (void**)(&_p_rng);
	if (ifarg(1)) {
		*pv = nrn_random_arg(1);
	}else{
		*pv = (void*)0;
	}
ENDVERBATIM
}
FUNCTION pick() {
VERBATIM
	if (_p_rng) {
		_lpick = nrn_random_pick(_p_rng);
	}else{
ENDVERBATIM
		pick = -1
VERBATIM
	}
ENDVERBATIM
}`, nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	w := newWorld(t, typ, 2)
	set, pick := typ.Procedure("set").Code, typ.Procedure("pick").Code
	call := func(c mechanism.ProcedureCode, row int, args ...any) float64 {
		y, err := c.Call(w.instance(row), args)
		if err != nil {
			t.Fatal(err)
		}
		return y
	}
	call(set, 0, &fixedRandom{10})
	call(set, 1, &fixedRandom{20})
	if a, b, c := call(pick, 0), call(pick, 1), call(pick, 0); a != 11 || b != 21 || c != 12 {
		t.Errorf("picked %v, %v, %v", a, b, c)
	}
	call(set, 0)
	if y := call(pick, 0); y != -1 {
		t.Errorf("without a Random it gives %v", y)
	}
}

// TestVerbatimIdle: a VERBATIM that does nothing leaves a mechanism to kernels.
func TestVerbatimIdle(t *testing.T) {
	typ, errs := Compile("x.mod", `NEURON { SUFFIX x NONSPECIFIC_CURRENT i RANGE g }
VERBATIM
#include <stdlib.h>
ENDVERBATIM
PARAMETER { g = 1 }
ASSIGNED { v i }
BREAKPOINT { rates(v) i = g*v }
PROCEDURE rates(x) {
	g = x
VERBATIM
	return 0;
ENDVERBATIM
}`, nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	if typ.Current == nil || typ.CurrentCode != nil {
		t.Error("the currents do not run in a kernel")
	}
}

func FuzzVerbatim(f *testing.F) {
	for _, text := range ownFiles(f) {
		file, errs := Parse("f.mod", text, nil)
		if len(errs) > 0 {
			f.Fatal(errs[0])
		}
		var outside string
		for _, b := range file.Blocks {
			switch b := b.(type) {
			case *Verbatim:
				outside += b.Text
			case *CodeBlock:
				walkStmts(b.Body, func(s Stmt) {
					if v, ok := s.(*Verbatim); ok {
						f.Add(outside, v.Text)
					}
				})
			}
		}
	}
	f.Add("static int n = 3; static double h(double* x) { return *x; }", "int i; for (i=0;i<n;i++) { _lf += h(&_la); } if (_la) {\nENDVERBATIM\n f = 3\nVERBATIM\n }")
	f.Add("#define A(x) x##1 + B\n#define B A(2)", "return A(3);")
	f.Add("typedef struct { int a; } T; T* p;", "switch (g) { case 1: arr[2]--; default: return (char)arr[1] ? k : *p->a; }")
	f.Add("", "char s[9]; sprintf(s, \"%*d%-9.3s\", 3, 4, \"abc\"); printf(s); double* q = (double*)malloc(80); q[9] = q - q; return q[10];")
	f.Fuzz(func(t *testing.T, file, body string) {
		if len(file)+len(body) > 2000 || strings.Contains(file+body, "malloc") {
			return
		}
		text := "NEURON { POINT_PROCESS P RANGE g, arr POINTER ptr BBCOREPOINTER any }\nPARAMETER { g = 2 k = 5 }\nASSIGNED { arr[4] ptr any v }\nVERBATIM\n" +
			file + "\nENDVERBATIM\nFUNCTION f(a, b) {\nVERBATIM\n" + body + "\nENDVERBATIM\n}\n"
		typ, errs := Compile("p.mod", text, nil)
		if len(errs) > 0 {
			return
		}
		p := typ.Procedure("f")
		if p == nil || p.Code == nil {
			return
		}
		w := newWorld(t, typ, 1)
		in := w.instance(0)
		in.Sim = interrupted{w.sim} // a loop may be without end
		if _, err := p.Code.Call(in, []any{1.0, 2.0}); err != nil && strings.Contains(err.Msg, "cannot go on") {
			t.Fatal(err)
		}
	})
}
