import { describe, expect, it } from 'vitest';
import { ConfigError, isLocal, readConfig } from '../lib/config.ts';

const url = 'postgres://api:p%40ss@127.0.0.1:6543/shop?sslmode=disable';

describe('the configuration', () => {
  it('contains the parts of a database URL, and a default for every other value', () => {
    expect(readConfig({ DATABASE_URL: url, STAGE: 'local' })).toEqual({
      stage: 'local',
      database: { kind: 'url', host: '127.0.0.1', port: 6543, name: 'shop', username: 'api', password: 'p@ss', tls: false },
      migrationDatabase: { kind: 'url', host: '127.0.0.1', port: 6543, name: 'shop', username: 'api', password: 'p@ss', tls: false },
      viaProxy: false,
      poolMax: 1,
      eventBusName: null,
      scopePrefix: '',
      maxPendingOrders: 0,
      unpaidOrderMinutes: 0,
      eventRetentionDays: 400,
      eventDelaySeconds: 60,
      logSql: false,
      slowStatementMs: 100,
      statementBudget: 'warn',
    });
  });

  it('adds the host, port and name from variables to a secret, but never uses the API’s host for migrate', () => {
    const config = readConfig({ DATABASE_SECRET_ARN: 'arn:api', DATABASE_HOST: 'proxy', DATABASE_PORT: '6000', DATABASE_NAME: 'shop' });
    expect(config.database).toEqual({ kind: 'secret', secretArn: 'arn:api', host: 'proxy', port: 6000, name: 'shop' });
    expect(config.migrationDatabase).toEqual({ kind: 'secret', secretArn: 'arn:api', host: undefined, port: undefined, name: undefined });
  });

  it('contains the owner’s secret and host for migrate', () => {
    expect(
      readConfig({ DATABASE_URL: url, MIGRATION_DATABASE_SECRET_ARN: 'arn:owner', MIGRATION_DATABASE_HOST: 'direct' }).migrationDatabase,
    ).toMatchObject({
      secretArn: 'arn:owner',
      host: 'direct',
    });
  });

  it('is frozen deeply', () => {
    const config = readConfig({ DATABASE_URL: url });
    expect(Object.isFrozen(config) && Object.isFrozen(config.database)).toBe(true);
  });

  it('uses the sslmode of the URL, and otherwise enables TLS for every host except this machine', () => {
    const tls = (text: string) => {
      const source = readConfig({ DATABASE_URL: text }).database;
      return source?.kind === 'url' && source.tls;
    };
    expect(tls('postgres://u:p@db.example.com/shop')).toBe(true);
    expect(tls('postgres://u:p@db.example.com/shop?sslmode=disable')).toBe(false);
    expect(tls('postgres://u:p@127.0.0.1/shop')).toBe(false);
    expect(tls('postgres://u:p@127.0.0.1/shop?sslmode=verify-full')).toBe(true);
  });

  it('treats an empty variable as unset', () => {
    expect(readConfig({ DATABASE_URL: url, DATABASE_SECRET_ARN: '', DATABASE_HOST: '', DATABASE_POOL_MAX: '' }).poolMax).toBe(1);
  });
});

describe('an invalid configuration', () => {
  it.each([
    ['no database', {}, /DATABASE_SECRET_ARN or DATABASE_URL: set one of them/],
    ['a secret and a URL', { DATABASE_URL: url, DATABASE_SECRET_ARN: 'arn' }, /DATABASE_SECRET_ARN and DATABASE_URL: set only one of them/],
    [
      'a secret and a URL for migrate',
      { MIGRATION_DATABASE_URL: url, MIGRATION_DATABASE_SECRET_ARN: 'arn' },
      /MIGRATION_DATABASE_SECRET_ARN and MIGRATION_DATABASE_URL/,
    ],
    ['a host and a URL', { DATABASE_URL: url, DATABASE_HOST: 'h' }, /DATABASE_HOST: remove, because DATABASE_URL already contains/],
    ['a URL with another protocol', { DATABASE_URL: 'mysql://u:p@h/d' }, /DATABASE_URL: expected postgres:/],
    ['a URL with an unescaped %', { DATABASE_URL: 'postgres://u:100%@h/d' }, /DATABASE_URL: expected postgres:.*%25/],
    [
      'an sslmode that does not verify the server',
      { DATABASE_URL: 'postgres://u:p@h/d?sslmode=require&channel_binding=require' },
      /`sslmode=require` does not verify the server: use `verify-full`/,
    ],
    ['an unknown sslmode', { DATABASE_URL: 'postgres://u:p@h/d?sslmode=secret' }, /`sslmode` must be `verify-full` or `disable`/],
    ['a port of 0', { DATABASE_SECRET_ARN: 'a', DATABASE_PORT: '0' }, /DATABASE_PORT/],
    ['a pool of 0', { DATABASE_URL: url, DATABASE_POOL_MAX: '0' }, /DATABASE_POOL_MAX/],
    ['a fractional pool', { DATABASE_URL: url, DATABASE_POOL_MAX: '1.5' }, /DATABASE_POOL_MAX/],
    ['"yes" for "true"', { DATABASE_URL: url, DATABASE_VIA_PROXY: 'yes' }, /DATABASE_VIA_PROXY/],
  ])('with %s throws a ConfigError that names the variable', (_, environment, message) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(message);
  });

  it('reports every fault at once', () => {
    expect(() => readConfig({ DATABASE_URL: 'x', DATABASE_POOL_MAX: 'x', LOG_SQL: 'x' })).toThrow(
      /DATABASE_URL[\s\S]*DATABASE_POOL_MAX[\s\S]*LOG_SQL/,
    );
  });

  it('never shows the password of a URL', () => {
    const attempt = () => readConfig({ DATABASE_URL: 'postgres://api:hunter2@h', DATABASE_HOST: 'h' });
    expect(attempt).toThrow(ConfigError);
    expect(attempt).not.toThrow(/hunter2/);
  });
});

it('recognises the names and addresses of this machine', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].every(isLocal)).toBe(true);
  expect(['127.0.0.1.example.com', 'localhost.example.com', '10.0.0.1', ''].some(isLocal)).toBe(false);
});
