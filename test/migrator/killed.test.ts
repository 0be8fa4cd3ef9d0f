import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import type { Sequelize } from 'sequelize';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { databaseAddress } from '../../lib/database/address.ts';
import { openSequelize } from '../../lib/database/sequelize.ts';
import { carryOut } from '../../lib/migrator/migrate.ts';
import { addressFor } from '../setup/owner.ts';
import { schemaOf } from '../support/catalogue.ts';
import { interruptedRelease } from './interruptedRelease.ts';
import { connected } from './support.ts';

// `npm run test:migrations` asks for 1,000,000 orders and 20 kills; here a short form.
const orders = Number(process.env['MIGRATION_ORDERS'] ?? 20_000);
const kills = Number(process.env['MIGRATION_KILLS'] ?? 4);

const names = interruptedRelease.migrations.map(({ name }) => name);
const [before = '', last = ''] = [names.find((name) => name.endsWith('add-discount-code-to-orders')), names.at(-1)];
const template = `killed_template_${process.pid}`;
/** The schema after each migration. */
const after = new Map<string, string[]>();
let admin: pg.Client;
let runMs = 0;

async function copied<Result>(source: string, work: (url: string, sequelize: Sequelize) => Promise<Result>): Promise<Result> {
  const name = `killed_${process.pid}`;
  await admin.query(`create database ${name} template ${source} owner ${inject('owner').user} strategy file_copy`);
  const url = addressFor(inject('adminUrl'), name, inject('owner'));
  const sequelize = await openSequelize(await addressOf(url), { poolMax: 1, queryTimeoutMs: 0 });
  try {
    return await work(url, sequelize);
  } finally {
    await sequelize.close();
    await admin.query(`drop database ${name} with (force)`);
  }
}

async function addressOf(url: string) {
  return databaseAddress(readConfig({ MIGRATION_DATABASE_URL: url }).migrationDatabase);
}

async function migrate(url: string, command: Parameters<typeof carryOut>[0]) {
  return carryOut(command, await addressOf(url), interruptedRelease);
}

/** Runs `up` in a process of its own, which is killed so long after it has begun; whether it was done before, and in what time. */
async function upInProcess(url: string, killMs?: number): Promise<{ done: boolean; ms: number }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'upProcess.ts'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'SILENT' },
  });
  let said = '';
  let began = 0;
  child.stdout.on('data', (data: Buffer) => {
    if (said === '') {
      began = performance.now();
      if (killMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killMs);
    }
    said += data;
  });
  await once(child, 'close');
  return { done: said.includes('done'), ms: performance.now() - began };
}

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  await copied('template0', async (url, sequelize) => {
    for (const name of names) {
      await migrate(url, { command: 'up', to: name });
      after.set(name, await schemaOf(sequelize));
    }
  });
  await admin.query(`create database ${template} template template0 owner ${inject('owner').user}`);
  const url = addressFor(inject('adminUrl'), template, inject('owner'));
  await migrate(url, { command: 'up', to: before });
  const owner = await connected(url);
  await owner.query(
    `insert into users (auth_subject, full_name, email) select n, 'Customer', n || '@example.com' from generate_series(1, 1000) as n`,
  );
  await owner.query(
    `insert into orders (user_id, status, total_in_cents, discount_code) select 1 + n % 1000, 'shipped', n, case n % 10 when 0 then 'SPRING' end from generate_series(1, ${orders}) as n`,
  );
  await owner.end();
  const whole = await copied(template, (url) => upInProcess(url));
  expect(whole.done).toBe(true);
  runMs = whole.ms;
  console.log(`up on ${orders} orders takes ${Math.round(runMs)} ms`);
}, 900_000);

afterAll(async () => {
  await admin.query(`drop database if exists ${template} with (force)`);
  await admin.end();
});

/** What status says, and the schema at that moment: the server may still be at a commit whose client is dead. */
async function statusAndSchema(url: string, sequelize: Sequelize) {
  for (;;) {
    const { executed, schema } = await migrate(url, { command: 'status' });
    const lines = await schemaOf(sequelize);
    if ((await migrate(url, { command: 'status' })).schema === schema) return { executed, schema, lines };
  }
}

/** Without the two indexes that a killed run may have left, built or half built; they are no part of what status tells. */
function withoutIndexes(schema: readonly string[]): string[] {
  return schema.filter((line) => !/^index orders_(total_in_cents|created_at)_idx/.test(line));
}

it.each(Array.from({ length: kills }, (_, index) => index + 1))(
  'killed at a random moment (%i): status is right, the next up finishes',
  { timeout: 600_000 },
  async () => {
    const killMs = Math.random() * runMs;
    await copied(template, async (url, sequelize) => {
      const { done } = await upInProcess(url, killMs);
      const { executed, schema, lines } = await statusAndSchema(url, sequelize);
      console.log(`killed after ${Math.round(killMs)} ms: ${done ? 'it was done' : `at ${schema}`}`);
      expect(executed).toEqual(names.slice(0, names.indexOf(schema ?? '') + 1));
      expect(names.indexOf(schema ?? '')).toBeGreaterThanOrEqual(names.indexOf(before));
      if (schema !== last) expect(withoutIndexes(lines)).toEqual(after.get(schema ?? ''));

      expect(await migrate(url, { command: 'up' })).toMatchObject({ pending: [], executed: names, schema: last });
      expect(await schemaOf(sequelize)).toEqual(after.get(last));
      expect(await migrate(url, { command: 'verify' })).toMatchObject({ problems: [] });
      const [counts] = await sequelize.query('select count(*) as orders, count(distinct idempotency_key) as keys from orders');
      expect(counts).toEqual([{ orders, keys: orders }]);
    });
  },
);
