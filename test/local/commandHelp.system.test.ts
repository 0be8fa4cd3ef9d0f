import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
// The programs of this project. The other commands run Vitest, Biome or several programs. client/example.ts has no flags.
const programs = Object.values(scripts).flatMap((command) => /^(?:exec )?node --import \S+ (\S+)$/.exec(command)?.[1] ?? []);
const own = programs.filter((program) => program !== 'client/example.ts');

const run = (program: string, flag: string) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) =>
    execFile(process.execPath, ['--import', './local/prepare.mjs', program, flag], (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    ),
  );

it('finds the programs in the scripts of package.json', () => {
  expect(own).toContain('scripts/package.ts');
  expect(own.length).toBeGreaterThan(12);
});

it.each(own)('%s shows its usage with --help and does nothing else', async (program) => {
  const { code, stdout, stderr } = await run(program, '--help');
  expect(stdout).toMatch(/npm (run|start)/);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

it.each(own)('%s rejects an unknown flag with its usage, without a stack trace', async (program) => {
  const { code, stdout, stderr } = await run(program, '--nonsense');
  expect(stderr).toMatch(/Unknown option '--nonsense'/);
  expect(stderr).toMatch(/npm (run|start)/);
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
  expect([1, 2]).toContain(code);
});
