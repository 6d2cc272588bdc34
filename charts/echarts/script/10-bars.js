// The kinds of charts. Each completes the options of a chart with what only the
// page knows, its width and its functions, and says how high the chart is.
// Those along time are upright bars, those of rows lie.

const kinds = {};
const AXIS_ROOM = 26; // under a plot, for its axis

// upright lays out a chart along time with an axis of values.
function upright(chart, option, width, high, values) {
  const left = 48;
  Object.assign(option.grid[0], {left, right: 8, top: 10, bottom: AXIS_ROOM});
  timeAxis(chart, option, width - left - 8);
  if (values) {
    valueAxis(option.yAxis[0], chart.scale);
    option.series[0].markLine = valueLines(chart.scale.values);
  }
  if (option.tooltip.trigger === 'axis') {
    option.tooltip.axisPointer = {type: 'line', z: 4, lineStyle: {color: ink('--text'), type: [3, 3], width: 1}};
    option.tooltip.formatter = all => words(chart.points.bins[all[0].dataIndex]);
  }
  for (const s of option.series) if (s.type === 'bar') s.emphasis = {disabled: true};
  return high;
}

// poles says what is up and what is down.
const poles = (option, up, down, colours) => {
  const plate = (text, colour, at) => ({type: 'text', left: 54, silent: true, z: 5, ...at,
    style: {text: plain(clip(text, 80)), fill: ink(colour), font: '11px ' + font, backgroundColor: alpha(ink('--surface'), .9), padding: [3, 4], borderRadius: 3}});
  option.graphic = [plate(up, colours[0], {top: 12}), plate(down, colours[1], {bottom: AXIS_ROOM + 2})];
};

kinds.stacked = (chart, option, width) => {
  const marks = seriesOf(option, 'marks');
  if (!marks) return upright(chart, option, width, 260, true);
  const high = Math.max(120, Math.min(chart.more * 15, 240));
  marks.clip = true;
  marks.renderItem = (params, api) => {
    const {bottom, height} = area(params), pitch = Math.min(14, (height - 4) / chart.more);
    return glyphShape(api.value(2), along(api, api.value(0), .5), bottom - pitch * (api.value(1) + .5) - 2);
  };
  marks.markLine = valueLines([0]);
  return upright(chart, option, width, high + AXIS_ROOM + 10, false);
};

kinds.scores = (chart, option, width) => {
  const marks = seriesOf(option, 'marks');
  if (marks) {
    marks.clip = false;
    marks.renderItem = (params, api) => {
      const x = along(api, api.value(0), api.value(1)), y = api.coord([0, api.value(2)])[1], zero = api.coord([0, 0])[1];
      return {type: 'group', children: [lineShape(x, zero, x, y, alpha(ink(chart.more[params.dataIndex]), .5), 1.5), glyphShape(api.value(3), x, y)]};
    };
  }
  for (const id of ['casing', 'trend']) if (seriesOf(option, id)) Object.assign(seriesOf(option, id), {z: 3, emphasis: {disabled: true}, silent: true});
  if (seriesOf(option, 'trend')) Object.assign(seriesOf(option, 'trend').lineStyle, {cap: 'round', join: 'round'});
  poles(option, 'More cooperative', 'More conflictual', ['--diverging8', '--diverging0']);
  return upright(chart, option, width, 230, true);
};

kinds.mirror = (chart, option, width) => {
  poles(option, chart.names[0], chart.names[1], ['--text2', '--text2']);
  return upright(chart, option, width, 240, true);
};

kinds.heat = (chart, option, width, narrow) => {
  const left = nameRoom(chart.names, narrow, true), cell = (width - left - 8) / chart.bins.labels.length, cells = seriesOf(option, 'cells');
  Object.assign(option.grid[0], {left, right: 8, top: 4, bottom: 24});
  timeAxis(chart, option, width - left - 8, undefined, undefined, false);
  rowAxis(option, left);
  if (cell < 5) cells.itemStyle.borderWidth = 0;
  cells.emphasis = {itemStyle: {borderColor: ink('--sel'), borderWidth: 1.5}};
  return chart.names.length * 23 + 28;
};

// lying lays out bars for rows, with figures in two columns at the right, on an
// axis of their own.
function lying(chart, option, width, narrow, indent) {
  const {first, second} = chart.more, left = nameRoom(chart.names, narrow) + indent;
  const column = texts => Math.max(...texts.map(text => measure(text, 12, 400))) + 14, wide = [column(first), column(second)];
  Object.assign(option.grid[0], {left, right: wide[0] + wide[1] + 8, top: 4, bottom: 4});
  rowAxis(option, left - indent);
  option.yAxis[0].axisLabel.margin = 10 + indent;
  const part = (width, colour) => ({width, align: 'right', color: ink(colour), fontSize: 12});
  option.yAxis.push({type: 'category', inverse: true, position: 'right', data: first.map((_, i) => i), axisLine: {show: false}, axisTick: {show: false}, axisLabel: {
    fontSize: 12, interval: 0, margin: 4, formatter: v => '{a|' + first[v] + '}{b|' + second[v] + '}', rich: {a: part(wide[0], '--text2'), b: part(wide[1], '--text')}}});
  return left;
}

function bars(chart, option, width, narrow, indent) {
  lying(chart, option, width, narrow, indent);
  Object.assign(seriesOf(option, 'bars'), {barMaxWidth: 13, barMinHeight: 2, emphasis: {itemStyle: {borderColor: ink('--sel'), borderWidth: 1}}});
  seriesOf(option, 'bars').itemStyle = {borderRadius: [0, 2, 2, 0]};
  return chart.names.length * 26 + 10;
}

kinds.ranking = (chart, option, width, narrow) => bars(chart, option, width, narrow, 0);

kinds.shares = (chart, option, width, narrow) => {
  const glyphs = seriesOf(option, 'glyphs'), index = key => page.order.indexOf(key);
  Object.assign(glyphs, {silent: true, clip: false, tooltip: {show: false}});
  glyphs.renderItem = (params, api) => {
    const [x, y] = api.coord([0, api.value(1)]);
    return glyphShape(index(chart.more.glyphs[params.dataIndex]), x - 12, y, 12);
  };
  return bars(chart, option, width, narrow, 18);
};
