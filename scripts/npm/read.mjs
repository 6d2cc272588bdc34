// Reads files as the programs do that they are for, and prints what these found
// in them as JSON, for tests:
//
//	node read.mjs FOLDER FILE…
//
// FOLDER is where npm installed the packages of package.json. What a file is, is
// told by its extension; .json is CSL-JSON.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

const [folder, ...files] = process.argv.slice(2);
const need = createRequire(path.resolve(folder, 'package.json'));

const readers = {
  '.ics'(text) {
    const ICAL = need('ical.js').default ?? need('ical.js');
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(v => new ICAL.Event(v));
    return events.map(e => ({id: e.uid, title: e.summary, start: String(e.startDate), end: String(e.endDate), days: e.startDate.isDate, text: e.description ?? ''}));
  },
  '.gexf': text => network(need('graphology-gexf').parse(need('graphology').MultiGraph, text)),
  '.graphml'(text) {
    // Its reader is written for browsers and takes the parser of their kind.
    globalThis.DOMParser ??= need('@xmldom/xmldom').DOMParser;
    return network(need('graphology-graphml').parse(need('graphology').MultiGraph, text));
  },
  '.bib': text => references(text, '@citation-js/plugin-bibtex'),
  '.json': text => references(JSON.parse(text)),
};

function references(read, plugin) {
  const {Cite} = need('@citation-js/core');
  need('@citation-js/plugin-csl');
  if (plugin) need(plugin);
  const found = new Cite(read);
  return {entries: found.data, bibliography: found.format('bibliography', {format: 'text', template: 'apa', lang: 'en-US'})};
}

function network(graph) {
  return {
    nodes: graph.mapNodes((id, about) => ({id, label: about.label ?? about.name ?? ''})),
    edges: graph.mapEdges((id, about, source, target) => ({source, target, weight: Number(about.weight ?? 0), events: Number(about.events ?? 0), directed: graph.isDirected(id)})),
  };
}

console.log(JSON.stringify(Object.fromEntries(files.map(file => [path.basename(file), readers[path.extname(file)](readFileSync(file, 'utf8'))]))));
