import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { sum } from './recorder.ts';
import type { LoadResult, ProfileResult } from './result.ts';
import { rows } from './table.ts';

const own = (name: string) => readFile(path.join(import.meta.dirname, 'page', name), 'utf8');
const uplot = (name: string) => readFile(path.join(path.dirname(createRequire(import.meta.url).resolve('uplot')), name), 'utf8');

/** The report: one page with everything in it, which asks no server for anything. */
export async function reportPage(result: LoadResult): Promise<string> {
  const [library, libraryStyle, script, style] = await Promise.all([
    uplot('uPlot.iife.min.js'),
    uplot('uPlot.min.css'),
    own('charts.js'),
    own('style.css'),
  ]);
  const { scenario, rate, durationS, slots, delayMs, url, machine, startedAt, profiles } = result;
  const facts = [
    ...[`scenario ${scenario}`, `${rate} requests/s`, `${durationS} s for each profile`],
    ...(slots === null ? [`on ${url}`] : [`${slots} slots (max_connections)`, `${delayMs} ms network delay added`]),
    ...[`made on a machine of ${machine.processors} processors`, startedAt],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>How many callers does it survive? ${escaped(scenario)}</title>
<link rel="icon" href="data:,">
<style>${libraryStyle}
${style}</style>
</head>
<body>
<header><h1>How many callers does it survive?</h1><p>${facts.map(escaped).join(' · ')}</p></header>
<section class="summary"><div class="wide"><table>
<thead><tr><th></th>${profiles.map(({ name }) => `<th>${escaped(name)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(([label, cell]) => `<tr><th>${escaped(label)}</th>${profiles.map((profile) => `<td>${escaped(cell(profile))}</td>`).join('')}</tr>`).join('')}</tbody>
</table></div></section>
<main class="profiles">
${profiles.map(section).join('\n')}
</main>
<footer>Latency counts from the moment at which a request was planned. Throttled: above the concurrency, answered without being run;
that an HTTP API says 503 then is unverified. Times are this machine's: compare them, do not quote them as Lambda's.</footer>
<script type="application/json" id="data">${JSON.stringify({ slots, profiles: profiles.map(charted) }).replaceAll('<', '\\u003c')}</script>
<script>${library}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** What the charts need. */
function charted({ name, samples, seconds }: ProfileResult) {
  return { name, samples, seconds };
}

function section({ name, clientErrors, serverErrors, broken, samples }: ProfileResult): string {
  const codes = Object.entries({ ...serverErrors, ...clientErrors });
  const errors =
    codes.length === 0
      ? ''
      : `<p class="bad">${sum(serverErrors)} answers were 5xx.</p>${list(codes.map(([code, count]) => `${count} × ${code}`))}`;
  const chart = (kind: string, title: string) =>
    `<figure><figcaption>${title}</figcaption><div class="chart" data-profile="${escaped(name)}" data-kind="${kind}"></div></figure>`;
  return `<section><h2>${escaped(name)}</h2>
${samples.length > 0 ? chart('connections', 'Connections, and environments') : ''}
${chart('throughput', 'Requests a second, by what became of them')}
${chart('latency', 'Latency, ms')}
${errors}${broken.length === 0 ? '' : `<p class="bad">Invariants are broken:</p>${list(broken)}`}</section>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
