package chromium

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
)

// A Page is one tab. It notes what its document writes to the console, what
// fails in it, and what it asks the network for.
type Page struct {
	pipe    *pipe
	session string

	lock     sync.Mutex
	console  []string
	requests []string
	loaded   chan struct{} // closed when the load that is waited for is done
}

// Call sends any command of the DevTools protocol.
func (p *Page) Call(ctx context.Context, method string, params, result any) error {
	return p.pipe.call(ctx, p.session, method, params, result)
}

// Open loads a file and waits until its load event has fired.
func (p *Page) Open(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	loaded := make(chan struct{})
	p.lock.Lock()
	p.console, p.requests, p.loaded = nil, nil, loaded
	p.lock.Unlock()
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	var answer struct{ ErrorText string }
	if err := p.Call(ctx, "Page.navigate", map[string]any{"url": address.String()}, &answer); err != nil {
		return err
	}
	if answer.ErrorText != "" {
		return fmt.Errorf("open %s: %s", path, answer.ErrorText)
	}
	select {
	case <-loaded:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("open %s: %w", path, ctx.Err())
	}
}

// Eval runs an expression in the page, waits for the promise that it may be,
// and reads its value into result, which may be nil. The page's own policy does
// not hold it back.
func (p *Page) Eval(ctx context.Context, expression string, result any) error {
	var answer struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails *struct {
			Text      string
			Exception struct{ Description string }
		}
	}
	err := p.Call(ctx, "Runtime.evaluate", map[string]any{
		"expression": expression, "awaitPromise": true, "returnByValue": true, "userGesture": true,
	}, &answer)
	if err != nil {
		return err
	}
	if e := answer.ExceptionDetails; e != nil {
		return errors.New(e.Text + " " + e.Exception.Description)
	}
	if result == nil || answer.Result.Value == nil {
		return nil
	}
	return json.Unmarshal(answer.Result.Value, result)
}

// Console returns what the document has complained of since it was opened:
// errors and warnings, its own and the browser's about it.
func (p *Page) Console() []string {
	p.lock.Lock()
	defer p.lock.Unlock()
	return append([]string(nil), p.console...)
}

// Requests returns the addresses that the document has asked for since it was
// opened, itself left out.
func (p *Page) Requests() []string {
	p.lock.Lock()
	defer p.lock.Unlock()
	return append([]string(nil), p.requests...)
}

// hear notes an event.
func (p *Page) hear(method string, params json.RawMessage) {
	p.lock.Lock()
	defer p.lock.Unlock()
	switch method {
	case "Page.loadEventFired":
		if p.loaded != nil {
			close(p.loaded)
			p.loaded = nil
		}
	case "Runtime.exceptionThrown":
		var e struct {
			ExceptionDetails struct {
				Text      string
				Exception struct{ Description string }
			}
		}
		_ = json.Unmarshal(params, &e)
		p.console = append(p.console, e.ExceptionDetails.Text+" "+e.ExceptionDetails.Exception.Description)
	case "Runtime.consoleAPICalled":
		var e struct {
			Type string
			Args []struct {
				Value       any
				Description string
			}
		}
		_ = json.Unmarshal(params, &e)
		words := []string{e.Type}
		for _, a := range e.Args {
			words = append(words, fmt.Sprint(a.Value)+a.Description)
		}
		p.console = append(p.console, strings.Join(words, " "))
	case "Log.entryAdded":
		var e struct{ Entry struct{ Level, Text string } }
		_ = json.Unmarshal(params, &e)
		p.console = append(p.console, e.Entry.Level+" "+e.Entry.Text)
	case "Network.requestWillBeSent":
		var e struct {
			Type    string
			Request struct{ URL string }
		}
		_ = json.Unmarshal(params, &e)
		if e.Type != "Document" {
			p.requests = append(p.requests, e.Request.URL)
		}
	}
}
