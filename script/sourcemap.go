package script

import (
	"encoding/json"
	"errors"
	"strings"
)

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// shiftColumns rewrites a source map so that its columns count from 1. The
// format counts them from 0, but the engine looks them up, and reports them,
// as if they counted from 1. The first generated line is prefix bytes longer
// than the map knows.
func shiftColumns(data []byte, prefix int) ([]byte, error) {
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	text, ok := m["mappings"].(string)
	if !ok {
		return nil, errors.New("source map without mappings")
	}
	// A segment holds differences: of the generated column from the segment
	// before it on the line, of the other fields from the segment before it in
	// the file. So only a line's first segment changes, and in the file's first
	// one the source column as well.
	lines := strings.Split(text, ";")
	first := true
	for i, line := range lines {
		if line == "" {
			continue
		}
		head, rest, more := strings.Cut(line, ",")
		fields, err := decodeVLQ(head)
		if err != nil {
			return nil, err
		}
		fields[0]++
		if i == 0 {
			fields[0] += prefix
		}
		if first && len(fields) >= 4 {
			fields[3]++
			first = false
		}
		lines[i] = encodeVLQ(fields)
		if more {
			lines[i] += "," + rest
		}
	}
	m["mappings"] = strings.Join(lines, ";")
	return json.Marshal(m)
}

// decodeVLQ reads the numbers of one segment: base-64 digits of five bits,
// least significant first, the sign in the lowest bit.
func decodeVLQ(s string) ([]int, error) {
	var out []int
	value, shift := 0, 0
	for i := 0; i < len(s); i++ {
		d := strings.IndexByte(base64Digits, s[i])
		if d < 0 || shift > 30 {
			return nil, errors.New("bad digit in source map")
		}
		value |= (d & 31) << shift
		if d&32 != 0 {
			shift += 5
			continue
		}
		if value&1 != 0 {
			out = append(out, -(value >> 1))
		} else {
			out = append(out, value>>1)
		}
		value, shift = 0, 0
	}
	if len(out) == 0 {
		return nil, errors.New("empty segment in source map")
	}
	return out, nil
}

func encodeVLQ(fields []int) string {
	var b strings.Builder
	for _, v := range fields {
		u := v << 1
		if v < 0 {
			u = -v<<1 | 1
		}
		for {
			d := u & 31
			u >>= 5
			if u > 0 {
				d |= 32
			}
			b.WriteByte(base64Digits[d])
			if u == 0 {
				break
			}
		}
	}
	return b.String()
}
