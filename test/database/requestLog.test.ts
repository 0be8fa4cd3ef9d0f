import { afterEach, describe, expect, it, vi } from 'vitest';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';
import { call } from '../support/call.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { loggedBy } from '../support/output.ts';

// requestLog.system.test.ts tests the lines of a whole environment.

afterEach(() => void vi.unstubAllEnvs());

describe('a route that sends more statements than it declares', () => {
  const threeTimes = (statements: number) =>
    api({ statements }, () =>
      withDatabase(async ({ sequelize }) => {
        for (let count = 0; count < 3; count++) await sequelize.query('select 1');
        return {};
      }),
    );

  it('causes a 500 in tests', async () => {
    expect(await call(threeTimes(3))).toMatchObject({ status: 200 });
    expect(await call(threeTimes(2))).toMatchObject({ status: 500 });
  });

  it('causes no error in production', async () => {
    await freshFunction('listProducts', { STATEMENT_BUDGET: 'warn' });
    const { api: fresh } = await import('../../lib/http/api.ts');
    const { withDatabase: freshly } = await import('../../lib/database/withDatabase.ts');
    const handler = fresh({ statements: 0 }, () => freshly(async ({ sequelize }) => ({ rows: await sequelize.query('select 1') })));
    expect(await call(handler)).toMatchObject({ status: 200 });
  });
});

it('adds X-Ray’s trace ID to every log line, and omits the field if there is no trace', async () => {
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'INFO');
  vi.resetModules();
  const { infoLine, log, writeLine } = await import('../../lib/log.ts');
  const lines = () =>
    loggedBy(async () => {
      log.info('stock counted');
      log.error('stock lost');
      writeLine({ ...infoLine('request') });
    });
  vi.stubEnv('_X_AMZN_TRACE_ID', 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1');
  expect((await lines()).map((line) => line.xray_trace_id)).toEqual(Array(3).fill('1-5759e988-bd862e3fe1be46a994272793'));
  vi.stubEnv('_X_AMZN_TRACE_ID', undefined);
  expect((await lines()).filter((line) => 'xray_trace_id' in line)).toEqual([]);
});

it.each([
  { POWERTOOLS_LOG_LEVEL: 'INFO', lines: ['info', 'info for alarm', 'warn', 'warn for alarm', 'error', 'error for alarm'] },
  { POWERTOOLS_LOG_LEVEL: 'WARN', lines: ['info for alarm', 'warn', 'warn for alarm', 'error', 'error for alarm'] },
  { POWERTOOLS_LOG_LEVEL: 'SILENT', lines: ['info for alarm', 'warn for alarm', 'error for alarm'] },
  { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true', lines: [] },
])(
  'writes the lines for alarms even with the log level $POWERTOOLS_LOG_LEVEL, unless metrics are disabled',
  async ({ lines, ...variables }) => {
    for (const [name, value] of Object.entries({ POWERTOOLS_METRICS_DISABLED: 'false', ...variables })) vi.stubEnv(name, value);
    vi.resetModules();
    const { log } = await import('../../lib/log.ts');
    const written = await loggedBy(async () => {
      for (const level of ['info', 'warn', 'error'] as const) {
        log[level](level);
        log[level](`${level} for alarm`, { oldest: 7 }, { forAlarm: true });
      }
    });
    expect(written.map(({ message }) => message)).toEqual(lines);
    for (const { message, level, ...fields } of written) {
      expect(message.startsWith(level.toLowerCase())).toBe(true);
      expect(fields).toMatchObject({ service: 'orders', timestamp: expect.any(String) });
      if (message.endsWith('for alarm')) expect(fields).toMatchObject({ oldest: 7 });
    }
  },
);
