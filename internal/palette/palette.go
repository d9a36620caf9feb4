// Package palette makes pictures of the documentation small: they are part of the binary.
package palette

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
)

// PNG gives a picture, in PNG, with the 256 colours that most of its dots have, to five
// bits each of red, green and blue; other dots get the nearest of these. What is drawn in
// a few colours, with shades at the edges, looks the same and takes a third of the space.
func PNG(picture []byte) ([]byte, error) {
	decoded, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil, err
	}
	bounds := decoded.Bounds()
	dots := image.NewRGBA(bounds)
	draw.Draw(dots, bounds, image.White, image.Point{}, draw.Src)
	draw.Draw(dots, bounds, decoded, bounds.Min, draw.Over)
	counts := map[color.RGBA]int{}
	for i := 0; i < len(dots.Pix); i += 4 {
		for k := range 3 {
			dots.Pix[i+k] = round(dots.Pix[i+k])
		}
		counts[at(dots, i)]++
	}
	colors := make([]color.RGBA, 0, len(counts))
	for c := range counts {
		colors = append(colors, c)
	}
	slices.SortFunc(colors, func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(number(a), number(b)))
	})
	var colours color.Palette
	for _, c := range colors[:min(256, len(colors))] {
		colours = append(colours, c)
	}
	nearest := map[color.RGBA]uint8{}
	small := image.NewPaletted(bounds, colours)
	for i := range small.Pix {
		c := at(dots, 4*i)
		index, known := nearest[c]
		if !known {
			index = uint8(colours.Index(c))
			nearest[c] = index
		}
		small.Pix[i] = index
	}
	var b bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, small)
	return b.Bytes(), err
}

// round rounds to one of 32 values from 0 to 255.
func round(x uint8) uint8 { return uint8((int(x)*31 + 127) / 255 * 255 / 31) }

func at(img *image.RGBA, i int) color.RGBA {
	return color.RGBA{img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3]}
}

func number(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
