// The charts that ECharts draws. It is put into the page when the first of them
// is to be drawn.

// coloured copies an option with the colours that the names of custom
// properties stand for. Only the keys that hold colours are looked at, so that
// no text of the archive is taken for one.
const colourKeys = new Set(['color', 'backgroundColor', 'borderColor']);
const coloured = option => Array.isArray(option) ? option.map(coloured)
  : option === null || typeof option !== 'object' ? option
  : Object.fromEntries(Object.entries(option).map(([key, value]) =>
    [key, colourKeys.has(key) && typeof value === 'string' && value.startsWith('--') ? ink(value) : coloured(value)]));

// markup is a tooltip as ECharts takes it.
const markup = (head, ...lines) => '<div class="words"><b><bdi>' + html(clip(head, 200)) + '</bdi></b>' + lines.join('<br>') + '</div>';

async function library() {
  const source = new TextDecoder().decode(await unpack('chancery-library'));
  document.head.append(make('script', {textContent: source}));
}

class Chart {
  constructor(chart, box) { Object.assign(this, {chart, box}); }

  paint(width = this.box.clientWidth) {
    const {chart, box} = this, option = coloured(chart.option), narrow = width < 620;
    const height = kinds[chart.kind](chart, option, width, narrow);
    Object.assign(option.tooltip, {confine: true, borderWidth: 0, padding: [8, 12], textStyle: {color: ink('--tipText'), fontSize: 12, fontFamily: font}, extraCssText: 'border-radius:6px;box-shadow:none'});
    option.textStyle = {fontFamily: font};
    const zoom = this.view?.getOption()?.dataZoom?.[0];
    if (zoom) for (const z of option.dataZoom) Object.assign(z, {start: zoom.start, end: zoom.end});
    box.style.height = height + 'px';
    // SVG is sharp in print and its text can be read by tools.
    this.view ??= echarts.init(box, null, {renderer: 'svg', width, height});
    this.view.resize({width, height, silent: true});
    this.view.setOption(option, {notMerge: true});
    this.width = width;
  }
}

// legend fills a chart's legend with markup made of our own words alone.
function legend(id, words) {
  const at = byID(id.replace('chart-', 'legend-'));
  if (at) at.innerHTML = words;
}
