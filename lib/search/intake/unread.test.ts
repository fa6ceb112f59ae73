import { expect, test } from 'vitest';
import { mayBeName, whyUnread } from './unread';

test.each([
  ['10.24.300.7', 'octet'],
  ['10.24.3', 'octets'],
  ['10.24.3.4.5', 'octets'],
  ['010.0.0.1', 'zero'],
  ['10.0.0.0/33', 'length'],
  ['10.0.0.7-10.0.0.9', 'range'],
  ['172.17.**.**', 'pattern'],
  ['00:16:3e:0a:41', 'mac'],
  ['00:16:3e:zz:41:7c', 'mac'],
  ['fe80:::1', 'ipv6'],
  ['4711', 'number'],
  ['pay-gw (old)', 'phrase'],
])('%j is not read: %s', (text, why) => {
  expect(whyUnread(text)).toBe(why);
  expect(mayBeName(text)).toBe(false);
});

test.each(['worker-bj-12', '支付网关-生产-07', 'cn-bj.10.0.0.5', 'eth0:web', 'ab'])(
  '%j may be a name',
  (text) => {
    expect(mayBeName(text)).toBe(true);
  },
);

test.each(['a', '-web', 'please check', `a${'b'.repeat(128)}`])('%j is no name', (text) => {
  expect(mayBeName(text)).toBe(false);
});
