import { expect, test } from 'vitest';
import { parseCidr } from '@/lib/eni/ip';
import { peerOfConnection } from './peer';

const trusted = ['10.0.0.0/8', 'fd00::/8'].flatMap((text) => parseCidr(text) ?? []);
const forwarded = (remote: string, list: string) => peerOfConnection(remote, list, trusted).forwardedFor;

test('the right-most address that is no trusted proxy is who asks', () => {
  expect(forwarded('10.0.0.1', '203.0.113.7')).toBe('203.0.113.7');
  expect(forwarded('10.0.0.1', '192.0.2.1, 203.0.113.7, 10.9.9.9')).toBe('203.0.113.7');
  expect(forwarded('::ffff:10.0.0.1', '2001:db8::7')).toBe('2001:db8::7');
  expect(forwarded('fd00::1', '::ffff:203.0.113.7')).toBe('203.0.113.7');
});

test('B69: from anybody else it says nothing', () => {
  expect(peerOfConnection('203.0.113.9', '198.51.100.1', trusted)).toEqual({
    address: '203.0.113.9',
    isTrusted: false,
    forwardedFor: null,
  });
  expect(peerOfConnection(undefined, '198.51.100.1', trusted).isTrusted).toBe(false);
});

test.each([
  ['1,000 entries', Array(1_000).fill('203.0.113.7').join(',')],
  ['21 entries', Array(21).fill('203.0.113.7').join(',')],
  ['a word', 'unknown'],
  ['a word among addresses', '203.0.113.7, unknown'],
  ['IPv6 with a port', '[2001:db8::7]:443'],
  ['only trusted ones', '10.0.0.2, 10.0.0.3'],
  ['nothing', ''],
])('B114: %s is the proxy itself', (_, list) => {
  expect(peerOfConnection('10.0.0.1', list, trusted)).toEqual({
    address: '10.0.0.1',
    isTrusted: true,
    forwardedFor: null,
  });
});
