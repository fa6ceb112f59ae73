import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainTime } from './bytes';
import { time } from './values';

const spelt = fc
  .tuple(...[2030, 13, 32, 25, 61, 61].map((max) => fc.nat({ max })))
  .map((parts) => parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')))
  .map(([y, mo, d, h, mi, s]) => `${y}-${mo}-${d}T${h}:${mi}:${s}Z`);

const isPlain = (text: string) => {
  const bytes = Buffer.from(JSON.stringify(text));
  return isPlainTime(bytes, 0, bytes.length);
};

describe('isPlainTime', () => {
  it('takes no text that the normaliser would read otherwise', () =>
    fc.assert(
      fc.property(spelt, (text) => {
        if (isPlain(text)) expect(time(text)).toBe(text);
      }),
      { numRuns: 5000 },
    ));

  it('takes every moment but those of 29 February', () =>
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }), (date) => {
        const text = date.toISOString().replace(/\.\d+/, '');
        expect(isPlain(text)).toBe(!text.includes('-02-29T'));
      }),
    ));

  it.each(['2024-02-29T00:00:00Z', '2024-02-30T00:00:00Z', '2024-04-31T00:00:00Z', '2024-05-01T08:00Z', 'x'])(
    'leaves %s to the normaliser',
    (text) => expect(isPlain(text)).toBe(false),
  );
});
