import { getContainerRuntimeClient } from 'testcontainers';
import { expect, inject, it } from 'vitest';
import { needs } from '../support/needs.ts';

needs('a server in a container (TEST_DATABASE=container)', inject('serverKind') === 'container');

it('starts PostgreSQL without a health check, because a health check would end the sessions of a slow server', async () => {
  const { container } = await getContainerRuntimeClient();
  const port = Number(new URL(inject('adminUrl')).port);
  const [ours] = (await container.list()).filter(({ Ports }) => Ports.some(({ PublicPort }) => PublicPort === port));
  const { Config, State } = await container.inspect(container.getById(ours?.Id ?? ''));
  expect(Config.Healthcheck).toBeUndefined();
  expect(State.Health).toBeUndefined();
});
