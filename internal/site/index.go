package site

import (
	"embed"
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

//go:embed site.css site.js
var assets embed.FS

// Entry is something that a reader may look for: a page, a heading on one, or a member of
// a class or mechanism.
type Entry struct {
	Name   string // "Vector.record", "Your first neuron"
	Alias  string // another name, "gnabar_hh"; or ""
	Page   string // the path of the page
	Anchor string // of the heading; "" for the page as a whole
	Text   string // a sentence about it
	Member bool   // a name of the script's, not a heading of prose
}

// URL is where an entry is, from the root of the site.
func (e *Entry) URL() string {
	if e.Anchor == "" {
		return "/" + e.Page
	}
	return "/" + e.Page + "#" + e.Anchor
}

var (
	variable = regexp.MustCompile("^\\| `([\\w.]+)(?:\\[\\d+\\])?` *\\|(?: `(\\w+)` *\\|)?")
	exhibit  = regexp.MustCompile(`\*\*\[([^\]]+)\]\(([^)]+)\)\*\*: ([^|]*)`)
	quoted   = regexp.MustCompile("`([^`]*)`")
	marks    = regexp.MustCompile("\\[([^\\]]*)\\]\\([^)]*\\)|[`*]|\\\\([_*<|])")
)

// readIndex reads the headings of all pages.
func (s *Site) readIndex() error {
	return fs.WalkDir(s.files, "docs", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		data, err := fs.ReadFile(s.files, name)
		if err != nil {
			return err
		}
		s.indexPage(name, string(data))
		return nil
	})
}

func (s *Site) indexPage(name, text string) {
	inReference := strings.HasPrefix(name, "docs/reference/") && path.Base(name) != "README.md"
	ids := anchors{}
	lines := strings.Split(text, "\n")
	title, fenced := "", false
	for i, line := range lines {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		level := strings.IndexFunc(line, func(r rune) bool { return r != '#' })
		if !fenced && level > 0 && strings.HasPrefix(line[level:], " ") {
			heading := marks.ReplaceAllString(strings.TrimSpace(line[level:]), "$1$2")
			e := Entry{Name: heading, Page: name, Text: sentence(lines[i+1:])}
			anchor := string(ids.Generate([]byte(heading), 0))
			if level == 1 {
				title, e.Member = heading, inReference
			} else {
				e.Anchor = anchor
				e.Member = inReference && i+2 < len(lines) && lines[i+2] == "```ts"
			}
			if e.Member && level > 1 && !strings.Contains(title, "/") && title != "Globals" && title != "Types" {
				e.Name = title + "." + heading
			}
			s.index = append(s.index, e)
		}
		for _, m := range exhibit.FindAllStringSubmatch(line, -1) {
			s.index = append(s.index, Entry{Name: m[1], Page: path.Join(path.Dir(name), m[2]), Text: strings.TrimSpace(m[3])})
		}
		if m := variable.FindStringSubmatch(line); m != nil && inReference {
			cells := strings.Split(strings.Trim(line, "| "), "|")
			e := Entry{Name: title + "." + m[1], Alias: m[2], Page: name, Text: strings.TrimSpace(cells[len(cells)-1]), Member: true}
			if strings.HasPrefix(m[1], "n.") {
				e.Name = m[1]
			}
			s.index = append(s.index, e)
		}
	}
}

// sentence is the first sentence of prose among lines.
func sentence(lines []string) string {
	fenced := false
	for i, line := range lines {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
			continue
		}
		if strings.HasPrefix(line, "#") && !fenced {
			return ""
		}
		if fenced || line == "" || strings.ContainsAny(line[:1], "|<!- ") {
			continue
		}
		text := line
		for _, more := range lines[i+1:] {
			if more == "" {
				break
			}
			text += " " + more
		}
		if at := strings.Index(text, ". "); at >= 0 {
			text = text[:at+1]
		}
		return marks.ReplaceAllString(text, "$1$2")
	}
	return ""
}

