import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { randomEnis } from '@/lib/search/random-eni.test-kit';
import { runSteps } from '@/lib/steps/run-steps';
import { type EniMatch, findEnis } from './find-enis';

const all = (text: string, enis: readonly Eni[], most?: number): EniMatch[] =>
  runSteps(findEnis(text, enis, most));

const GATEWAY = eniWith({
  id: 'eni-a',
  name: '支付网关-07',
  privateIpAddress: '10.24.3.41',
  privateIps: [privateIp('10.24.3.41', { primary: true }), privateIp('10.24.3.4', { primary: false })],
  macAddress: '00:16:3e:0c:7a:41',
});
const OTHER = eniWith({ id: 'eni-b', name: 'node', privateIpAddress: '110.24.3.4', privateIps: [] });

describe('the rows that hold a text', () => {
  it('say by what they do, the whole of it before its beginning, that before its middle', () => {
    expect(all('10.24.3.4', [OTHER, GATEWAY]).map(({ eni, by, text, at }) => [eni.id, by, text, at])).toEqual(
      [
        ['eni-a', 'secondary', '10.24.3.4', 0],
        ['eni-b', 'primary', '110.24.3.4', 1],
      ],
    );
    expect(all('网关', [OTHER, GATEWAY])[0]).toMatchObject({ by: 'name', at: 2 });
    expect(all('NODE', [OTHER, GATEWAY])[0]).toMatchObject({ by: 'name' });
    expect(all('00:16:3E:0C:7A:41', [OTHER, GATEWAY])[0]).toMatchObject({ by: 'mac', at: 0 });
  });

  it('are none for one character', () => expect(all('1', [GATEWAY])).toEqual([]));

  it('are the first of all that fit, whatever the order they are found in', () =>
    fc.assert(
      fc.property(randomEnis(), fc.constantFrom('10.', 'eni-', '1', '00:16', 'a'), (enis, text) => {
        const few = all(`${text}`, enis, 3);
        expect(few).toEqual(all(text, enis, 1000).slice(0, 3));
        for (const match of few)
          expect(match.text.toLowerCase().slice(match.at, match.at + text.length)).toBe(text);
      }),
    ));

  it('are looked for in steps', () => {
    const enis = Array.from({ length: 2000 }, (_, at) => eniWith({ id: `eni-${at}` }));
    expect([...findEnis('eni-1', enis)]).toEqual([0, 500, 1000, 1500]);
  });
});
