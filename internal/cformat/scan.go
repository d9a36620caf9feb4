package cformat

import (
	"bufio"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// Word reads the next word of a text: what stands between blanks. At the end of
// the text it gives io.EOF.
func Word(r *bufio.Reader) (string, error) {
	if err := skipBlanks(r); err != nil {
		return "", err
	}
	var word strings.Builder
	for {
		c, err := r.ReadByte()
		switch {
		case errors.Is(err, io.EOF) && word.Len() > 0:
			return word.String(), nil
		case err != nil:
			return "", err
		case blank(c):
			return word.String(), r.UnreadByte()
		}
		word.WriteByte(c)
	}
}

func blank(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// skipBlanks reads up to the next character that is not blank.
func skipBlanks(r *bufio.Reader) error {
	for {
		c, err := r.ReadByte()
		if err != nil {
			return err
		}
		if !blank(c) {
			return r.UnreadByte()
		}
	}
}

// number is the beginning of a word that strtod takes.
var number = regexp.MustCompile(`(?i)^[-+]?(0x([0-9a-f]+\.?[0-9a-f]*|\.[0-9a-f]+)(p[-+]?[0-9]+)?|([0-9]+\.?[0-9]*|\.[0-9]+)(e[-+]?[0-9]+)?|inf(inity)?|nan)`)

// Number reads the next number of a text, as NEURON's scanvar does: words that do not
// begin with one are skipped, and so are those that begin with i or n (inf,
// nan). What follows the number within its word is lost, and the blanks behind
// the word are read, too. At the end of the text it gives io.EOF.
func Number(r *bufio.Reader) (float64, error) {
	for {
		word, err := Word(r)
		if err != nil {
			return 0, err
		}
		if strings.IndexByte("iInN", word[0]) >= 0 {
			continue
		}
		text := number.FindString(word)
		if text == "" {
			continue
		}
		if strings.ContainsAny(text, "xX") && !strings.ContainsAny(text, "pP") {
			text += "p0" // Go wants the exponent that C lets out
		}
		x, err := strconv.ParseFloat(text, 64)
		if err != nil && !errors.Is(err, strconv.ErrRange) {
			return 0, err
		}
		if err := skipBlanks(r); err != nil && !errors.Is(err, io.EOF) {
			return 0, err
		}
		return x, nil
	}
}
