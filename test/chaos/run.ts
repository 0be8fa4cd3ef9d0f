import { parseArgs } from 'node:util';
import { runChaos } from './chaos.ts';

/** `npm run test:chaos`: runs the suite's chaos test at ten times the size and prints a report. Exits with 1 if anything was lost or duplicated. */
const { values } = parseArgs({ options: { orders: { type: 'string', default: '5000' } } });
const orders = Number(values.orders);
if (!Number.isInteger(orders) || orders < 1) {
  console.error('--orders must be a whole number from 1');
  process.exit(2);
}
const { holdings, surprises, ...counts } = await runChaos({ orders, crashes: 5 });
console.table(counts);
console.table(holdings);
const { orders: found, ...faults } = holdings;
const sound = found === orders && counts.placed === orders && surprises.length === 0 && Object.values(faults).every((count) => count === 0);
for (const surprise of surprises) console.log(`surprise: ${surprise}`);
console.log(sound ? `All ${orders} orders are there exactly once, and the stock agrees.` : 'Something was lost or doubled.');
process.exitCode = sound ? 0 : 1;
