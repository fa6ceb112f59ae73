import { describe, expect, it } from 'vitest';
import { occupancyOf } from './occupancy';
import { runRows, sortRuns } from './run-rows';

const V_SWITCH = {
  account: 'prod',
  region: 'cn-hangzhou',
  id: 'vsw-1',
  vpcId: null,
  cidrBlock: '10.0.0.0/23',
  availableIpAddressCount: null,
};
const holder = (id: string, ...ips: string[]) => ({
  account: 'prod',
  region: 'cn-hangzhou',
  id,
  name: null,
  vSwitchId: 'vsw-1',
  status: 'InUse',
  privateIpAddress: ips[0] ?? null,
  privateIps: ips.map((privateIpAddress, at) => ({ privateIpAddress, primary: at === 0 })),
  ipv4Prefixes: [],
});

function rowsWith(...enis: ReturnType<typeof holder>[]) {
  const occupancy = occupancyOf(V_SWITCH, enis);
  if (typeof occupancy === 'string') throw new Error(occupancy);
  return runRows(occupancy, enis);
}

describe('runRows', () => {
  it('says each range in the shortest way, whose it is, and how many whole blocks it has', () => {
    const rows = rowsWith(holder('eni-1', '10.0.0.5', '10.0.1.7'), holder('eni-2', '10.0.0.6'));
    expect(rows.map(({ said, state, eni, blocks }) => [said, state, eni?.id ?? null, blocks])).toEqual([
      ['10.0.0.0', 'reserved', null, 0],
      ['10.0.0.1 – .4', 'free', null, 0],
      ['10.0.0.5', 'primary', 'eni-1', 0],
      ['10.0.0.6', 'primary', 'eni-2', 0],
      ['10.0.0.7 – .1.6', 'free', null, 15],
      ['10.0.1.7', 'secondary', 'eni-1', 0],
      ['10.0.1.8 – .252', 'free', null, 14],
      ['10.0.1.253 – .255', 'reserved', null, 0],
    ]);
  });

  it('sorts by a column, without a holder last either way', () => {
    const rows = rowsWith(holder('eni-2', '10.0.0.5'), holder('eni-10', '10.0.0.6'));
    const idsBy = (descending: boolean) =>
      sortRuns(rows, { column: 'holder', descending })
        .slice(0, 3)
        .map(({ eni }) => eni?.id ?? null);
    expect(idsBy(false)).toEqual(['eni-2', 'eni-10', null]);
    expect(idsBy(true)).toEqual(['eni-10', 'eni-2', null]);
    expect(sortRuns(rows, { column: 'addresses', descending: true })[0]?.said).toBe('10.0.0.7 – .1.252');
    expect(sortRuns(rows, null)).toBe(rows);
  });
});
