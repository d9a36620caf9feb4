package palette

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// TestPNG reduces a picture of 4096 colours of which four cover most of it.
func TestPNG(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 256, 256))
	for y := range 256 {
		for x := range 256 {
			c := color.NRGBA{255, 255, 255, 255}
			switch {
			case y < 16:
				c = color.NRGBA{uint8(x), uint8(y * 16), uint8(x / 2), 255}
			case x < 64:
				c = color.NRGBA{31, 119, 180, 255}
			case x < 128:
				c = color.NRGBA{0, 0, 0, 255}
			case x < 130:
				c = color.NRGBA{} // transparent: white
			}
			img.SetNRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	small, err := PNG(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if again, err := PNG(b.Bytes()); err != nil || !bytes.Equal(again, small) {
		t.Errorf("it differs from one call to the next (%v)", err)
	}
	out, err := png.Decode(bytes.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	if p, ok := out.(*image.Paletted); !ok || len(p.Palette) > 256 {
		t.Errorf("it is a %T", out)
	}
	// Five bits: no colour of the areas is off by more than half of 255/31.
	for _, at := range []image.Point{{10, 100}, {100, 100}, {129, 100}, {200, 100}} {
		r, g, bl, _ := out.At(at.X, at.Y).RGBA()
		want := img.NRGBAAt(at.X, at.Y)
		if want.A == 0 {
			want = color.NRGBA{255, 255, 255, 255}
		}
		for k, d := range []int{int(r>>8) - int(want.R), int(g>>8) - int(want.G), int(bl>>8) - int(want.B)} {
			if d > 4 || d < -4 {
				t.Errorf("at %v, channel %d is off by %d", at, k, d)
			}
		}
	}
	if _, err := PNG([]byte("no picture")); err == nil {
		t.Error("it takes what is no picture")
	}
}
