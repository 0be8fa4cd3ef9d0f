import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import type { Sequelize } from 'sequelize';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { databaseAddress } from '../../lib/database/pool/address.ts';
import { openSequelize } from '../../lib/database/pool/sequelize.ts';
import { runInSession } from '../../lib/migrator/migrate.ts';
import { readIndexCreation } from '../../lib/migrator/steps/concurrentIndex.ts';
import { stepRunner } from '../../lib/migrator/steps/stepRunner.ts';
import { withClient } from '../../local/postgres/client.ts';
import { addressFor } from '../setup/owner.ts';
import { schemaOf } from '../support/databaseSchema.ts';
import { interruptedRelease } from './interruptedRelease.ts';

// `npm run test:migrations` runs this test with 1,000,000 orders and 20 kills.
const orders = Number(process.env['MIGRATION_ORDERS'] ?? 20_000);
const kills = Number(process.env['MIGRATION_KILLS'] ?? 4);

const names = interruptedRelease.migrations.map(({ name }) => name);
const [before = '', last = ''] = [names.find((name) => name.endsWith('add-discount-code-to-orders')), names.at(-1)];
const longest = names.find((name) => name.endsWith('add-idempotency-key-to-orders')) ?? '';
const template = `killed_template_${process.pid}`;
/** The schema after each migration that a killed run may have completed. */
const schemas = new Map<string, string[]>();
let admin: pg.Client;
let whole: Whole;

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

async function migrate(url: string, command: Parameters<typeof runInSession>[0]) {
  return runInSession(command, await addressOf(url), interruptedRelease);
}

/** When to kill a process: `ms` milliseconds after `up` begins (`begin`), or after its longest migration ends (`longest`). */
interface Kill {
  readonly after: 'begin' | 'longest';
  readonly ms: number;
}

interface Whole {
  readonly done: boolean;
  /** How many milliseconds remained until the run ended: at its start (`begin`), and after its longest migration (`longest`). */
  readonly ms: Readonly<Record<Kill['after'], number>>;
}

/** Runs `up` in a separate process until the process ends or is killed. */
async function upInProcess(url: string, kill?: Kill): Promise<Whole> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'upProcess.ts'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'INFO', SLOW_STATEMENT_MS: '900000' },
  });
  let said = '';
  const moments = new Map<Kill['after'], number>();
  const passed = (moment: Kill['after']) => {
    if (moments.has(moment)) return;
    moments.set(moment, performance.now());
    if (kill?.after === moment) setTimeout(() => child.kill('SIGKILL'), kill.ms);
  };
  child.stdout.on('data', (data: Buffer) => {
    said += data;
    passed('begin');
    // `up` logs the name of each applied migration.
    if (said.includes(`"name":"${longest}"`)) passed('longest');
  });
  await once(child, 'close');
  const since = (moment: Kill['after']) => performance.now() - (moments.get(moment) ?? Number.NaN);
  return { done: said.includes('done\n'), ms: { begin: since('begin'), longest: since('longest') } };
}

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  await copied('template0', async (url, sequelize) => {
    await migrate(url, { command: 'up', to: before });
    schemas.set(before, await schemaOf(sequelize));
    // Applies the migrations without `up`, because `up` also grants privileges at its end. A killed run does not reach that point, so the expected schemas
    // must lack these privileges.
    const { checksums, migrations } = interruptedRelease;
    const steps = stepRunner(sequelize, 'SequelizeMeta', migrations, { checksums });
    for (const name of names.slice(names.indexOf(before) + 1)) {
      await steps.umzug.up({ migrations: [name] });
      schemas.set(name, await schemaOf(sequelize));
    }
  });
  await admin.query(`create database ${template} template template0 owner ${inject('owner').user}`);
  const url = addressFor(inject('adminUrl'), template, inject('owner'));
  await migrate(url, { command: 'up', to: before });
  await withClient(url, async (owner) => {
    await owner.query(
      `insert into users (auth_subject, full_name, email) select n, 'Customer', n || '@example.com' from generate_series(1, 1000) as n`,
    );
    await owner.query(
      `insert into orders (user_id, status, total_in_cents, discount_code) select 1 + n % 1000, 'shipped', n, case n % 10 when 0 then 'SPRING' end from generate_series(1, ${orders}) as n`,
    );
    // Each order has a line, because `verify` compares the totals of orders with their lines.
    await owner.query(
      `with product as (insert into products (name, price_in_cents, stock_quantity) values ('Cup', 1, 0) returning id)
     insert into order_items (order_id, product_id, quantity, unit_price_in_cents) select orders.id, product.id, total_in_cents, 1 from orders, product`,
    );
  });
  whole = await copied(template, (url) => upInProcess(url));
  expect(whole).toEqual({ done: true, ms: { begin: expect.any(Number), longest: expect.any(Number) } });
  console.log(
    `up on ${orders} orders takes ${Math.round(whole.ms.begin)} ms, of which the last ${Math.round(whole.ms.longest)} ms are after ${longest}`,
  );
}, 900_000);

