package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"chancery/data/store"
)

// An infoAnswer is what timeline info says. Earliest and latest are the first
// and last dates, as EDTF.
type infoAnswer struct {
	Archive        string `json:"archive"`
	Events         int    `json:"events"`
	Actors         int    `json:"actors"`
	Sources        int    `json:"sources"`
	Links          int    `json:"links"`
	Agreements     int    `json:"agreements"`
	Collections    int    `json:"collections"`
	Categories     int    `json:"categories"`
	Batches        int    `json:"batches"`
	Points         int    `json:"points"`
	Spans          int    `json:"spans"`
	Deadlines      int    `json:"deadlines"`
	OpenEnded      int    `json:"open_ended"`
	Participations int    `json:"participations"`
	Citations      int    `json:"citations"`
	Earliest       string `json:"earliest"`
	Latest         string `json:"latest"`
}

func newInfo() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "info",
		Short:   "Say what an archive holds",
		Example: `  timeline info --archive gsomia.chancery --json`,
		Args:    args(cobra.NoArgs),
	}
	archive, asJSON := archiveFlag(cmd), jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return withArchive(cmd.Context(), *archive, func(a *store.Archive) error {
			s, err := a.Summary(cmd.Context())
			if err != nil {
				return err
			}
			if *asJSON {
				return printJSON(cmd, infoAnswer{
					Archive: a.Path(), Events: s.Events, Actors: s.Actors, Sources: s.Sources, Links: s.Links,
					Agreements: s.Agreements, Collections: s.Collections, Categories: s.Categories, Batches: s.Batches,
					Points: s.Points, Spans: s.Spans, Deadlines: s.Deadlines, OpenEnded: s.OpenEnded,
					Participations: s.Participations, Citations: s.Citations,
					Earliest: s.Earliest, Latest: s.Latest,
				})
			}
			out := cmd.OutOrStdout()
			fmt.Fprintln(out, a.Path())
			for _, line := range []struct {
				noun string
				n    int
			}{
				{"event", s.Events}, {"actor", s.Actors}, {"source", s.Sources},
				{"link", s.Links}, {"agreement", s.Agreements}, {"collection", s.Collections},
			} {
				fmt.Fprintln(out, counted(line.n, line.noun))
			}
			if s.Events > 0 {
				fmt.Fprintf(out, "%s to %s\n", s.Earliest, s.Latest)
			}
			return nil
		})
	}
	return cmd
}
