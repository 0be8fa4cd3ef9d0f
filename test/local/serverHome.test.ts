import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serverHome } from '../../local/postgres/home.ts';
import { serverUser } from '../../local/postgres/serverUser.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

// Runs only as root: PostgreSQL then runs as another user, who cannot enter this folder and needs a substitute below TMPDIR.
test.runIf(process.getuid?.() === 0).each(['/proc', '/nonexistent/folder'])(
  'if no folder can be created in TMPDIR (%s), the error says which variable to set',
  async (temporary) => {
    const directory = await temporaryFolder();
    await chmod(directory, 0o700);
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(serverHome(path.join(directory, 'postgres'), serverUser())).rejects.toThrow(
      /could not be created; set TMPDIR or LOCAL_DIRECTORY to another folder/,
    );
  },
);
