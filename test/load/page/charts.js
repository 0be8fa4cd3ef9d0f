// In the browser: draws the charts of the report, again when the colours or the width change.
const { slots, profiles } = JSON.parse(document.getElementById('data').textContent);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const kinds = {
  connections: ({ samples }) => ({
    x: samples.map(({ atS }) => atS),
    lines: [
      ['connections held', samples.map(({ held }) => held), 'main', true],
      ['active', samples.map(({ active }) => active), 'other'],
      ['environments busy', samples.map(({ busy }) => busy), 'good'],
      ['frozen', samples.map(({ frozen }) => frozen), 'soft'],
      ['slots', samples.map(() => slots), 'bad', false, [6, 4]],
    ],
  }),
  throughput: ({ seconds }) => ({
    x: seconds.map(({ atS }) => atS),
    lines: [
      ['2xx', seconds.map(({ ok }) => ok), 'good', true],
      ['throttled', seconds.map(({ throttled }) => throttled), 'warn'],
      ['4xx', seconds.map(({ clientErrors }) => clientErrors), 'other'],
      ['5xx', seconds.map(({ serverErrors }) => serverErrors), 'bad'],
    ],
  }),
  latency: ({ seconds }) => ({
    x: seconds.map(({ atS }) => atS),
    // Between 1 ms and half a minute: only a logarithm shows both.
    logarithmic: true,
    lines: [
      ['p50', seconds.map(({ p50Ms }) => p50Ms), 'main'],
      ['p95', seconds.map(({ p95Ms }) => p95Ms), 'warn'],
      ['p99', seconds.map(({ p99Ms }) => p99Ms), 'bad'],
    ],
  }),
};

// One time axis for all, so that what happened at once stands below each other.
const endS = Math.max(1, ...profiles.flatMap(({ samples, seconds }) => [...samples, ...seconds].map(({ atS }) => atS)));

function draw(element) {
  const profile = profiles.find(({ name }) => name === element.dataset.profile);
  const { x, lines, logarithmic } = kinds[element.dataset.kind](profile);
  const axis = { stroke: colour('soft'), grid: { stroke: colour('line'), width: 1 }, ticks: { stroke: colour('line'), width: 1 } };
  const series = lines.map(([label, , name, filled, dash]) => {
    const stroke = colour(name);
    return { label, stroke, width: 2, dash, fill: filled ? `${stroke}22` : undefined, points: { show: x.length < 3 }, spanGaps: false };
  });
  element.replaceChildren();
  new uPlot(
    {
      width: element.clientWidth,
      height: 220,
      scales: {
        x: { time: false, range: [0, endS] },
        y: logarithmic ? { distr: 3 } : { range: (_, __, most) => [0, Math.max(1, most * 1.1)] },
      },
      axes: [
        { ...axis, values: (_, ticks) => ticks.map((tick) => `${tick} s`) },
        { ...axis, size: 64 },
      ],
      series: [{ label: 'at', value: (_, value) => (value === null ? '--' : `${value} s`) }, ...series],
    },
    [x, ...lines.map(([, values]) => values)],
    element,
  );
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
