// Package chromium drives headless Chromium through its debugging pipe, for
// tests that open exported pages. It needs nothing but the program itself.
//
// The browser has no network: it runs in a network namespace of its own where
// the system allows that, and everywhere resolves no name.
package chromium
