// Charts of who has to do with whom: a network, the ladder of arrows, and how
// long responses took.

kinds.network = (chart, option, width, narrow) => {
  const {names, more} = chart, series = seriesOf(option, 'nodes'), scale = Math.min(1, width / more.width);
  const high = Math.round(Math.max(more.height * scale, narrow ? 300 : 0));
  const across = width / more.width, down = high / more.height, size = Math.max(scale, .7);
  // A coordinate system fits the box of its nodes into a rectangle: that of the
  // same box, so that nodes lie where the layout has them.
  for (const node of series.data) Object.assign(node, {x: node.x * across, y: node.y * down, symbolSize: node.symbolSize * size});
  const of = (pick, key) => series.data.reduce((a, n) => pick(a, n[key]), pick === Math.min ? Infinity : -Infinity);
  const [x, y] = [of(Math.min, 'x'), of(Math.min, 'y')];
  Object.assign(series, {left: x, top: y, width: Math.max(of(Math.max, 'x') - x, 1), height: Math.max(of(Math.max, 'y') - y, 1), right: null, bottom: null,
    roam: 'move', symbol: 'circle', emphasis: {focus: 'adjacency', label: {show: true}, lineStyle: {opacity: .9}}, blur: {itemStyle: {opacity: .25}, lineStyle: {opacity: .05}},
    labelLayout: {hideOverlap: true}});
  series.label = {show: true, position: 'bottom', distance: 2, fontSize: 11, color: ink('--text'), backgroundColor: alpha(ink('--surface'), .85), padding: [1, 3], borderRadius: 3,
    formatter: p => plain(clip(names[p.dataIndex], 28))};
  series.data.forEach((node, i) => { if (more.bold[i]) node.label = {fontWeight: 700}; });
  option.tooltip.formatter = p => words((p.dataType === 'edge' ? chart.points.edges : chart.points.nodes)[p.dataIndex]);
  delete option.grid;
  return high;
};

const ARROW = 7;
const RUNG_APART = 7, RUNG_PUSH = 4; // as the program draws them

kinds.ladder = (chart, option, width, narrow) => {
  const {names, more} = chart, left = nameRoom(names, narrow, true), top = more.arcs.length ? 18 : 4;
  Object.assign(option.grid[0], {left, right: 12, top, bottom: AXIS_ROOM});
  timeAxis(chart, option, width - left - 12);
  rowAxis(option, left);
  const rungs = seriesOf(option, 'rungs'), arcs = seriesOf(option, 'arcs'), xs = [];
  const y = (api, row) => api.coord([0, row])[1];
  // Arrows of the same day stand a little apart where that tells them apart.
  const place = (params, x, rows) => {
    const free = params.context.free ??= names.map(() => -Infinity), low = Math.min(...rows), high = Math.max(...rows);
    let at = x;
    for (let r = low; r <= high; r++) at = Math.max(at, free[r]);
    if (at - x > RUNG_PUSH) at = x;
    for (let r = low; r <= high; r++) free[r] = Math.max(free[r], at + RUNG_APART);
    return at;
  };
  Object.assign(rungs, {clip: true, z: 4});
  rungs.renderItem = (params, api) => {
    const rung = more.rungs[params.dataIndex], colour = ink('--' + page.order[rung.category]), rows = [rung.from, rung.to, ...rung.rows || []];
    const x = xs[params.dataIndex] = place(params, along(api, rung.bin, rung.part), rows), low = Math.min(...rows), high = Math.max(...rows);
    const children = [], from = y(api, rung.from), to = y(api, rung.to);
    if (low !== high) children.push(lineShape(x, y(api, low), x, y(api, high), alpha(colour, .4), 1));
    if (rung.from !== rung.to) {
      const up = Math.sign(from - to);
      children.push(lineShape(x, from, x, to + up * ARROW, colour, 1.5),
        {type: 'polygon', shape: {points: [[x, to], [x - ARROW / 2, to + up * ARROW], [x + ARROW / 2, to + up * ARROW]]}, style: {fill: colour}});
    }
    for (const r of rung.rows || []) if (r !== rung.from && r !== rung.to) children.push(discShape(x, y(api, r), 2.5, colour));
    children.push(glyphShape(rung.category, x, from));
    return {type: 'group', children};
  };
  if (arcs) {
    Object.assign(arcs, {clip: true, z: 3});
    arcs.renderItem = (params, api) => {
      const arc = more.arcs[params.dataIndex], at = i => [xs[i] ?? along(api, more.rungs[i].bin, more.rungs[i].part), y(api, more.rungs[i].from)];
      const [x1, y1] = at(arc.cause), [x2, y2] = at(arc.response), rise = Math.min(Math.max(Math.abs(x2 - x1) / 4, 10), 26), d = (x2 - x1) / 4;
      return {type: 'bezierCurve', shape: {x1, y1, x2, y2, cpx1: x1 + d, cpy1: y1 - rise, cpx2: x2 - d, cpy2: y2 - rise},
        style: {stroke: alpha(ink('--sel'), more.few ? .35 : .1), lineWidth: 1.25, fill: null, lineDash: arc.dashed ? [6, 3] : null}};
    };
  }
  // Each actor has a line along the time.
  option.yAxis[0].splitLine = {show: false};
  rungs.markLine = {silent: true, z: 0, symbol: 'none', animation: false, label: {show: false}, lineStyle: {type: 'solid', width: 1, color: ink('--gridMajor')},
    data: names.map((_, i) => ({yAxis: i}))};
  return names.length * 40 + AXIS_ROOM + top;
};

