// Package country knows the states and territories that event data speak of, by
// the codes that data sets call them: ISO 3166, FIPS 10-4, the Correlates of
// War and CAMEO. Each is one name, whatever the code, so that it becomes one
// actor.
//
// The table is written by us from public facts. It is of names and codes alone
// and says nothing of borders or recognition.
package country
