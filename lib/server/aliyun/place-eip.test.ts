import { describe, expect, it } from 'vitest';
import { type Eni, eipsOf } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import { cellOf } from '@/lib/export/export-columns';
import { rowsOf } from '@/lib/export/rows';
import { keepOf } from '@/lib/search/keep';
import { EMPTY_SEARCH } from '@/lib/search/search';
import { toEni } from './normalise';

const EIP = { PublicIpAddress: '47.1.1.1', AllocationId: 'eip-1' };
const at = (PrivateIpAddress: string, Primary: boolean, AssociatedPublicIp?: unknown) => ({
  PrivateIpAddress,
  Primary,
  ...(AssociatedPublicIp !== undefined && { AssociatedPublicIp }),
});
const eniOf = (eip: unknown, ...ips: unknown[]) =>
  toEni(
    {
      NetworkInterfaceId: 'eni-1',
      AssociatedPublicIp: eip,
      PrivateIpSets: { PrivateIpSet: ips },
    },
    'prod',
    'cn-hangzhou',
  ) as Eni;
const boundOf = (eni: Eni) =>
  addressesOf(eni).map(({ address, eip, allocationId }) => [address, eip, allocationId]);

describe('an EIP at ENI level', () => {
  const alone = eniOf(EIP, at('10.0.0.1', true), at('10.0.0.2', false));

  it('is the primary address’s where it stands there alone, with its allocation id', () =>
    expect(boundOf(alone)).toEqual([
      ['10.0.0.1', '47.1.1.1', 'eip-1'],
      ['10.0.0.2', null, null],
    ]));

  it.each(['eip-1', '47.1.1.1'])('is found by %s', (value) => {
    const terms = [{ key: 'any' as const, negated: false, values: [value] }];
    expect(keepOf({ ...EMPTY_SEARCH, terms }, 0)(alone)).toBe(true);
  });

  it('stands in one row of the export of addresses', () =>
    expect(rowsOf([alone], 'address').map((row) => cellOf('eip', row))).toEqual(['47.1.1.1', null]));

  it('is left with the address that names it, which learns the allocation id', () =>
    expect(
      boundOf(eniOf(EIP, at('10.0.0.1', true), at('10.0.0.2', false, { PublicIpAddress: '47.1.1.1' }))),
    ).toEqual([
      ['10.0.0.1', null, null],
      ['10.0.0.2', '47.1.1.1', 'eip-1'],
    ]));

  it.each([
    ['the primary address has another', eniOf(EIP, at('10.0.0.1', true, { PublicIpAddress: '47.9.9.9' }))],
    ['there is no address', eniOf(EIP)],
  ])('is kept whole where %s', (_, eni) => {
    expect(eipsOf(eni)).toContain('47.1.1.1');
    expect(eni.other).toEqual({ AssociatedPublicIp: EIP });
  });

  it('gives its allocation id where that is all there is of it', () =>
    expect(boundOf(eniOf({ AllocationId: 'eip-1' }, at('10.0.0.1', true)))).toEqual([
      ['10.0.0.1', null, 'eip-1'],
    ]));
});
