import { expect, it } from 'vitest';
import { connected, messageOf, migratable, releaseOf, sends } from './support.ts';

const release = releaseOf({
  '1-table': sends('create table things (id int)'),
  '2-column': sends('alter table things add column note text'),
});

/** How long each of many readers took that came one after the other, until it is told to stop. */
function readersOn(url: string) {
  const waits: number[] = [];
  let stopped = false;
  const reader = async () => {
    const client = await connected(url);
    while (!stopped) {
      const began = performance.now();
      await client.query('select count(*) from things');
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await client.end();
  };
  const readers = [reader(), reader()];
  return async () => {
    stopped = true;
    await Promise.all(readers);
    return waits;
  };
}

it('readers beside a long one never wait longer than 1.5 s for our DDL, which is done once the long one has ended', async () => {
  const { migrate, url } = await migratable();
  await migrate({ to: '1-table' }, release);
  const long = await connected(url);
  await long.query('begin; select count(*) from things');
  const stop = readersOn(url);
  const run = migrate({}, release);
  await new Promise((resolve) => setTimeout(resolve, 9_000));
  await long.query('commit');
  expect(await run).toMatchObject({ applied: [{ name: '2-column' }] });
  const waits = await stop();
  // It did try meanwhile, and readers queued behind it.
  expect(waits.filter((ms) => ms > 500).length).toBeGreaterThan(2);
  expect(Math.max(...waits)).toBeLessThan(1_500);
  await long.end();
});

it('DDL that does not get its lock in the time of the invocation gives up, with the SQLSTATE, and leaves nothing', async () => {
  const { migrate, url } = await migratable();
  await migrate({ to: '1-table' }, release);
  const long = await connected(url);
  await long.query('begin; select count(*) from things');
  const began = Date.now();
  const message = await messageOf(migrate({}, release, 13_000));
  expect(message).toMatch(/^2-column \(up\) failed and left nothing behind: .*\(SQLSTATE 55P03\)\nIn place now: 1-table\.$/s);
  expect(Date.now() - began).toBeLessThan(10_000);
  await long.end();
});
