import { globSync, readFileSync } from 'node:fs';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const specification = loadAwsServiceSpecSync();

/** Returns, for each resource in infra/, the properties whose change can replace the resource. The values still contain variables. */
function replacingProperties(): Record<string, object> {
  const found: Record<string, object> = {};
  for (const file of globSync('infra/**/*.yml').sort()) {
    const content = parse(readFileSync(file, 'utf8'), { logLevel: 'silent' });
    const resources: Record<string, { Type: string; Properties?: object }> = (content.resources ?? content).Resources ?? {};
    for (const [id, { Type, Properties = {} }] of Object.entries(resources)) {
      const [known] = specification.lookup('resource', 'cloudFormationType', 'equals', Type);
      const replacing = Object.entries(Properties).filter(([name]) =>
        ['yes', 'maybe'].includes(known?.properties[name]?.causesReplacement ?? ''),
      );
      if (replacing.length > 0) found[`${file} ${id}`] = Object.fromEntries(replacing);
    }
  }
  return found;
}

// A replaced security group, for example, disconnects the functions of a deployed stage from their database. After a deliberate change, update the
// snapshot with `npx vitest run --project house test/house/replacement.test.ts -u`.
it('the snapshot lists every property in infra/ whose change can replace its resource, with the present value', async () => {
  await expect(`${JSON.stringify(replacingProperties(), null, 2)}\n`).toMatchFileSnapshot('replacement.txt');
});
