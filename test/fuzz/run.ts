// npm run test:fuzz -- [--requests n] [--seed n]: starts the API like `npm start`, with a separate database, and sends generated requests.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startBackend } from '../../local/backend.ts';
import { removePostgres } from '../../local/postgres/home.ts';
import { flagsOrExit } from '../../scripts/arguments.ts';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { fuzz } from './fuzz.ts';

const values = flagsOrExit('npm run test:fuzz -- [--requests n] [--seed n]', {
  requests: { type: 'string', default: '10000' },
  seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
});
const [requests, seed] = [Number(values.requests), Number(values.seed)];
if (!Number.isInteger(requests) || requests < 1 || !Number.isInteger(seed)) {
  console.error('--requests must be a whole number from 1; --seed must be a whole number');
  process.exit(2);
}
const directory = await mkdtemp(path.join(tmpdir(), 'orders-fuzz-'));
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(new Error(`Stopped by ${name}`)));
console.log(`${requests} requests, seed ${seed}. To repeat this run: npm run test:fuzz -- --requests ${requests} --seed ${seed}`);
try {
  const backend = await startBackend({
    directory,
    build: currentBuild,
    port: 0,
    fresh: true,
    empty: false,
    signal: stop.signal,
    onFunctionLog: () => {},
    onAccess: () => stop.signal.throwIfAborted(),
  });
  try {
    const client = new pg.Client({ connectionString: backend.postgres.url('orders') });
    await client.connect();
    const scope = 'orders:fulfil reports:read catalogue:write payments:write';
    const [customer, newcomer, staff, stranger] = await Promise.all(
      ['customer-1', 'newcomer', 'staff', 'nobody'].map((sub) => backend.issuer.sign({ sub, ...(sub === 'staff' && { scope }) })),
    );
    if (!customer || !newcomer || !staff || !stranger) throw new Error('no token');
    const began = performance.now();
    const { kinds, faults } = await fuzz({
      url: backend.url,
      requests,
      seed,
      tokens: { customer, newcomer, staff, stranger },
      client,
      onProgress: (done) => console.log(`${done} sent`),
    });
    await client.end();
    console.table(Object.fromEntries(Object.entries(kinds).sort()));
    for (const fault of faults) console.log(fault);
    console.log(
      `${Object.keys(kinds).length} kinds of responses in ${((performance.now() - began) / 1000).toFixed(0)} s, ${faults.length === 0 ? 'all match the description' : `${faults.length} faults`}.`,
    );
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    await backend.stop();
  }
} finally {
  await removePostgres(path.join(directory, 'postgres'));
  await rm(directory, { recursive: true, force: true });
}
process.exit();
