import { flagsOrExit } from '../../scripts/arguments.ts';
import { runChaos } from './chaos.ts';

/**
 * `npm run test:chaos`: runs the chaos test of the suite with 5,000 orders, and prints its progress and a report. Exits with 1 if the run has faults,
 * or if a kind of request or failure never happened.
 */
const values = flagsOrExit('npm run test:chaos -- [--orders n]', { orders: { type: 'string', default: '5000' } });
const orders = Number(values.orders);
if (!Number.isInteger(orders) || orders < 1) {
  console.error('--orders must be a whole number from 1');
  process.exit(2);
}
const began = performance.now();
const onProgress = (lived: number) =>
  console.error(`${lived} of ${orders} orders, after ${Math.round((performance.now() - began) / 1_000)} s`);
const { happened, holdings, faults, seconds } = await runChaos({ orders, crashes: 5, onProgress });
console.table(happened);
console.table(holdings);
const { orders: found, ...wrong } = holdings;
for (const fault of faults.slice(0, 50)) console.log(fault);
if (faults.length > 50) console.log(`and ${faults.length - 50} more`);
const missing = Object.keys(happened).filter((kind) => happened[kind] === 0);
for (const kind of missing) console.log(`never happened: ${kind}`);
const isSound = found === orders && faults.length === 0 && Object.values(wrong).every((count) => count === 0);
console.log(
  isSound
    ? `None of the ${orders} orders was lost or duplicated, and the books agree. ${seconds} s.`
    : `The run has faults; see the lines and counts above. ${seconds} s.`,
);
process.exitCode = isSound && missing.length === 0 ? 0 : 1;
