package assets

import _ "embed"

// ECharts is the script of Apache ECharts 5.6.0, whole, as the exported pages
// carry it. Its licence and notice lie beside it in assets/echarts.
//
//go:embed echarts/echarts.min.js
var ECharts string