kinds.waits = (chart, option, width, narrow) => {
  const left = lying(chart, option, width, narrow, 0), boxes = seriesOf(option, 'boxes'), dots = seriesOf(option, 'dots'), pitch = 30;
  option.grid[0].bottom = AXIS_ROOM;
  option.grid[0].left = left;
  const {values, texts} = chart.scale, axis = option.xAxis[0], plot = width - left - option.grid[0].right;
  // Names too near to the one before are left out.
  let free = -Infinity;
  const shown = values.map((v, i) => {
    const at = (v - axis.min) / (axis.max - axis.min) * plot, half = measure(texts[i], 11, 400) / 2;
    if (at - half < free) return '';
    free = at + half + 10;
    return texts[i];
  });
  valueAxis(axis, {values, texts: shown});
  axis.axisLabel.margin = 8;
  boxes.markLine = valueLines(values);
  for (const line of boxes.markLine.data) { line.xAxis = line.yAxis; delete line.yAxis; }
  const x = (api, v, row) => api.coord([v, row])[0];
  boxes.renderItem = (params, api) => {
    const row = api.value(1), [m, y] = api.coord([api.value(0), row]), low = x(api, api.value(2), row), high = x(api, api.value(3), row), {x: from, width: w} = area(params);
    return {type: 'group', children: [rectShape(from, y - pitch / 2, w, pitch, 'transparent'), rectShape(low - 2, y - 8, high - low + 4, 16, ink('--accentSoft'), 3)]};
  };
  Object.assign(dots, {z: 3});
  dots.renderItem = (params, api) => {
    const row = api.value(1), [at, middle] = api.coord([api.value(0), row]), c = params.context;
    // Dots that would hide one another are set off, up and down in turn.
    c.level = c.row === row && at - c.last < 5 ? c.level + 1 : 0;
    Object.assign(c, {row, last: at});
    const y = middle + [0, -4, 4, -7, 7][c.level % 5], colour = ink('--' + page.order[api.value(4)]), children = [];
    if (api.value(2) !== api.value(3)) children.push(lineShape(x(api, api.value(2), row), y, x(api, api.value(3), row), y, alpha(colour, .5), 1));
    children.push(discShape(at, y, 3, alpha(colour, .85), {stroke: ink('--surface'), lineWidth: .75}));
    return {type: 'group', children};
  };
  // The medians lie over the dots.
  option.series.push({type: 'custom', id: 'medians', silent: true, z: 4, tooltip: {show: false}, data: boxes.data, renderItem: (params, api) => {
    const [m, y] = api.coord([api.value(0), api.value(1)]);
    return {type: 'group', children: [lineShape(m, y - 11, m, y + 11, ink('--surface'), 5), lineShape(m, y - 11, m, y + 11, ink('--accent'), 2.5)]};
  }});
  return chart.names.length * pitch + AXIS_ROOM + 4;
};
