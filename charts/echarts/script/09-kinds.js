// The kinds of charts. Each completes the options of a chart with what only the
// page knows, its width and its functions, and says how high the chart is.

const kinds = {
  heat(chart, option, width, narrow) {
    const {labels, ticks, peak} = chart.bins, left = narrow ? 96 : 168, cell = (width - left - 8) / labels.length;
    option.grid[0].left = left;
    // Ticks too near to the one before are left out; but the first is often of
    // a period that began earlier, and gives way to the second.
    const wide = tick => measure(tick, 11, 700) + 10, room = width - left;
    const second = ticks.findIndex((tick, i) => i && tick);
    let last = -Infinity;
    const shown = ticks.map((tick, i) => {
      if (!tick || i * cell < last || i * cell + wide(tick) > room || i === 0 && second > 0 && second * cell < wide(tick)) return false;
      last = i * cell + wide(tick);
      return true;
    });
    Object.assign(option.xAxis[0].axisLabel, {interval: i => shown[i], formatter: (_, i) => ticks[i], align: 'left', margin: 8, fontWeight: 700,
      padding: [0, 0, 0, -cell / 2], color: ink('--text2')});
    Object.assign(option.yAxis[0].axisLabel, {width: left - 12, overflow: 'truncate', fontSize: 12, margin: 10});
    option.yAxis[0].axisTick = {show: false};
    if (cell < 5) option.series[0].itemStyle.borderWidth = 0;
    option.series[0].emphasis = {itemStyle: {borderColor: ink('--sel'), borderWidth: 1.5}};
    option.tooltip.formatter = p => markup(chart.names[p.value[1]], '<span>' + html(labels[p.value[0]]) + '</span>  ' + count(p.value[3]) + (p.value[3] === 1 ? ' event' : ' events'));
    legend(chart.id, '<span>0</span>' + chart.bins.steps.map((from, i) => i && !from ? '' : '<i style="background:var(--sequential' + i + ')"></i>').join('') + '<span>' + count(peak) + '</span>');
    return chart.names.length * 23 + 28;
  },

  ranking(chart, option, width, narrow) {
    const r = chart.ranks, left = narrow ? 124 : 236;
    option.grid[0].left = left;
    Object.assign(option.yAxis[0].axisLabel, {width: left - 12, overflow: 'truncate', fontSize: 12, margin: 10});
    option.yAxis[0].axisTick = {show: false};
    // The figures stand in two columns at the right, on an axis of their own.
    option.yAxis.push({type: 'category', inverse: true, position: 'right', data: r.counts, axisLine: {show: false}, axisTick: {show: false}, axisLabel: {
      fontSize: 12, formatter: (v, i) => '{n|' + v + '}{m|' + r.means[i] + '}',
      rich: {n: {width: 44, align: 'right', color: ink('--text2'), fontSize: 12}, m: {width: 48, align: 'right', color: ink('--text'), fontSize: 12}}}});
    option.series[0].itemStyle = {borderRadius: [0, 2, 2, 0]};
    option.series[0].barMaxWidth = 13;
    option.tooltip.formatter = p => {
      const i = p.dataIndex;
      return markup(chart.names[i], html(r.counts[i]) + (r.counts[i] === '1' ? ' shared event' : ' shared events'),
        '<span>' + (r.scored[i] ? 'mean score ' + html(r.means[i]) + ', of ' + count(r.scored[i]) : 'no scores') + '</span>');
    };
    const ramp = ['diverging0', 'diverging1', 'diverging7', 'diverging8'].map(c => '<i style="background:var(--' + c + ')"></i>').join('');
    legend(chart.id, '<span>conflict –10</span>' + ramp + '<span>+10 cooperation</span>' + (r.scored.includes(0) ? '<i style="background:var(--text3)"></i><span>no scores</span>' : ''));
    return chart.names.length * 26 + 10;
  },
};
