package echarts

import (
	"strconv"

	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
	"chancery/charts/figure"
)

// networkHeight is how high a network of pictureWidth is.
const networkHeight = 460

// A netLook is where a network lies in an area of Width × Height.
type netLook struct {
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
	Bold   []bool  `json:"bold"` // of each node, whether it is in focus
}

// networkOption has the nodes where they were laid out, and joins them. Nodes
// are known by their number: two may have the same name.
func networkOption(c *chart, s *charts.Spec) drawing {
	web := s.Web(figure.R(0, 0, pictureWidth, networkHeight), 1)
	look := &netLook{Width: pictureWidth, Height: networkHeight}
	nodes := make([]opts.GraphNode, len(s.Nodes))
	for i := range s.Nodes {
		x := &s.Nodes[i]
		style := &opts.ItemStyle{Color: "--surface", BorderColor: "--text2", BorderWidth: 1.5}
		if x.Focus {
			style.Color, style.BorderColor = "--accent", "--accent"
		}
		nodes[i] = opts.GraphNode{
			Name: strconv.Itoa(i), X: web.At[i].X, Y: web.At[i].Y, Value: float32(x.Events), SymbolSize: 2 * web.Radius[i], ItemStyle: style,
		}
		c.Names, look.Bold = append(c.Names, x.Name), append(look.Bold, x.Focus)
		c.point("nodes", charts.NodePart, i, 0)
	}
	links := make([]opts.GraphLink, 0, len(s.Edges))
	for _, i := range web.Order() {
		e := &s.Edges[i]
		line := &opts.LineStyle{Color: ink(charts.ScoreToken(e.Scored, e.Mean)), Width: web.Width[i], Opacity: opts.Float(web.Opacity[i])}
		if e.Directed {
			line.Curveness = 0.12
		}
		links = append(links, opts.GraphLink{Source: e.A, Target: e.B, Value: float32(e.Events), LineStyle: line})
		c.point("edges", charts.EdgePart, i, 0)
	}
	c.More = look
	c.scores()
	shape := opts.GraphChart{Layout: "none"}
	if s.Directed {
		shape.EdgeSymbol, shape.EdgeSymbolSize = [2]string{"none", "arrow"}, [2]int{0, 7}
	}
	g := ec.NewGraph()
	g.SetGlobalOptions(common("item")...)
	g.AddSeries("", nodes, links, ec.WithSeriesId("nodes"), ec.WithGraphChartOpts(shape))
	return g
}
