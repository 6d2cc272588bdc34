package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"chancery/data"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// A viewAnswer is what timeline views says of one saved view. Instants are ISO
// 8601, half-open; as_of is empty for today.
type viewAnswer struct {
	Name   string       `json:"name"`
	From   string       `json:"from"`
	To     string       `json:"to"`
	Lanes  string       `json:"lanes"`
	RollUp bool         `json:"roll_up"`
	AsOf   string       `json:"as_of"`
	Filter filterAnswer `json:"filter"`
	Pinned []string     `json:"pinned"` // keys of events
}

type filterAnswer struct {
	Collections []string `json:"collections"`
	Categories  []string `json:"categories"`
	Actors      []string `json:"actors"`
	AllActors   bool     `json:"all_actors"`
	Places      []string `json:"places"`
	Confidence  []string `json:"confidence"`
	Text        string   `json:"text"`
	From        string   `json:"from"`
	To          string   `json:"to"`
}

func newViews() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "views",
		Short: "List the views that are saved in an archive",
		Long: `Views lists the views that were saved in an archive from the window. Render
paints one of them with --saved-view.`,
		Example: `  timeline views --archive gsomia.chancery --json`,
		Args:    args(cobra.NoArgs),
	}
	archive, asJSON := archiveFlag(cmd), jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return withArchive(cmd.Context(), *archive, func(a *store.Archive) error {
			views, err := a.Views(cmd.Context())
			if err != nil {
				return err
			}
			if *asJSON {
				answers := []viewAnswer{}
				for _, v := range views {
					answer := answerOf(&v)
					pinned, err := data.KeysOf(cmd.Context(), a, v.Pinned)
					if err != nil {
						return err
					}
					answer.Pinned = append(answer.Pinned, pinned...)
					answers = append(answers, answer)
				}
				return printJSON(cmd, map[string]any{"views": answers})
			}
			for _, v := range views {
				fmt.Fprintf(cmd.OutOrStdout(), "%s: %s to %s, lanes by %s\n", v.Name, v.From, v.To, v.Grouping)
			}
			return nil
		})
	}
	return cmd
}

func answerOf(v *model.View) viewAnswer {
	list := func(words []string) []string { return append([]string{}, words...) }
	f := &v.Filter
	a := viewAnswer{
		Pinned: []string{},
		Name:   v.Name, From: moment(v.From), To: moment(v.To), Lanes: v.Grouping.String(), RollUp: v.RollUp,
		Filter: filterAnswer{
			Collections: list(f.Collections), Categories: list(f.Categories), Actors: list(f.Actors), AllActors: f.AllActors,
			Places: list(f.Places), Confidence: list(f.Confidence), Text: f.Text,
		},
	}
	if !f.Period.IsZero() {
		a.Filter.From, a.Filter.To = moment(f.Period.From), moment(f.Period.To)
	}
	if v.AsOfChosen {
		a.AsOf = moment(v.AsOf)
	}
	return a
}

// moment writes an instant as ISO 8601, "" when it is beyond all time.
func moment(at edtf.Instant) string {
	if !at.Finite() {
		return ""
	}
	return at.String()
}
