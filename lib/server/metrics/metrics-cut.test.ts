import { expect, it } from 'vitest';
import { cutMetrics } from './metrics-cut';

const TEXT = [
  '# HELP eni_atlas_vswitch_free_addresses Free',
  'eni_atlas_vswitch_free_addresses{account="prod",region="cn-hangzhou",vswitch="vsw-1"} 3',
  'eni_atlas_vswitch_free_addresses{account="prod",region="cn-beijing",vswitch="vsw-2"} 4',
  'eni_atlas_vswitch_free_addresses{account="lab \\"x\\"",region="cn-hangzhou",vswitch="vsw-3"} 5',
  'eni_atlas_retry_budget{account="prod"} 100',
  'eni_atlas_in_flight{action="A",region="cn-hangzhou"} 1',
  'process_cpu_seconds_total 7',
  '',
].join('\n');
const left = (accounts: string[], regions: string[]) =>
  [...cutMetrics(TEXT, { accounts, regions }).matchAll(/^\w.* (\d+)$/gm)].map(([, value]) => Number(value));

it.each([
  [['*'], ['*'], [3, 4, 5, 100, 1, 7]],
  [['prod'], ['*'], [3, 4, 100, 7]],
  [['prod'], ['cn-hangzhou'], [3, 100, 7]],
  [['*'], ['cn-hangzhou'], [3, 5, 100, 1, 7]],
  [['nobody'], ['cn-hangzhou'], [7]],
])('leaves to a token of %j × %j what is of those', (accounts, regions, values) => {
  expect(left(accounts, regions)).toEqual(values);
});
