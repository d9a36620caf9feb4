package site

import (
	"encoding/json"
	"io"
	"net"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func pages(t *testing.T) *Site {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"docs/README.md":                  "# All\n\n## Guide\n\n1. [First](guide/1-first.md): a start\n2. [`Second`](second.md)\n\n## Look up\n\n- [Reference](reference/README.md)\n",
		"docs/guide/1-first.md":           "# First steps\n\nBegin here. Then go on.\n\n## A run\n\n```js\nconst x = \"a<b\"; // why\n```\n\nSee [the second](../second.md#what-is-m_x).\n",
		"docs/second.md":                  "# Second\n\n## What is `m_x`?\n\nA gate.\n\n## Twice\n\n## Twice\n\n| a | b |\n|---|---|\n| **[Cable](../examples/cable.js)**: dies away. | |\n",
		"docs/reference/README.md":        "# Reference\n\n## Classes\n\n- [Vector](Vector.md): numbers\n",
		"docs/reference/Vector.md":        "<!-- note -->\n\n# Vector\n\nNumbers in a \\<row.\n\n```ts\nn.Vector(): Vector\n```\n\n## Runs\n\n### record\n\n```ts\nrecord(ref: Ref): Vector\n```\n\nRecords a number. Always.\n\nSee [Ref](Ref.md).\n\n### play\n\n```ts\nplay(): Vector\n```\n\nThe reverse.\n",
		"docs/reference/NetCon.md":        "# NetCon\n\nEvents.\n\n## record\n\n```ts\nrecord(): number\n```\n\nRecords times.\n",
		"docs/reference/mechanisms/hh.md": "# hh\n\nChannels.\n\n## Parameters\n\n| name | on a segment | unit |  |\n|---|---|---|---|\n| `gnabar` | `gnabar_hh` | S/cm2 | sodium |\n\n## Shared by all\n\n| name | |\n|---|---|\n| `n.usetable_hh` | table |\n",
		"examples/cable.js":               "// A cable\nconst L = 3\n",
		"examples/sub/data.swc":           "1 1 0 0 0 1 -1\n",
		"docs/img/cable.png":              "a picture",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := New(files, "https://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPages holds what addresses give.
func TestPages(t *testing.T) {
	s := pages(t)
	for _, c := range []struct {
		address string
		status  int
		kind    string
		has     []string
	}{
		{"/", 302, "", nil},
		{"/docs", 302, "", nil},
		{"/docs/guide/1-first.md", 200, "text/html", []string{"<h1 id=\"first-steps\">First steps</h1>", `<span class="k">const</span>`, `<span class="s">&#34;a&lt;b&#34;</span>`,
			`aria-current="page">First</a>`, `class="next" href="/docs/second.md">Second`, `<a class="level2" href="#a-run">A run</a>`}},
		{"/docs/second.md", 200, "text/html", []string{`id="what-is-m_x"`, `id="twice-1"`, `&larr; First`}},
		{"/docs/reference/Vector.md", 200, "text/html", []string{"<p>Classes</p>", `href="/docs/reference/Vector.md" aria-current="page">Vector`}},
		{"/examples/cable.js", 200, "text/html", []string{`<span class="c">// A cable</span>`, `src="/docs/img/cable.png"`}},
		{"/examples/sub", 200, "text/html", []string{`href="/examples/sub/data.swc"`}},
		{"/examples/sub/data.swc", 200, "text/plain", []string{"1 1 0"}},
		{"/docs/img/cable.png", 200, "image/png", []string{"a picture"}},
		{"/site.css", 200, "text/css", []string{"main {"}},
		{"/site.js", 200, "text/javascript", []string{"search"}},
		{"/testdata/<x>.md", 404, "text/html", []string{"https://example.org/testdata/%3Cx%3E.md", "&lt;x&gt;"}},
		{"/../../etc/passwd", 404, "text/html", []string{"https://example.org/etc/passwd"}},
	} {
		r := s.get(c.address)
		if r.status != c.status || !strings.HasPrefix(r.kind, c.kind) {
			t.Errorf("%s gives %d %s, want %d %s", c.address, r.status, r.kind, c.status, c.kind)
		}
		for _, text := range c.has {
			if !strings.Contains(string(r.body), text) {
				t.Errorf("%s lacks %s:\n%s", c.address, text, r.body)
			}
		}
	}
}

// TestFind looks names up as gneuron docs NAME does.
func TestFind(t *testing.T) {
	s := pages(t)
	for name, want := range map[string][]string{
		"Vector":          {"/docs/reference/Vector.md"},
		"n.Vector":        {"/docs/reference/Vector.md"},
		"vector":          {"/docs/reference/Vector.md"},
		"Vector.record":   {"/docs/reference/Vector.md#record"},
		"Vector.record()": {"/docs/reference/Vector.md#record"},
		"record":          {"/docs/reference/NetCon.md#record", "/docs/reference/Vector.md#record"},
		"gnabar_hh":       {"/docs/reference/mechanisms/hh.md"},
		"n.usetable_hh":   {"/docs/reference/mechanisms/hh.md"},
		"hh.gnabar":       {"/docs/reference/mechanisms/hh.md"},
		"first":           {"/docs/guide/1-first.md"},
		"second.md":       {"/docs/second.md"},
		"reference":       {"/docs/reference/README.md"},
		"Runs":            nil,
		"xyzzy":           nil,
	} {
		var got []string
		for _, e := range s.Find(name) {
			got = append(got, e.URL())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is at %q, want %q", name, got, want)
		}
	}
	if names := s.Names(); !slices.Contains(names, "Vector.play") || !slices.Contains(names, "gnabar_hh") || slices.Contains(names, "Vector.Runs") {
		t.Errorf("names: %q", names)
	}
	text, err := s.Text(s.Find("Vector.record")[0])
	if want := "Vector.record\n\n    record(ref: Ref): Vector\n\nRecords a number. Always.\n\nSee Ref.\n"; err != nil || text != want {
		t.Errorf("the text of a member is %q (%v), want %q", text, err, want)
	}
	if text, err := s.Text(s.Find("Vector")[0]); err != nil || !strings.HasPrefix(text, "Vector\n\nNumbers in a <row.\n") {
		t.Errorf("the text of a page is %q (%v)", text, err)
	}
}

// TestSearchable holds what the search in the browser gets.
func TestSearchable(t *testing.T) {
	var rows [][]any
	if err := json.Unmarshal(pages(t).get("/search.json").body, &rows); err != nil {
		t.Fatal(err)
	}
	for _, want := range [][]any{
		{"Vector.record", "", "/docs/reference/Vector.md#record", "Records a number.", 1.},
		{"hh.gnabar", "gnabar_hh", "/docs/reference/mechanisms/hh.md", "sodium", 1.},
		{"First steps", "", "/docs/guide/1-first.md", "Begin here.", 0.},
		{"What is m_x?", "", "/docs/second.md#what-is-m_x", "A gate.", 0.},
		{"Cable", "", "/examples/cable.js", "dies away.", 0.},
	} {
		if !slices.ContainsFunc(rows, func(r []any) bool { return slices.Equal(r, want) }) {
			t.Errorf("%v is not among %v", want, rows)
		}
	}
}

// TestServe speaks HTTP with the server.
func TestServe(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- pages(t).Serve(listener) }()
	ask := func(request string) string {
		conn, err := net.DialTimeout("tcp", listener.Addr().String(), patience)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		_ = conn.SetDeadline(time.Now().Add(patience))
		if _, err := io.WriteString(conn, request); err != nil {
			t.Fatal(err)
		}
		answer, err := io.ReadAll(conn)
		if err != nil {
			t.Fatal(err)
		}
		return string(answer)
	}
	for request, want := range map[string]string{
		"GET /docs/img/cable.png?x=1 HTTP/1.1\r\nHost: here\r\n\r\n": "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n",
		"HEAD /docs/img/cable.png HTTP/1.1\r\n\r\n":                  "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n",
		"GET / HTTP/1.0\r\n\r\n":                                     "HTTP/1.1 302 Found\r\n",
		"POST / HTTP/1.1\r\n\r\n":                                    "HTTP/1.1 405 ",
		"nonsense\r\n\r\n":                                           "HTTP/1.1 400 ",
		"GET nowhere HTTP/1.1\r\n\r\n":                               "HTTP/1.1 400 ",
	} {
		got := ask(request)
		if !strings.HasPrefix(got, want) {
			t.Errorf("%q gets %q, want %q", request, got, want)
		}
		if body := strings.HasSuffix(got, "a picture"); body != strings.HasPrefix(request, "GET /docs/img") {
			t.Errorf("%q gets %q", request, got)
		}
	}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Errorf("after the listener was closed: %v", err)
	}
}
