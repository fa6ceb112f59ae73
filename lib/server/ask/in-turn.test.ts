import { describe, expect, it } from 'vitest';
import { atMost } from './at-most';
import { inTurn } from './in-turn';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('inTurn', () => {
  it('gives what work gives, in its order, however late it is taken', async () => {
    const taken: number[] = [];
    const all = inTurn<number>(async (give) => {
      give(1);
      give(2);
      await tick();
      give(3);
    });
    for await (const each of all) {
      taken.push(each);
      await tick();
      await tick();
    }
    expect(taken).toEqual([1, 2, 3]);
  });

  it('gives what came before work failed, and then fails as it did', async () => {
    const taken: number[] = [];
    const failing = async () => {
      for await (const each of inTurn<number>(async (give) => {
        give(1);
        throw new Error('no more');
      }))
        taken.push(each);
    };
    await expect(failing()).rejects.toThrow('no more');
    expect(taken).toEqual([1]);
  });
});

describe('atMost', () => {
  it('does everything, in order, and never more at once', async () => {
    const begun: number[] = [];
    let underWay = 0;
    let most = 0;
    await atMost(3, [1, 2, 3, 4, 5, 6, 7], async (each) => {
      begun.push(each);
      most = Math.max(most, ++underWay);
      await tick();
      underWay--;
    });
    expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('begins nothing more once something has failed', async () => {
    const begun: number[] = [];
    const failing = atMost(1, [1, 2, 3], async (each) => {
      begun.push(each);
      if (each === 2) throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(begun).toEqual([1, 2]);
  });
});
