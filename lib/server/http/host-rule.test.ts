import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostNameOf } from '../process/host-name';
import { isAllowedHost, onlyHostHeader } from './host-rule';

const loopbackOnly = { allowedHosts: [], publicUrl: null };
const configured = {
  allowedHosts: ['enis.example.com', '.corp.example', '10.0.0.5'],
  publicUrl: 'https://Atlas.example.org:8443',
};

test.each([['localhost'], ['LOCALHOST:4316'], ['127.0.0.1:3000'], ['127.8.9.10'], ['[::1]:3000'], ['[::1]']])(
  '%s is this machine',
  (host) => {
    expect(isAllowedHost(host, loopbackOnly)).toBe(true);
  },
);

test.each([
  ['evil.example'],
  ['localhost.evil.example'],
  ['127.evil.example'],
  ['127.attacker.example'],
  ['127.0.0.1@evil'],
  ['127.0.0.1:4316@evil'],
  ['localhost.'],
  ['0.0.0.0'],
  ['10.0.0.5'],
  ['[::]'],
  ['::1'],
  ['[localhost]'],
  ['[127.0.0.1]'],
  ['[::ffff:127.0.0.1]'],
  ['127.1'],
  ['0x7f.0.0.1'],
  ['2130706433'],
  ['127.0.0.01'],
  ['localhost:'],
  ['localhost:99999'],
  ['localhost:80:80'],
  ['localhost/'],
  ['local host'],
  ['localhost#'],
  ['localhost?'],
  ['localhost\\'],
  ['xn--localhost-'],
  [''],
])('%s is not', (host) => {
  expect(isAllowedHost(host, loopbackOnly)).toBe(false);
});

test.each([
  ['enis.example.com', true],
  ['enis.example.com:8080', true],
  ['a.corp.example', true],
  ['10.0.0.5:3000', true],
  ['atlas.example.org', true],
  ['corp.example', false],
  ['evilcorp.example', false],
  ['enis.example.com.evil', false],
  ['sub.enis.example.com', false],
  ['10.0.0.6', false],
])('%s beside a configured list: %s', (host, expected) => {
  expect(isAllowedHost(host, configured)).toBe(expected);
});

test('exactly one Host header', () => {
  expect(onlyHostHeader(['Host', 'localhost', 'X', 'host'])).toBe('localhost');
  expect(onlyHostHeader(['Host', 'localhost', 'hOST', 'evil.example'])).toBeNull();
  expect(onlyHostHeader(['Accept', '*/*'])).toBeNull();
});

test('a name that is allowed is loopback for the URL parser too', () => {
  const host = fc.oneof(
    fc.string(),
    fc.webAuthority({ withIPv4: true, withIPv6: true, withPort: true, withUserInfo: true }),
    fc.stringMatching(/^[a-z0-9.:[\]@/\\?# -]{1,24}$/),
    fc
      .tuple(fc.constantFrom('localhost', '127.0.0.1', '[::1]'), fc.string({ maxLength: 8 }))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(host, (text) => {
      if (!isAllowedHost(text, loopbackOnly)) return;
      const { hostname, pathname, username } = new URL(`http://${text}`);
      expect(hostname).toMatch(/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/);
      expect([pathname, username]).toEqual(['/', '']);
    }),
    { numRuns: 2000 },
  );
});

test('a name parses to itself, whatever its case and port', () => {
  fc.assert(
    fc.property(fc.domain(), fc.integer({ min: 0, max: 65_535 }), (name, port) => {
      expect(hostNameOf(`${name.toUpperCase()}:${port}`)).toBe(name.toLowerCase());
    }),
  );
});
