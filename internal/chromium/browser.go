package chromium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// ErrMissing says that the machine has no Chromium.
var ErrMissing = errors.New("no Chromium on this machine: install the package chromium")

// A Browser is a running Chromium with a profile of its own, which goes with it.
type Browser struct {
	cmd     *exec.Cmd
	profile string
	pipe    *pipe
	stderr  bytes.Buffer
}

// Start starts the browser; flags are added to its command line. It ends with
// ctx, or with Close.
func Start(ctx context.Context, flags ...string) (*Browser, error) {
	program, err := find()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "chromium-")
	if err != nil {
		return nil, err
	}
	b := &Browser{profile: profile}
	command := append(isolated(ctx), program,
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
		"--hide-scrollbars", "--force-color-profile=srgb", "--remote-debugging-pipe", "--user-data-dir="+profile)
	command = append(append(command, flags...), "about:blank")
	b.cmd = exec.CommandContext(ctx, command[0], command[1:]...)
	b.cmd.Stderr = &b.stderr
	b.cmd.WaitDelay = 5 * time.Second
	if b.pipe, err = startPiped(b.cmd); err != nil {
		return nil, errors.Join(err, os.RemoveAll(profile))
	}
	return b, nil
}

// find returns the path of the browser's program.
func find() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrMissing
}

// isolated returns the beginning of a command that gives a program no network.
func isolated(ctx context.Context) []string {
	if exec.CommandContext(ctx, "unshare", "-n", "true").Run() == nil {
		return []string{"unshare", "-n"}
	}
	return nil
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() error {
	_ = b.pipe.call(context.Background(), "", "Browser.close", nil, nil)
	done := make(chan struct{})
	go func() { _ = b.cmd.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		_ = b.cmd.Process.Kill()
		<-done
	}
	b.pipe.close()
	return os.RemoveAll(b.profile)
}

// Downloads lets pages save files into a folder, named as the page asks.
func (b *Browser) Downloads(ctx context.Context, folder string) error {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	return b.pipe.call(ctx, "", "Browser.setDownloadBehavior", map[string]any{
		"behavior": "allow", "downloadPath": folder,
	}, nil)
}

// Page opens an empty page, in a tab of its own.
func (b *Browser) Page(ctx context.Context) (*Page, error) {
	var target struct{ TargetID string }
	if err := b.pipe.call(ctx, "", "Target.createTarget", map[string]any{"url": "about:blank"}, &target); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, b.stderr.String())
	}
	var session struct{ SessionID string }
	err := b.pipe.call(ctx, "", "Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &session)
	if err != nil {
		return nil, err
	}
	p := &Page{pipe: b.pipe, session: session.SessionID}
	p.pipe.listen(p.session, p.hear)
	for _, domain := range []string{"Page", "Runtime", "Log", "Network"} {
		if err := p.Call(ctx, domain+".enable", nil, nil); err != nil {
			return nil, err
		}
	}
	return p, nil
}
