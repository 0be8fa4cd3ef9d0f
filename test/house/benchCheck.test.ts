import { expect, it } from 'vitest';
import { exceededLimits, isAbove } from '../bench/check.ts';
import { measuredOf } from '../bench/measure.ts';

const rounds = (above: number, all: number, limit = 1) =>
  Array.from({ length: all }, (_, round) => (round < above ? limit * 1.01 : limit * 0.5));

it.each([
  [40, 40],
  [31, 40],
  [10, 10],
])('a ratio that exceeds its limit in %i of %i rounds counts as above the limit', (above, all) => {
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
])('a ratio that exceeds its limit in %i of %i rounds counts as noise', (above, all) => {
  expect(isAbove(rounds(above, all), 1)).toBe(false);
});

it('names the measurement, the figure, the ratio and the limit', () => {
  const subject = (cpuUs: number) => measuredOf({ wallUs: Array(12).fill(100), cpuUs: Array(12).fill(cpuUs), serverCpuUs: [] });
  expect(exceededLimits('listing of 200', { functions: subject(151), 'hand-written': subject(100) })).toEqual([
    { figure: 'cpuUs', text: 'listing of 200, cpuUs: the ratio to hand-written is 1.51, more than 1.5' },
  ]);
  expect(exceededLimits('listing of 200', { functions: subject(150), 'hand-written': subject(100) })).toEqual([]);
});

it('reports a subject whose samples are incomplete', () => {
  const subject = (count: number) => measuredOf({ wallUs: [1], cpuUs: [1], serverCpuUs: Array(count).fill(1) });
  expect(exceededLimits('listing of 200', { functions: subject(11), 'hand-written': subject(12) })).toEqual([
    { figure: 'serverCpuUs', text: 'listing of 200, serverCpuUs: 11 samples instead of 12' },
  ]);
  expect(exceededLimits('listing of 200', { functions: subject(0), 'hand-written': subject(0) })).toEqual([]);
});
