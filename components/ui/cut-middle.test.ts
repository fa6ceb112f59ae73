import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutMiddle } from './cut-middle';

/** Chinese takes twice the room. */
const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);

describe('cutMiddle', () => {
  it('leaves alone what has room', () => expect(cutMiddle('bastion-gray-38', 15, widthOf)).toBeNull());

  it('tells nodes of one cluster apart by their ends', () => {
    const nodes = ['f3ab', 'f3ac'].map((end) => `worker-k8s-for-cs-c18ye5t9p9oz2bp1kfoj9-${end}`);
    const ends = nodes.map((node) => cutMiddle(node, 17, widthOf)?.tail);
    expect(ends).toEqual(['oj9-f3ab', 'oj9-f3ac']);
    expect(cutMiddle(nodes[0] ?? '', 17, widthOf)?.head).toBe('worker-k');
  });

  it('takes no character apart', () =>
    expect(cutMiddle('用户👩‍👩‍👧中心-生产-👩‍👩‍👧', 11, widthOf)?.tail).toBe('👩‍👩‍👧'));

  it('loses nothing, and takes no more room than there is', () =>
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60, unit: 'grapheme' }),
        fc.integer({ min: 3, max: 40 }),
        (text, room) => {
          const cut = cutMiddle(text, room, widthOf);
          const shown = cut === null ? widthOf(text) : widthOf(cut.head) + 1 + widthOf(cut.tail);
          expect(shown).toBeLessThanOrEqual(room);
          if (cut !== null) expect(cut.head + cut.middle + cut.tail).toBe(text);
          expect(cut?.middle).not.toBe('');
        },
      ),
    ));
});
