import { currentBuild } from '../../scripts/currentBuild.ts';

/** Builds the functions once for the run: every test that starts them finds them current. */
export default async function setup(): Promise<void> {
  await currentBuild();
}
