import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LoadResult, ProfileResult } from './result.ts';
import { type Cell, comparisonOf } from './table.ts';
import { throttlingOf, verdictOf } from './verdict.ts';

const own = (name: string) => readFile(path.join(import.meta.dirname, 'page', name), 'utf8');
const uplot = (name: string) => readFile(path.join(path.dirname(createRequire(import.meta.url).resolve('uplot')), name), 'utf8');

/** Returns the report as one self-contained page that loads nothing. */
export async function reportPage(result: LoadResult): Promise<string> {
  const [library, libraryStyle, script, style] = await Promise.all([
    uplot('uPlot.iife.min.js'),
    uplot('uPlot.min.css'),
    own('charts.js'),
    own('style.css'),
  ]);
  const { scenario, rate, durationS, slots, delayMs, url, machine, startedAt, profiles } = result;
  const facts = [
    ...[`scenario ${scenario}`, `${rate} requests/s`, `${durationS} s per profile`],
    ...(slots === null
      ? [`on ${url}`]
      : [`${slots} slots (max_connections)`, delayMs === 0 ? 'no network delay added' : `${delayMs} ms network delay added`]),
    ...[`${machine.processors} processors`, `${startedAt.slice(0, 16).replace('T', ' ')} UTC`],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>How many callers does a configuration survive? ${escaped(scenario)}</title>
<link rel="icon" href="data:,">
<style>${libraryStyle}
${style}</style>
</head>
<body>
<header><h1>How many callers does a configuration survive?</h1>
<p class="verdict">${escaped(verdictOf(result))}</p>
<p>${facts.map(escaped).join(' · ')}</p></header>
${comparison(profiles)}
${throttlingOf(profiles, slots)
  .map((text) => `<p>${escaped(text)}</p>`)
  .join('\n')}
${profiles.map(problems).join('\n')}
<main>
${profiles.some(({ samples }) => samples.length > 0) ? charts('connections', 'Connections and environments', profiles) : ''}
${charts('throughput', 'Requests per second, by outcome', profiles)}
${charts('latency', 'Latency (logarithmic)', profiles)}
</main>
<footer>Latency starts at the planned start of a request. Throttled requests exceed the concurrency cap and are rejected before a function
runs. Their status 503 is an assumption.${slots === null ? '' : ' The times depend on this machine: compare them with each other, not with those of Lambda.'}</footer>
<script type="application/json" id="data">${JSON.stringify({ slots, profiles: profiles.map(charted) }).replaceAll('<', '\\u003c')}</script>
<script>${library}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Returns the data of the charts. */
function charted({ name, samples, seconds }: ProfileResult) {
  return { name, samples, seconds };
}

function comparison(profiles: readonly ProfileResult[]): string {
  const head = profiles.map(({ name }) => `<th scope="col">${escaped(name)}</th>`).join('');
  const cell = ({ text, isBest }: Cell) => (isBest ? `<td class="best">${escaped(text)}</td>` : `<td>${escaped(text)}</td>`);
  const body = comparisonOf(profiles)
    .map(({ label, cells }) => `<tr><th scope="row">${escaped(label)}</th>${cells.map(cell).join('')}</tr>`)
    .join('\n');
  return `<table><thead><tr><td></td>${head}</tr></thead>\n<tbody>${body}</tbody></table>${profiles.length > 1 ? '\n<p class="note">The best value of a row is marked with ★.</p>' : ''}`;
}

/** Returns a chart of this kind for each profile, side by side on one scale, with one legend. */
function charts(kind: string, title: string, profiles: readonly ProfileResult[]): string {
  const figure = ({ name }: ProfileResult) =>
    `<figure><figcaption>${escaped(name)}</figcaption><div class="chart" data-profile="${escaped(name)}" data-kind="${kind}"></div><p class="readout" aria-live="polite"></p></figure>`;
  return `<section><h2>${title}</h2><ul class="legend" data-kind="${kind}"></ul><div class="profiles">${profiles.map(figure).join('')}</div></section>`;
}

function problems({ name, clientErrors, serverErrors, broken }: ProfileResult): string {
  const codes = Object.entries({ ...serverErrors, ...clientErrors });
  return [
    codes.length === 0
      ? ''
      : `<p class="bad">Error responses of ${escaped(name)}:</p>${list(codes.map(([code, count]) => `${count} × ${code}`))}`,
    broken.length === 0 ? '' : `<p class="bad">Broken invariants of ${escaped(name)}:</p>${list(broken)}`,
  ].join('');
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
