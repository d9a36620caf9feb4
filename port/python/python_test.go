package python

import (
	"fmt"
	"strings"
	"testing"
)

// show writes an expression with all its brackets.
func show(e *Expr) string {
	if e == nil {
		return "_"
	}
	list := func(items []*Expr) string {
		var parts []string
		for _, x := range items {
			parts = append(parts, show(x))
		}
		return strings.Join(parts, " ")
	}
	switch e.Kind {
	case "name", "number", "constant":
		return e.S
	case "string":
		return fmt.Sprintf("%q", e.S)
	case "attribute":
		return fmt.Sprintf("(. %s %s)", show(e.X), e.S)
	case "call":
		keys := ""
		for _, k := range e.Keys {
			keys += fmt.Sprintf(" %s=%s", k.Name, show(k.Value))
		}
		return strings.TrimSpace("(call "+show(e.X)+" "+list(e.Items)) + keys + ")"
	case "compare":
		return fmt.Sprintf("(compare %v %s)", e.Ops, list(e.Items))
	case "comprehension":
		s := "(" + e.S + " " + show(e.X)
		for _, l := range e.Loops {
			s += " for " + show(l.Target) + " in " + show(l.Over)
			for _, c := range l.If {
				s += " if " + show(c)
			}
		}
		return s + ")"
	case "formatted value":
		return fmt.Sprintf("{%s%s:%s}", e.S, show(e.X), e.Format)
	case "index":
		return fmt.Sprintf("(index %s %s)", show(e.X), show(e.Y))
	case "lambda":
		return fmt.Sprintf("(lambda %d %s)", len(e.Params), show(e.X))
	case "dict":
		return fmt.Sprintf("(dict %s: %s)", list(e.Items), list(e.Values))
	}
	head := e.Kind
	if e.S != "" {
		head = e.S
	}
	if e.X != nil {
		return fmt.Sprintf("(%s %s)", head, show(e.X))
	}
	return strings.TrimSpace("("+head+" "+list(e.Items)) + ")"
}

func TestExpressions(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a + b * c - d", "(- (+ a (* b c)) d)"},
		{"-x ** -y", "(- (** x (- y)))"},
		{"a ** b ** c", "(** a (** b c))"},
		{"not a == b and c or d", "(or (and (not (compare [==] a b)) c) d)"},
		{"a < b <= c not in d is not e", "(compare [< <= not in is not] a b c d e)"},
		{"x if a else y if b else z", "(if a x (if b y z))"},
		{"f(a, *b, c=1, **d)(e).g[1:2, ::3]", "(index (. (call (call f a (star b) c=1 =d) e) g) (tuple (slice 1 2 _) (slice _ _ 3)))"},
		{"lambda x, y=2, *z: x + y", "(lambda 3 (+ x y))"},
		{"[a for b, c in d if e if f for g in h]", "(list a for (tuple b c) in d if e if f for g in h)"},
		{"f(x for x in y)", "(call f (generator x for x in y))"},
		{"{1: 2, **a}, {1, 2}, {}, ()", "(tuple (dict 1 _: 2 a) (set 1 2) (dict : ) (tuple))"},
		{"'a' \"b\\n\" r'\\n' '\\x41\\u00e9'", `"ab\n\\nAé"`},
		{"f'{a!r:>{3}} {{b}} {c[\"x\"]:.3f}{d=}'", `(formatted {a:>{3}} " {b} " {(index c "x"):.3f} {d=d:})`},
		{"(a,), a, b", "(tuple (tuple a) a b)"},
		{"a if b else lambda: c", "(if b a (lambda 0 c))"},
		{"1_000 + 0x1F + 1.e-3 + .5", "(+ (+ (+ 1_000 0x1F) 1.e-3) .5)"},
		{"(yield)", "(yield)"},
		{"a[\n  1\n]", "(index a 1)"},
		{"a if (b := c) else d", "(if (walrus b) a d)"},
	} {
		m, err := Parse(c.src)
		if err != nil {
			t.Errorf("%s: %v", c.src, err)
			continue
		}
		if len(m.Body) != 1 || m.Body[0].Kind != "expr" {
			t.Errorf("%s is %v", c.src, m.Body)
			continue
		}
		if got := show(m.Body[0].Value); got != c.want {
			t.Errorf("%s is %s, want %s", c.src, got, c.want)
		}
	}
}

func TestStatements(t *testing.T) {
	const src = `import a.b as c, d
from .e import (f,
    g as h,)
%matplotlib inline
x: int = 3; y = z = 4
if a: b()
elif c:
    d
else:
    # nothing
    pass
@mark(1)
def f(a, /, b: int = 2, *args, c=3, **kw) -> str:
    "doc"
    return a
class C(B, metaclass=M):
    x = 1
for i, (j, k) in e: continue
while x: break
else: y
try: a
except (E, F) as e: b
except: c
else: d
finally: e
with (open(a) as f, open(b)): g
x += 1
del a[0], b
global g, h
raise E("x") from y
assert a, "b"
`
	m, err := Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, s := range m.Body {
		kinds = append(kinds, s.Kind)
	}
	if got, want := strings.Join(kinds, " "), "import from magic annotated assign if def class for while try with augmented del global raise assert"; got != want {
		t.Errorf("the statements are %s, want %s", got, want)
	}
	if def := m.Body[6]; len(def.Params) != 5 || def.Params[2].Star != 1 || def.Params[4].Star != 2 || len(def.Marks) != 1 || def.Line != 12 {
		t.Errorf("the function is %+v", def)
	}
	if try := m.Body[10]; len(try.Except) != 2 || try.Except[0].Name != "e" || len(try.Finally) != 1 {
		t.Errorf("try is %+v", try)
	}
	if len(m.Comments) != 1 || m.Comments[0] != (Comment{10, 4, " nothing", true}) {
		t.Errorf("the comments are %v", m.Comments)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"print 'a'", `1:7: unexpected "'a'"`},
		{"x = (1,\n  2", "2:4: "},
		{"if a:\nb", "2:1: an indented block is missing"},
		{"x = 'a", "1:7: a string has no end"},
		{"  x", "1:3: unexpected indent"},
		{"a $ b", "1:3: '$' has no meaning here"},
		{"def f(:", "1:7: "},
		{"x = f'{a'", "1:5: a { in a formatted string has no }"},
		{strings.Repeat("(", 5000), "nested too deep"},
		{"class = 3", "1:7: a name is missing"},
	} {
		_, err := Parse(c.src)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.30q gives %v, want %s", c.src, err, c.want)
		}
	}
}
