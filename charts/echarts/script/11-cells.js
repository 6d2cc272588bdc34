// Charts of cells: a matrix of actors and a calendar.

const CELL_MOST = 40; // side of a cell, in pixels

kinds.matrix = (chart, option, width, narrow) => {
  const {names, more} = chart, left = nameRoom(names, narrow), side = Math.min((width - left - 8) / names.length, CELL_MOST);
  const top = Math.min(Math.max(...names.map(name => measure(clip(name, 60), 11, 400))), 120) + 12;
  Object.assign(option.grid[0], {left, top, width: side * names.length, height: side * names.length});
  rowAxis(option, left);
  Object.assign(option.xAxis[0], {triggerEvent: true, axisTick: {show: false}});
  Object.assign(option.xAxis[0].axisLabel, {rotate: -90, interval: 0, width: top - 12, overflow: 'truncate', color: ink('--text2'), margin: 6});
  Object.assign(option.yAxis[0].axisLabel, {interval: 0});
  const cells = seriesOf(option, 'cells'), fits = text => measure(text, 11, 400) + 4 <= side && side >= 14;
  const rich = {d: {color: ink('--surface'), fontSize: 11}, l: {color: ink('--text'), fontSize: 11}};
  cells.label = {show: true, rich, formatter: p => {
    const text = more.texts[p.dataIndex];
    return text && fits(text) ? '{' + (more.dark[p.dataIndex] ? 'd' : 'l') + '|' + text + '}' : '';
  }};
  cells.emphasis = {itemStyle: {borderColor: ink('--sel'), borderWidth: 1.5}};
  const own = seriesOf(option, 'own');
  Object.assign(own, {silent: true, tooltip: {show: false}});
  // What an actor has to do with itself is hatched.
  own.renderItem = (params, api) => {
    const [cx, cy] = api.coord([api.value(0), api.value(1)]), x = cx - side / 2 + .5, y = cy - side / 2 + .5, w = side - 1, lines = [];
    for (let d = 5; d < 2 * w; d += 5) lines.push(lineShape(x + Math.max(d - w, 0), y + Math.min(d, w), x + Math.min(d, w), y + Math.max(d - w, 0), ink('--grid'), 1));
    return {type: 'group', children: lines};
  };
  return side * names.length + top + 8;
};

kinds.calendar = (chart, option, width, narrow) => {
  const {names, more} = chart, columns = more.days ? 54 : option.xAxis[0].data.length;
  const left = narrow ? 44 : 64, side = Math.min((width - left - 8) / columns, more.days ? 17 : 60), row = more.days ? side : 22;
  const top = more.days ? 4 : 22, cells = seriesOf(option, 'cells');
  Object.assign(option.grid[0], {left, top, width: side * columns, height: row * names.length});
  Object.assign(option.xAxis[0], {axisTick: {show: false}, data: more.days ? Array.from({length: columns}, (_, i) => i) : more.heads});
  Object.assign(option.xAxis[0].axisLabel, {show: !more.days, interval: 0, color: ink('--text3')});
  rowAxis(option, left);
  Object.assign(option.yAxis[0], {triggerEvent: false});
  Object.assign(option.yAxis[0].axisLabel, {interval: i => names[i] !== '', color: ink('--text2'), formatter: (_, i) => names[i]});
  option.yAxis[0].data = names.map((_, i) => i);
  cells.emphasis = {itemStyle: {borderColor: ink('--sel'), borderWidth: 1.5}};
  const written = seriesOf(option, 'months');
  if (written) {
    Object.assign(written, {silent: true, tooltip: {show: false}});
    written.renderItem = (params, api) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]), name = more.names[params.dataIndex];
      return textShape(x - side / 2, y, 4 * side < measure('Mar', 11, 400) + 3 ? name[0] : name, ink('--text3'), {verticalAlign: 'middle'});
    };
  }
  return row * names.length + top + 8;
};
