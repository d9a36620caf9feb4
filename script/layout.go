package script

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

func cut(s string) string {
	if len(s) <= inspectChars {
		return s
	}
	n := inspectChars
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + fmt.Sprintf("... %d more bytes", len(s)-n)
}

// grid puts short items into aligned columns, one string per row, or gives one
// row where all fit on a line. It is nil for long items.
func grid(items []string, numeric bool, width int) []string {
	total, widest := 0, 0
	for _, s := range items {
		w := utf8.RuneCountInString(s)
		total += w + 2
		widest = max(widest, w)
	}
	if total <= width-4 {
		return []string{strings.Join(items, ", ")}
	}
	columns := min(16, width/(widest+2))
	if columns < 2 {
		return nil
	}
	var rows []string
	for i := 0; i < len(items); i += columns {
		row := items[i:min(i+columns, len(items))]
		cells := make([]string, len(row))
		for j, s := range row {
			pad := strings.Repeat(" ", widest-utf8.RuneCountInString(s))
			last := i+j == len(items)-1
			switch {
			case numeric:
				cells[j] = pad + s
			case last || j == len(row)-1:
				cells[j] = s
			default:
				cells[j] = s + "," + pad
			}
		}
		sep := ", "
		if !numeric {
			sep = " "
		}
		rows = append(rows, strings.Join(cells, sep))
	}
	return rows
}

// join puts items on one line if they fit, else on a line each.
func join(open string, items []string, end string, width int) string {
	total := len(items) + len(open) + len(end)
	for _, s := range items {
		total += utf8.RuneCountInString(s) + 1
		if strings.Contains(s, "\n") {
			return lines(open, items, end)
		}
	}
	if total > width {
		return lines(open, items, end)
	}
	return open + " " + strings.Join(items, ", ") + " " + end
}

func lines(open string, items []string, end string) string {
	text := strings.Join(items, ",\n")
	return open + "\n  " + strings.ReplaceAll(text, "\n", "\n  ") + "\n" + end
}

// quoteJS quotes a string as JavaScript does, with the quotes that need no
// escape.
func quoteJS(s string) string {
	q := byte('\'')
	if strings.Contains(s, "'") {
		if !strings.Contains(s, `"`) {
			q = '"'
		} else if !strings.Contains(s, "`") {
			q = '`'
		}
	}
	var b strings.Builder
	b.WriteByte(q)
	for _, r := range s {
		switch {
		case r == rune(q) || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\x%02X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte(q)
	return b.String()
}
