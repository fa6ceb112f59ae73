import { expect, it } from 'vitest';
import { toRow } from './eni-row';
import { toEni } from './normalise';

const eni =
  toEni(
    { NetworkInterfaceId: 'eni-1', NetworkInterfaceName: '结算', Type: 'Trunk' },
    'prod',
    'cn-hangzhou',
  ) ?? expect.unreachable();

it('is the ENI that it was made of, for whoever looks at it and in the store that replicas share', () => {
  const row = toRow(eni);
  expect(row).toMatchObject({ account: 'prod', region: 'cn-hangzhou', id: 'eni-1', type: 'Trunk' });
  expect(row.eni).toEqual(eni);
  expect(row.eni).toBe(row.eni);
  expect(JSON.parse(JSON.stringify([row]))).toEqual([eni]);
});
