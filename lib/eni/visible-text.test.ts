import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownName, visibleText } from './visible-text';

describe('visibleText', () => {
  it.each([
    ['pay\u202egnp.exe', 'pay\\u202egnp.exe'],
    ['ad\u200bmin', 'ad\\u200bmin'],
    ['a\u2066b\u2069', 'a\\u2066b\\u2069'],
    ['\ufeffname', '\\ufeffname'],
    ['two\nlines\t', 'two\\u000alines\\u0009'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['half \ud83d', 'half \\ud83d'],
    ['blank\u3164', 'blank\\u3164'],
    ['  ', '\\u0020\\u0020'],
    ['\u3000\u00a0', '\\u3000\\u00a0'],
  ])('shows what hides in %j', (text, shown) => expect(visibleText(text)).toBe(shown));

  it.each(['支付网关-生产-07', 'ack-node a', 'naïve café', '注文サービス', 'مرحبا', '💳'])(
    'leaves %s as it is',
    (text) => expect(visibleText(text)).toBe(text),
  );

  it('leaves nothing unseen, and nothing more to do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleText(text);
        if (text !== '') expect(shown.trim()).not.toBe('');
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(visibleText(shown)).toBe(shown);
      }),
    );
  });
});

it.each([
  ['web-1', 'web-1'],
  [' ', '\\u0020'],
  [null, 'eni-1'],
])('shownName of %j is %s', (name, shown) => expect(shownName({ name, id: 'eni-1' })).toBe(shown));
