import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDiscoveries, discoveryOf } from './ipam-discoveries';

describe('asDiscoveries', () => {
  it('reads back every list of discoveries, one for an account', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9 -]{0,8}[a-z0-9]$/);
    const entry = fc.record({
      account: fc.option(word),
      id: fc.stringMatching(/^ipam-res-disco-[a-z0-9]{1,12}$/),
      region: fc.option(fc.constantFrom('cn-hangzhou', 'ap-southeast-1')),
    });
    const list = fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector: ({ account }) => account });
    const text = ({ account, id, region }: { account: string | null; id: string; region: string | null }) =>
      `${account === null ? '' : `${account}=`}${id}${region === null ? '' : `@${region}`}`;
    fc.assert(
      fc.property(list, (entries) => {
        expect(asDiscoveries(entries.map(text).join(', '))).toEqual(entries);
      }),
    );
  });

  it.each(['', 'ipam-1', 'a=ipam-res-disco-1,a=ipam-res-disco-2', 'ipam-res-disco-1@', 'ipam-res-disco-1,,'])(
    'refuses %j',
    (text) => expect(asDiscoveries(text)).toBeUndefined(),
  );

  it('takes an account’s own discovery before the one of all', () => {
    const all = asDiscoveries('ipam-res-disco-1,b=ipam-res-disco-2@cn-beijing') ?? [];
    expect(discoveryOf('a', all)?.id).toBe('ipam-res-disco-1');
    expect(discoveryOf('b', all)).toEqual({ account: 'b', id: 'ipam-res-disco-2', region: 'cn-beijing' });
    expect(discoveryOf('a', [])).toBeNull();
  });
});
