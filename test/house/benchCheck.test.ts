import { expect, it } from 'vitest';
import { isAbove, missedBars } from '../bench/check.ts';
import { measuredOf } from '../bench/measure.ts';

const rounds = (above: number, all: number, bar = 1) => Array.from({ length: all }, (_, round) => (round < above ? bar * 1.01 : bar * 0.5));

it.each([
  [40, 40],
  [31, 40],
  [10, 10],
])('a ratio that is above its bar in %i of %i rounds is above it', (above, all) => {
  expect(isAbove(rounds(above, all), 1)).toBe(true);
});

it.each([
  [30, 40],
  [20, 40],
  [0, 40],
  [9, 10],
  [9, 9],
  [2, 2],
  [0, 0],
])('a ratio that is above its bar in %i of %i rounds may be noise', (above, all) => {
  expect(isAbove(rounds(above, all), 1)).toBe(false);
});

it('names the measurement, the figure, the ratio and the bar', () => {
  const subject = (cpuUs: number) => measuredOf({ wallUs: Array(12).fill(100), cpuUs: Array(12).fill(cpuUs), serverCpuUs: [] });
  expect(missedBars('listing of 200', { functions: subject(116), 'hand-written': subject(100) })).toEqual([
    'listing of 200, cpuUs: the ratio to hand-written is 1.16, more than 1.15',
  ]);
  expect(missedBars('listing of 200', { functions: subject(115), 'hand-written': subject(100) })).toEqual([]);
});
