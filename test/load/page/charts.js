// Runs in the browser: draws the report's charts, and redraws them when the colours or the width change.
const { slots, profiles } = JSON.parse(document.getElementById('data').textContent);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const plain = (value) => value.toLocaleString('en');
const duration = (ms) => (ms < 1000 ? `${plain(ms)} ms` : `${plain(ms / 1000)} s`);

// Each line of a chart: its label, a function that returns its value in a row, its colour, whether it is filled, and its dashes.
const kinds = {
  connections: {
    rows: ({ samples }) => samples,
    format: plain,
    lines: [
      ['connections held', ({ held }) => held, 'main', true],
      ['connections running a statement', ({ active }) => active, 'other'],
      ['environments busy', ({ busy }) => busy, 'good'],
      ['environments frozen', ({ frozen }) => frozen, 'soft'],
      ['slots of the database', () => slots, 'bad', false, [6, 4]],
    ],
  },
  throughput: {
    rows: ({ seconds }) => seconds,
    format: plain,
    lines: [
      ['2xx', ({ ok }) => ok, 'good', true],
      ['throttled by Lambda', ({ throttled }) => throttled, 'warn'],
      ['4xx', ({ clientErrors }) => clientErrors, 'other'],
      ['5xx', ({ serverErrors }) => serverErrors, 'bad'],
    ],
  },
  latency: {
    rows: ({ seconds }) => seconds,
    format: duration,
    // Latencies range from 1 ms to 30 s, so the scale is logarithmic.
    logarithmic: true,
    lines: [
      ['p50', ({ p50Ms }) => p50Ms, 'main'],
      ['p95', ({ p95Ms }) => p95Ms, 'warn'],
      ['p99', ({ p99Ms }) => p99Ms, 'bad'],
    ],
  },
};

// All charts have the same time axis, and charts of the same kind have the same vertical scale, so that profiles can be compared.
const endS = Math.max(1, ...profiles.flatMap(({ samples, seconds }) => [...samples, ...seconds].map(({ atS }) => atS)));
function rangeOf({ rows, lines, logarithmic }) {
  const values = profiles
    .flatMap((profile) => rows(profile).flatMap((row) => lines.map(([, value]) => value(row))))
    .filter((value) => value !== null);
  if (!logarithmic) return [0, Math.max(1, ...values.map((value) => value * 1.1))];
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return [1, 1000];
  return [10 ** Math.floor(Math.log10(Math.min(...positive))), 10 ** Math.ceil(Math.log10(Math.max(...positive) + 1))];
}

// Half the width of a printed page. A chart as wide as a desktop window would be cut off.
const printedPx = 330;
let isPrinting = false;

const isPowerOfTen = (value) => Number.isInteger(Math.log10(value));

function draw(element) {
  const profile = profiles.find(({ name }) => name === element.dataset.profile);
  const kind = kinds[element.dataset.kind];
  const { rows, lines, logarithmic, format } = kind;
  const data = rows(profile);
  const axis = {
    stroke: colour('soft'),
    font: '13px system-ui, sans-serif',
    grid: { stroke: colour('line'), width: 1 },
    ticks: { stroke: colour('line'), width: 1 },
  };
  const series = lines.map(([label, , name, filled, dash]) => {
    const stroke = colour(name);
    return { label, stroke, width: 2, dash, fill: filled ? `${stroke}22` : undefined, points: { show: data.length < 3 }, spanGaps: false };
  });
  const readout = element.parentElement.querySelector('.readout');
  const read = ({ cursor: { idx } }) => {
    const row = data[idx];
    const values = row === undefined ? [] : lines.map(([label, value]) => [label, value(row)]).filter(([, value]) => value !== null);
    readout.textContent =
      row === undefined ? '' : `At ${row.atS} s: ${values.map(([label, value]) => `${label} ${format(value)}`).join(', ')}`;
  };
  element.replaceChildren();
  new uPlot(
    {
      width: isPrinting ? Math.min(printedPx, element.clientWidth) : element.clientWidth,
      height: 220,
      legend: { show: false },
      scales: {
        x: { time: false, range: [0, endS] },
        y: { distr: logarithmic ? 3 : 1, range: rangeOf(kind) },
      },
      axes: [
        { ...axis, values: (_, ticks) => ticks.map((tick) => `${tick} s`) },
        {
          ...axis,
          size: 60,
          grid: { ...axis.grid, filter: (_, ticks) => ticks.map((tick) => (logarithmic && !isPowerOfTen(tick) ? null : tick)) },
          values: (_, ticks) => ticks.map((tick) => (logarithmic && !isPowerOfTen(tick) ? '' : format(tick))),
        },
      ],
      series: [{}, ...series],
      hooks: { setCursor: [read] },
    },
    [data.map(({ atS }) => atS), ...lines.map(([, value]) => data.map(value))],
    element,
  );
}

for (const legend of document.querySelectorAll('.legend')) {
  for (const [label, , name, , dash] of kinds[legend.dataset.kind].lines) {
    const item = document.createElement('li');
    item.textContent = label;
    item.style.setProperty('--line-colour', `var(--${name})`);
    if (dash) item.className = 'dashed';
    legend.append(item);
  }
}

const charts = [...document.querySelectorAll('.chart')];
const drawAll = () => charts.forEach(draw);
drawAll();
let width = document.body.clientWidth;
new ResizeObserver(() => {
  if (document.body.clientWidth === width) return;
  width = document.body.clientWidth;
  drawAll();
}).observe(document.body);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
for (const [name, value] of [
  ['beforeprint', true],
  ['afterprint', false],
]) {
  addEventListener(name, () => {
    isPrinting = value;
    // A printed page has the colours of the light page.
    document.documentElement.classList.toggle('printing', value);
    drawAll();
  });
}
