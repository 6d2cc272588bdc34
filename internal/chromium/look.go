package chromium

import (
	"bytes"
	"context"
	"encoding/base64"
	"image"
	"image/png"
)

// Size sets the width and height of the window, in CSS pixels.
func (p *Page) Size(ctx context.Context, width, height int) error {
	return p.Call(ctx, "Emulation.setDeviceMetricsOverride", map[string]any{
		"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
	}, nil)
}

// Media sets what the page is shown on, "screen" or "print", and the colours
// that its reader prefers, "light" or "dark".
func (p *Page) Media(ctx context.Context, media, colours string) error {
	return p.Call(ctx, "Emulation.setEmulatedMedia", map[string]any{
		"media": media, "features": []map[string]string{{"name": "prefers-color-scheme", "value": colours}},
	}, nil)
}

// Scripts says whether pages opened from now on run their scripts.
func (p *Page) Scripts(ctx context.Context, run bool) error {
	return p.Call(ctx, "Emulation.setScriptExecutionDisabled", map[string]any{"value": !run}, nil)
}

// Screenshot returns a picture of the window, or of the whole page.
func (p *Page) Screenshot(ctx context.Context, whole bool) (image.Image, error) {
	var answer struct{ Data []byte }
	err := p.Call(ctx, "Page.captureScreenshot", map[string]any{"captureBeyondViewport": whole}, &answer)
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(answer.Data))
}

// PDF returns the page as it would be printed on A4.
func (p *Page) PDF(ctx context.Context) ([]byte, error) {
	var answer struct{ Data string }
	err := p.Call(ctx, "Page.printToPDF", map[string]any{
		"printBackground": true, "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true,
	}, &answer)
	if err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(answer.Data)
}

// Mouse sends an event of the mouse at a place in the window: "mouseMoved",
// "mousePressed" or "mouseReleased".
func (p *Page) Mouse(ctx context.Context, kind string, x, y float64) error {
	params := map[string]any{"type": kind, "x": x, "y": y}
	if kind != "mouseMoved" {
		params["button"], params["clickCount"] = "left", 1
	}
	return p.Call(ctx, "Input.dispatchMouseEvent", params, nil)
}

// Wheel turns the wheel at a place in the window; modifiers are 2 for Ctrl.
func (p *Page) Wheel(ctx context.Context, x, y, dy float64, modifiers int) error {
	return p.Call(ctx, "Input.dispatchMouseEvent", map[string]any{
		"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": dy, "modifiers": modifiers,
	}, nil)
}
