// Package cameo knows the event codes of CAMEO (Conflict and Mediation Event
// Observations): their names, their tree of roots and sub-codes, their quad
// classes and their Goldstein scores. PLOVER, which succeeds CAMEO, keeps the
// roots and the quad classes.
//
// A code is text, never a number: "010" is a sub-code of root "01", "10" is a
// root of its own.
package cameo
