import { expect, it } from 'vitest';
import type { VSwitch } from '@/lib/eni/vswitch';
import { distinctVSwitches } from './vswitches';

const listed = (account: string, region: string, id: string, shared: boolean) =>
  ({ account, region, id, shared }) as VSwitch;

it('takes a vSwitch that several accounts list once, as its owner lists it', () => {
  const all = [
    listed('dev', 'cn-hangzhou', 'vsw-1', true),
    listed('prod', 'cn-hangzhou', 'vsw-1', false),
    listed('test', 'cn-hangzhou', 'vsw-1', true),
    listed('dev', 'cn-hangzhou', 'vsw-2', true),
    listed('dev', 'cn-beijing', 'vsw-1', false),
  ];
  expect(distinctVSwitches(all).map(({ account, region, id }) => `${account} ${region} ${id}`)).toEqual([
    'prod cn-hangzhou vsw-1',
    'dev cn-hangzhou vsw-2',
    'dev cn-beijing vsw-1',
  ]);
});