afterAll(async () => {
  await admin.query(`drop database if exists ${template} with (force)`);
  await admin.end();
});

/** Returns the report of `status` and the schema. Reads both again if the status changed, because the server may still commit a killed client's work. */
async function statusAndSchema(url: string, sequelize: Sequelize) {
  for (;;) {
    const { executed, schema } = await migrate(url, { command: 'status' });
    const lines = await schemaOf(sequelize);
    if ((await migrate(url, { command: 'status' })).schema === schema) return { executed, schema, lines };
  }
}

// A killed run may have created or dropped these indexes before it recorded the migration, so the comparison ignores them.
const changedAlone = interruptedRelease.migrations
  .flatMap(({ step }) => (step.transactional === false ? step.up : []))
  .map((sql) => readIndexCreation(sql)?.index ?? /^drop index concurrently (?:if exists )?(\w+)$/.exec(sql)?.[1]);

function withoutIndexes(schema: readonly string[] = []): string[] {
  return schema.filter((line) => !changedAlone.some((index) => line.startsWith(`index ${index}:`)));
}

it.each(Array.from({ length: kills }, (_, index) => index + 1))(
  'after a kill at a random moment (%i), status is correct and the next up completes',
  { timeout: 900_000 },
  async (kill) => {
    // One migration takes most of the time. Every second kill happens after this migration, while indexes are built.
    const after = kill % 2 === 0 ? 'longest' : 'begin';
    let ms = Math.random() * whole.ms[after];
    // A run that is faster than the measured run may end before its kill. The next attempt then kills earlier.
    while (await doneBefore({ after, ms })) ms /= 2;
  },
);

/** Kills `up` at this moment, checks the database, and runs `up` again. Returns whether `up` had ended before the kill. */
function doneBefore(kill: Kill): Promise<boolean> {
  return copied(template, async (url, sequelize) => {
    const { done } = await upInProcess(url, kill);
    const { executed, schema, lines } = await statusAndSchema(url, sequelize);
    console.log(`killed ${Math.round(kill.ms)} ms after ${kill.after}: ${done ? 'up had ended' : `the schema is at ${schema}`}`);
    expect(executed).toEqual(names.slice(0, names.indexOf(schema ?? '') + 1));
    expect(names.indexOf(schema ?? '')).toBeGreaterThanOrEqual(names.indexOf(before));
    if (schema !== last) expect(withoutIndexes(lines)).toEqual(withoutIndexes(schemas.get(schema ?? '')));

    expect(await migrate(url, { command: 'up' })).toMatchObject({ pending: [], executed: names, schema: last });
    expect(await schemaOf(sequelize)).toEqual(schemas.get(last));
    expect(await migrate(url, { command: 'verify' })).toMatchObject({ problems: [] });
    const [counts] = await sequelize.query('select count(*) as orders, count(distinct idempotency_key) as keys from orders');
    expect(counts).toEqual([{ orders, keys: orders }]);
    return done;
  });
}