// searchable is what the search in the browser reads: [name, other name, address, text, 1
// for a member], for each entry.
func (s *Site) searchable() []byte {
	rows := [][]any{}
	for i := range s.index {
		e := &s.index[i]
		member := 0
		if e.Member {
			member = 1
		}
		rows = append(rows, []any{e.Name, e.Alias, e.URL(), e.Text, member})
	}
	data, err := json.Marshal(rows)
	if err != nil {
		panic(err) // strings and numbers
	}
	return data
}

// Names lists what Find knows, for a suggestion.
func (s *Site) Names() []string {
	var names []string
	for i := range s.index {
		if e := &s.index[i]; e.Member {
			names = append(names, e.Name)
			if e.Alias != "" {
				names = append(names, e.Alias)
			}
		} else if e.Anchor == "" {
			names = append(names, pageName(e.Page))
		}
	}
	return names
}

// ending is the last part of a path, without .md.
func ending(page string) string { return strings.TrimSuffix(path.Base(page), ".md") }

// pageName is how a guide is called: its file without numbers and ending.
func pageName(page string) string {
	name := ending(page)
	if name == "README" {
		name = path.Base(path.Dir(page))
	}
	return strings.TrimLeft(name, "0123456789-")
}

// Find looks a name up: a class or mechanism, one of its members as Vector.record or as
// record alone, a variable as gnabar_hh, or a guide by its file. Where a name is in
// several places it gives all of them.
func (s *Site) Find(name string) []*Entry {
	name = strings.TrimSuffix(name, "()")
	short := strings.TrimPrefix(name, "n.")
	rules := []func(e *Entry) bool{
		func(e *Entry) bool { return e.Member && (e.Name == name || e.Alias == name) },
		func(e *Entry) bool { return e.Member && (e.Name == short || e.Alias == short) },
		func(e *Entry) bool {
			return e.Anchor == "" && (pageName(e.Page) == name || ending(e.Page) == ending(name))
		},
		func(e *Entry) bool { return e.Member && strings.HasSuffix(e.Name, "."+short) },
		func(e *Entry) bool { return e.Member && strings.EqualFold(e.Name, short) },
	}
	for _, rule := range rules {
		var found []*Entry
		for i := range s.index {
			if e := &s.index[i]; rule(e) {
				found = append(found, e)
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// Text is an entry as plain text: its page, or its part of it.
func (s *Site) Text(e *Entry) (string, error) {
	data, err := fs.ReadFile(s.files, e.Page)
	if err != nil {
		return "", err
	}
	if e.Anchor == "" {
		return plain(string(data)), nil
	}
	ids := anchors{}
	var part []string
	start, fenced := 0, false
	for line := range strings.SplitSeq(string(data), "\n") {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		level := strings.IndexFunc(line, func(r rune) bool { return r != '#' })
		if !fenced && level > 0 && strings.HasPrefix(line[level:], " ") {
			heading := marks.ReplaceAllString(strings.TrimSpace(line[level:]), "$1$2")
			switch {
			case string(ids.Generate([]byte(heading), 0)) == e.Anchor:
				start = level
				line = line[:level] + " " + e.Name
			case start > 0 && level <= start:
				return plain(strings.Join(part, "\n")), nil
			}
		}
		if start > 0 {
			part = append(part, line)
		}
	}
	return plain(strings.Join(part, "\n")), nil
}

// plain takes the marks of Markdown out of a text that is to be read in a terminal.
func plain(text string) string {
	var b strings.Builder
	fenced, blank := false, true
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case strings.HasPrefix(line, "<!--") || strings.HasPrefix(line, "!["):
			continue
		case strings.HasPrefix(line, "```"):
			fenced = !fenced
			continue
		case fenced:
			line = "    " + line
		case strings.HasPrefix(line, "    "):
		default:
			if strings.HasPrefix(line, "|") {
				line = quoted.ReplaceAllString(line, "$1  ") // the columns stay where they are
			}
			line = marks.ReplaceAllString(strings.TrimLeft(line, "#"), "$1$2")
			line = strings.TrimPrefix(line, " ")
		}
		line = strings.TrimRight(line, " ")
		if line == "" && blank {
			continue
		}
		blank = line == ""
		b.WriteString(line + "\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}
