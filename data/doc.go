// Package data moves chronologies in and out of archives: import, export and
// making the curated archive. The command line and the window call the same
// functions.
package data
