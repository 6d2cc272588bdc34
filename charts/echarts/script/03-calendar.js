// The calendar. Moments are milliseconds since 1970; everything is UTC, on which
// local days are laid out.

const DAY = 864e5;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const civil = t => { const d = new Date(t); return [d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate()]; };
// Date.UTC takes the years 0 to 99 for 1900 to 1999.
const instant = (year, month = 0, day = 1) => new Date(Date.UTC(2000, month, day)).setUTCFullYear(year + Math.floor(month / 12), ((month % 12) + 12) % 12, day);
const named = year => year < 1 ? 1 - year + ' BCE' : String(year);

// A unit of the axis: how long it is at least, the pixels its name wants, and
// the unit whose borders are written over it.
const years = n => ({length: n * 365 * DAY, room: 52, floor: t => instant(Math.floor(civil(t)[0] / n) * n), next: t => instant(civil(t)[0] + n), label: t => named(civil(t)[0])});
const year = years(1);
const month = {length: 28 * DAY, room: 34, over: year, floor: t => { const [y, m] = civil(t); return instant(y, m); },
  next: t => { const [y, m] = civil(t); return instant(y, m + 1); }, label: t => months[civil(t)[1]]};
const quarter = {length: 90 * DAY, room: 34, over: year, floor: t => { const [y, m] = civil(t); return instant(y, m - m % 3); },
  next: t => { const [y, m] = civil(t); return instant(y, m + 3); }, label: month.label};
const monthOfYear = {...month, over: null, label: t => months[civil(t)[1]] + ' ' + named(civil(t)[0])};
const every = (ms, room, over, label, offset = 0) => ({length: ms, room, over, floor: t => Math.floor((t - offset) / ms) * ms + offset, next: t => t + ms, label});
const date = t => String(civil(t)[2]);
const day = every(DAY, 24, monthOfYear, date);
// The first Monday of 1970 was the 5th of January.
const week = every(7 * DAY, 24, monthOfYear, date, 4 * DAY);
const wholeDay = t => { const [y, m, d] = civil(t); return d + ' ' + months[m] + ' ' + named(y); };
const dayOfYear = {...day, label: wholeDay};
const clock = t => new Date(t).toISOString().slice(-13, -8);
const hours = n => every(n * 36e5, 40, dayOfYear, clock);
const units = [hours(1), hours(3), hours(6), day, week, month, quarter, year,
  ...[2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 5e4, 1e5].map(years)];

// ticks are the borders of a unit from the one at or before from.
function ticks(unit, from, to) {
  const all = [];
  for (let t = unit.floor(from); t < to && all.length < 500; t = unit.next(t)) all.push(t);
  return all;
}

// plainDate writes a start and an end that are whole days, months or years, as
// the page's writer does; it has written out all that are not.
function plainDate(start, end) {
  const parts = text => {
    const [y, m, d] = text.split('-');
    return [d ? +d + ' ' : '', m ? months[m - 1] + ' ' : '', String(+y)];
  };
  const a = parts(start);
  if (!end) return a.join('');
  const b = parts(end);
  let last = 2;
  while (last >= 0 && a[last] === b[last]) last--;
  const shared = a.slice(0, last + 1).join('').trim();
  return shared + (shared.includes(' ') ? ' – ' : '–') + b.join('');
}
