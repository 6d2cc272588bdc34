// Package assets holds the files that are built into the program: fonts, icons
// and scripts of its reports. It knows nothing of what they are used for.
package assets
