// Package site shows a tree of Markdown files as pages in a browser: with navigation, a
// search over pages and the members that they tell about, and the scripts that they link
// to. It needs no network and writes nothing.
package site

import (
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// Home is the page that lists the others in reading order, which the navigation shows.
const Home = "docs/README.md"

// listings are pages that list others: the navigation shows the one of the folder that
// a reader is in.
var listings = []string{Home, "docs/reference/README.md"}

// Site is a tree of files with its index.
type Site struct {
	files fs.FS
	// elsewhere is the address that paths of files which are not in the tree are put behind.
	elsewhere string
	index     []Entry
	lists     map[string][]group
}

// New reads the pages of a tree, of which Home is one. elsewhere is the address of the
// tree's other files, ending with a slash.
func New(files fs.FS, elsewhere string) (*Site, error) {
	s := &Site{files: files, elsewhere: elsewhere, lists: map[string][]group{}}
	for _, name := range listings {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		s.lists[name] = groups(string(text), path.Dir(name))
	}
	if err := s.readIndex(); err != nil {
		return nil, err
	}
	return s, nil
}

// group is a heading of a listing with the links below it.
type group struct {
	title string
	links []place
}

// place is a page, or a place on it.
type place struct{ title, path string }

var listed = regexp.MustCompile(`^(?:[-*]|\d+\.) +\[([^\]]+)\]\(([^)]+)\)`)

// groups reads the lists of links of a page in a folder.
func groups(text, folder string) []group {
	var out []group
	for line := range strings.Lines(text) {
		if title, ok := strings.CutPrefix(line, "## "); ok {
			out = append(out, group{title: strings.TrimSpace(title)})
		}
		if m := listed.FindStringSubmatch(line); m != nil && len(out) > 0 {
			g := &out[len(out)-1]
			g.links = append(g.links, place{strings.ReplaceAll(m[1], "`", ""), path.Join(folder, m[2])})
		}
	}
	return out
}

// response is what a request gets.
type response struct {
	status         int
	kind, location string // the type of the body, or where to look instead
	body           []byte
}

func page(body string) response {
	return response{status: 200, kind: "text/html; charset=utf-8", body: []byte(body)}
}

// get gives /docs/guide/page.md as a page, a script as a page with its text, and other
// files as they are.
func (s *Site) get(address string) response {
	name := strings.Trim(path.Clean(address), "/")
	switch name {
	case "", ".":
		return response{status: 302, location: "/" + Home}
	case "site.css", "site.js":
		data, err := assets.ReadFile(name)
		if err != nil {
			panic(err) // it is embedded
		}
		return response{200, map[string]string{"site.css": "text/css", "site.js": "text/javascript"}[name] + "; charset=utf-8", "", data}
	case "search.json":
		return response{status: 200, kind: "application/json", body: s.searchable()}
	}
	if info, err := fs.Stat(s.files, name); err == nil && info.IsDir() {
		if list := path.Join(name, "README.md"); s.has(list) {
			return response{status: 302, location: "/" + list}
		}
		return page(s.frame(name, name, s.listing(name), ""))
	}
	data, err := fs.ReadFile(s.files, name)
	if err != nil {
		return s.missing(name)
	}
	switch ending := path.Ext(name); ending {
	case ".md":
		body, title, contents, err := render(data)
		if err != nil {
			return response{status: 500, kind: "text/plain; charset=utf-8", body: []byte(err.Error())}
		}
		return page(s.frame(name, title, body, contents))
	case ".js", ".mod":
		title := html.EscapeString(path.Base(name))
		body := fmt.Sprintf("<h1>%s</h1>", title)
		if picture := strings.TrimSuffix(strings.Replace(name, "examples/", "docs/img/", 1), ending) + ".png"; s.has(picture) {
			body += fmt.Sprintf(`<p><img src="/%s" alt="What it draws"></p>`, html.EscapeString(picture))
		}
		body += fmt.Sprintf("<pre><code>%s</code></pre>", highlight(ending[1:], string(data)))
		return page(s.frame(name, path.Base(name), body, ""))
	case ".png":
		return response{status: 200, kind: "image/png", body: data}
	}
	return response{status: 200, kind: "text/plain; charset=utf-8", body: data}
}

func (s *Site) has(name string) bool {
	_, err := fs.Stat(s.files, name)
	return err == nil
}

// listing shows what is in a folder.
func (s *Site) listing(name string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<h1>%s</h1><ul>", html.EscapeString(name))
	entries, err := fs.ReadDir(s.files, name)
	if err != nil {
		return html.EscapeString(err.Error())
	}
	for _, e := range entries {
		if path.Ext(e.Name()) != ".go" {
			fmt.Fprintf(&b, `<li><a href="/%s">%s</a></li>`, html.EscapeString(path.Join(name, e.Name())), html.EscapeString(e.Name()))
		}
	}
	return b.String() + "</ul>"
}

// missing tells where a file is that is not part of the tree.
func (s *Site) missing(name string) response {
	to := html.EscapeString(s.elsewhere + (&url.URL{Path: name}).EscapedPath())
	r := page(s.frame(name, "Not here", fmt.Sprintf("<h1>Not here</h1><p>%s is not part of the documentation in this program. If the project has it, it is at\n"+
		"<a href=\"%s\">%s</a>.</p>", html.EscapeString(name), to, to), ""))
	r.status = 404
	return r
}

// frame puts a page around a body. contents are links to its headings.
func (s *Site) frame(name, title, body, contents string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s - gneuron</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/site.css"><script src="/site.js" defer></script></head>
<body><header><a class="name" href="/%s">gneuron</a><button id="menu" aria-expanded="false">Menu</button>
<div id="search"><input id="query" type="search" placeholder="Search (press /)" autocomplete="off" aria-label="Search"><ol id="found" hidden></ol></div></header>
<div class="columns"><nav id="navigation">`, html.EscapeString(title), Home)
	s.navigation(&b, name)
	fmt.Fprintf(&b, "</nav><main>%s", body)
	s.neighbours(&b, name)
	b.WriteString("</main>")
	if contents != "" {
		fmt.Fprintf(&b, "<aside><p>On this page</p>%s</aside>", contents)
	}
	b.WriteString("</div></body></html>\n")
	return b.String()
}

// navigation writes the listing of all pages, and that of the folder of a page.
func (s *Site) navigation(b *strings.Builder, name string) {
	for _, list := range listings {
		if list != Home && !strings.HasPrefix(name, path.Dir(list)+"/") {
			continue
		}
		for _, g := range s.lists[list] {
			if len(g.links) == 0 {
				continue
			}
			fmt.Fprintf(b, "<p>%s</p><ul>", html.EscapeString(g.title))
			for _, l := range g.links {
				current := ""
				if l.path == name {
					current = ` aria-current="page"`
				}
				fmt.Fprintf(b, `<li><a href="/%s"%s>%s</a></li>`, html.EscapeString(l.path), current, html.EscapeString(l.title))
			}
			b.WriteString("</ul>")
		}
	}
}

// neighbours writes links to the pages before and after a page.
func (s *Site) neighbours(b *strings.Builder, name string) {
	var order []place
	for _, g := range s.lists[Home] {
		order = append(order, g.links...)
	}
	for i, p := range order {
		if p.path != name {
			continue
		}
		b.WriteString(`<div class="neighbours">`)
		if i > 0 {
			fmt.Fprintf(b, `<a href="/%s">&larr; %s</a>`, html.EscapeString(order[i-1].path), html.EscapeString(order[i-1].title))
		}
		if i+1 < len(order) {
			fmt.Fprintf(b, `<a class="next" href="/%s">%s &rarr;</a>`, html.EscapeString(order[i+1].path), html.EscapeString(order[i+1].title))
		}
		b.WriteString("</div>")
		return
	}
}
