package chromium

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
)

// A pipe carries the DevTools protocol: one JSON object after another, each
// ended by a zero byte.
// See https://chromedevtools.github.io/devtools-protocol/.
type pipe struct {
	out, in *os.File

	lock      sync.Mutex
	last      int
	waiting   map[int]chan message
	listeners map[string]func(method string, params json.RawMessage) // by session
	ended     error
}

type message struct {
	ID        int             `json:"id,omitempty"`
	SessionID string          `json:"sessionId,omitempty"`
	Method    string          `json:"method,omitempty"`
	Params    json.RawMessage `json:"params,omitempty"`
	Result    json.RawMessage `json:"result,omitempty"`
	Error     *struct {
		Message string `json:"message"`
		Data    string `json:"data"`
	} `json:"error,omitempty"`
}

// startPiped starts a browser that reads commands from descriptor 3 and writes
// answers to descriptor 4.
func startPiped(cmd *exec.Cmd) (*pipe, error) {
	commands, out, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	in, answers, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(err, commands.Close(), out.Close())
	}
	cmd.ExtraFiles = []*os.File{commands, answers}
	err = cmd.Start()
	_, _ = commands.Close(), answers.Close() // the browser has its own
	if err != nil {
		return nil, errors.Join(err, out.Close(), in.Close())
	}
	p := &pipe{out: out, in: in, waiting: map[int]chan message{}, listeners: map[string]func(string, json.RawMessage){}}
	go p.read()
	return p, nil
}

func (p *pipe) close() { _, _ = p.out.Close(), p.in.Close() }

// listen sends a session's events to a function, which must not call the page.
func (p *pipe) listen(session string, hear func(method string, params json.RawMessage)) {
	p.lock.Lock()
	defer p.lock.Unlock()
	p.listeners[session] = hear
}

func (p *pipe) read() {
	answers := bufio.NewReaderSize(p.in, 1<<20)
	for {
		text, err := answers.ReadBytes(0)
		if err != nil {
			p.end(fmt.Errorf("the browser has ended: %w", err))
			return
		}
		var m message
		if err := json.Unmarshal(bytes.TrimSuffix(text, []byte{0}), &m); err != nil {
			p.end(err)
			return
		}
		p.lock.Lock()
		answer, hear := p.waiting[m.ID], p.listeners[m.SessionID]
		delete(p.waiting, m.ID)
		p.lock.Unlock()
		switch {
		case m.ID != 0 && answer != nil:
			answer <- m
		case m.Method != "" && hear != nil:
			hear(m.Method, m.Params)
		}
	}
}

// end fails every call that waits, and those to come.
func (p *pipe) end(err error) {
	p.lock.Lock()
	defer p.lock.Unlock()
	p.ended = err
	for id, answer := range p.waiting {
		close(answer)
		delete(p.waiting, id)
	}
}

// call sends a command and waits for its result.
func (p *pipe) call(ctx context.Context, session, method string, params, result any) error {
	raw, err := json.Marshal(params)
	if err != nil {
		return err
	}
	if params == nil {
		raw = []byte("{}")
	}
	answer := make(chan message, 1)
	p.lock.Lock()
	if p.ended != nil {
		defer p.lock.Unlock()
		return p.ended
	}
	p.last++
	id := p.last
	p.waiting[id] = answer
	text, err := json.Marshal(message{ID: id, SessionID: session, Method: method, Params: raw})
	if err == nil {
		_, err = p.out.Write(append(text, 0))
	}
	p.lock.Unlock()
	if err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", method, ctx.Err())
	case m, ok := <-answer:
		switch {
		case !ok:
			return fmt.Errorf("%s: the browser has ended", method)
		case m.Error != nil:
			return fmt.Errorf("%s: %s %s", method, m.Error.Message, m.Error.Data)
		case result == nil:
			return nil
		}
		return json.Unmarshal(m.Result, result)
	}
}
