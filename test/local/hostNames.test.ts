import { expect, test } from 'vitest';
import { isMeantFor, loopback, urlOf } from '../../local/http/hostNames.ts';

const loopbackNames = ['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.0.0.1:3000', '127.8.9.1:80', '[::1]', '[::1]:3000'];
const others = [
  ...['attacker.example', 'attacker.example:3000', 'localhost.attacker.example', '127.0.0.1.attacker.example', '127.attacker'],
  ...['0.0.0.0', '0.0.0.0:3000', '10.0.0.1:3000', '[::]:3000', '[fe80::1]:3000', '::1', 'shop', 'localhost@attacker.example'],
  ...['localhost:x', 'localhost:1:2', ' localhost', 'localhost, attacker.example', '127.0.0.1/', '[::1', ''],
];

test.each(loopbackNames)('a server on loopback accepts requests for the host %s', (host) => {
  expect(isMeantFor(host, loopback)).toBe(true);
});

test.each([...others, undefined])('a server on loopback rejects requests for the host %s', (host) => {
  expect(isMeantFor(host, loopback)).toBe(false);
});

test.each(['orders.test', 'orders.test:3000', 'Orders.TEST', 'localhost:3000'])(
  'a server on orders.test accepts requests for the host %s',
  (host) => {
    expect(isMeantFor(host, 'orders.test')).toBe(true);
  },
);

test.each(['attacker.example', 'www.orders.test', '10.0.0.1'])('a server on orders.test rejects requests for the host %s', (host) => {
  expect(isMeantFor(host, 'orders.test')).toBe(false);
});

test.each(['172.17.0.2:3000', '[fd00::2]:3000', 'orders:3000', '0.0.0.0:3000', 'localhost'])(
  'a server on all addresses accepts requests for the host %s',
  (host) => {
    expect([isMeantFor(host, '0.0.0.0'), isMeantFor(host, '::')]).toEqual([true, true]);
  },
);

test.each(['attacker.example:3000', '172.17.0.2.attacker.example', ''])(
  'a server on all addresses rejects requests for the host %s',
  (host) => {
    expect([isMeantFor(host, '0.0.0.0'), isMeantFor(host, '::')]).toEqual([false, false]);
  },
);

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
  ['192.168.1.5', 'http://192.168.1.5:3000'],
  ['orders.test', 'http://orders.test:3000'],
])('a server on %s has the URL %s', (bound, url) => {
  expect(urlOf(bound, 3000)).toBe(url);
});
