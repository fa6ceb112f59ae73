import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson } from './format-json';

describe('formatJson', () => {
  it('writes what JSON.stringify writes, from any spacing', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, 4), (json, spacing) => {
        const value: unknown = JSON.parse(json);
        expect(formatJson(JSON.stringify(value, null, spacing))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('keeps 64-bit integers digit for digit', () =>
    expect(formatJson('{"ServiceID":1234567890123456789,"n":1.0e+2}')).toBe(
      '{\n  "ServiceID": 1234567890123456789,\n  "n": 1.0e+2\n}',
    ));

  it.each(['<html>"', '{"a":', '{"a":1}}', ''])('leaves %j alone', (text) =>
    expect(formatJson(text)).toBe(text),
  );
});
