// Package charset turns the bytes of a file into text: it finds out in which
// encoding they are, with a confidence, and decodes them into UTF-8.
//
// It knows nothing of tables or events.
package charset
