package site

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var markdown = goldmark.New(goldmark.WithExtensions(extension.GFM),
	goldmark.WithParserOptions(parser.WithAutoHeadingID()),
	// The pages are the project's own: HTML in them is meant.
	goldmark.WithRendererOptions(ghtml.WithUnsafe(), renderer.WithNodeRenderers(util.Prioritized(codeBlocks{}, 100))))

// render makes HTML of a page, and gives its title and links to its headings.
func render(source []byte) (body, title, contents string, err error) {
	document := markdown.Parser().Parse(text.NewReader(source), parser.WithContext(parser.NewContext(parser.WithIDs(anchors{}))))
	var list strings.Builder
	for node := document.FirstChild(); node != nil; node = node.NextSibling() {
		h, ok := node.(*ast.Heading)
		if !ok {
			continue
		}
		words := plainText(h, source)
		if h.Level == 1 {
			title = words
		} else if id, ok := h.AttributeString("id"); ok && h.Level <= 3 {
			fmt.Fprintf(&list, `<a class="level%d" href="#%s">%s</a>`, h.Level, html.EscapeString(string(id.([]byte))), html.EscapeString(words))
		}
	}
	var b bytes.Buffer
	err = markdown.Renderer().Render(&b, source, document)
	return b.String(), title, list.String(), err
}

// plainText is the text of a node without its marks.
func plainText(node ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(source))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// anchors names headings as code hosts do: lower case, no signs, blanks as hyphens; the
// second of a name gets -1.
type anchors map[string]int

func (a anchors) Generate(value []byte, _ ast.NodeKind) []byte {
	id := Anchor(string(value))
	n := a[id]
	a[id]++
	if n > 0 {
		id = fmt.Sprintf("%s-%d", id, n)
	}
	return []byte(id)
}

func (a anchors) Put(value []byte) { a[string(value)]++ }

// Anchor is the name of a heading as the place that links lead to.
func Anchor(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '_', r == '-':
			return unicode.ToLower(r)
		case r == ' ':
			return '-'
		}
		return -1
	}, strings.TrimSpace(heading))
}

// codeBlocks renders blocks of code in colours.
type codeBlocks struct{}

func (codeBlocks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, func(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		block := node.(*ast.FencedCodeBlock)
		var code strings.Builder
		for i := range block.Lines().Len() {
			line := block.Lines().At(i)
			code.Write(line.Value(source))
		}
		_, err := fmt.Fprintf(w, "<pre><code class=\"%s\">%s</code></pre>\n", html.EscapeString(string(block.Language(source))), highlight(string(block.Language(source)), code.String()))
		return ast.WalkSkipChildren, err
	})
}

// tokens are what is coloured in a language: comments, strings, numbers, words.
var tokens = map[string]*regexp.Regexp{
	"js": regexp.MustCompile("(?s)(//[^\n]*|/\\*.*?\\*/)" + `|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|` + "`(?:[^`\\\\]|\\\\.)*`)" + `|\b(\d[\w.]*)\b|\b(` +
		`const|let|var|function|return|if|else|for|of|in|while|do|break|continue|new|class|extends|constructor|import|from|export|default|await|async|typeof|instanceof|switch|case|throw|try|catch|finally|this|null|undefined|true|false|type|void|number|string|boolean|any)\b`),
	"py": regexp.MustCompile(`(#[^\n]*)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\b(\d[\w.]*)\b|\b(def|return|if|elif|else|for|in|while|import|from|class|as|not|and|or|None|True|False|lambda|with)\b`),
	"mod": regexp.MustCompile(`(?s)(:[^\n]*|\bCOMMENT\b.*?\bENDCOMMENT\b)|("[^"\n]*")|\b(\d[\w.]*)\b|\b(` +
		`[A-Z][A-Z_]{2,}|if|else|cnexp|derivimplicit|sparse)\b`),
}

var languages = map[string]string{"js": "js", "ts": "js", "javascript": "js", "nmodl": "mod", "mod": "mod", "passes": "mod", "python": "py", "py": "py"}

// highlight makes HTML of code.
func highlight(language, code string) string {
	pattern := tokens[languages[language]]
	if pattern == nil {
		return html.EscapeString(code)
	}
	var b strings.Builder
	at := 0
	for _, m := range pattern.FindAllStringSubmatchIndex(code, -1) {
		b.WriteString(html.EscapeString(code[at:m[0]]))
		for k, class := range []string{"c", "s", "n", "k"} {
			if m[2+2*k] >= 0 {
				fmt.Fprintf(&b, `<span class="%s">%s</span>`, class, html.EscapeString(code[m[0]:m[1]]))
			}
		}
		at = m[1]
	}
	b.WriteString(html.EscapeString(code[at:]))
	return b.String()
}
