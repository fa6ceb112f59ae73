import { expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { eniWishes, idWishes, termIds } from './name-wishes';

const enis = [
  eniWith({ id: 'eni-1', account: 'prod', region: 'cn-hangzhou', vpcId: 'vpc-1', instanceId: 'i-1' }),
  eniWith({
    id: 'eni-2',
    account: 'staging',
    region: 'cn-beijing',
    vpcId: 'vpc-2',
    securityGroupIds: ['sg-1', 'sg-2'],
  }),
];
const term = (key: 'vpc' | 'sg' | 'status', ...values: string[]) => ({ key, negated: false, values });
const said = (wishes: { account: string; region: string; id: string }[]) =>
  wishes.map(({ account, region, id }) => `${account}/${region}/${id}`);

it('wishes for the kinds that are on the screen, where the ENI is', () => {
  expect(said(eniWishes(enis, ['vpc', 'sg']))).toEqual([
    'prod/cn-hangzhou/vpc-1',
    'staging/cn-beijing/vpc-2',
    'staging/cn-beijing/sg-1',
    'staging/cn-beijing/sg-2',
  ]);
  expect(said(eniWishes(enis, ['instance']))).toEqual(['prod/cn-hangzhou/i-1']);
});

it('names what chips spell out, of filters whose values are ids of what has a name', () =>
  expect(termIds([term('vpc', 'vpc-8', 'vpc-9', 'vpc-10', 'vpc-11'), term('status', 'InUse')])).toEqual([
    'vpc-8',
    'vpc-9',
    'vpc-10',
  ]));

it('asks for ids in the one place of the scope, whatever is loaded', () =>
  expect(
    said(
      idWishes(['vpc-8', 'eni-1', 'vpc-8'], {
        scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
        enis: [],
      }),
    ),
  ).toEqual(['prod/cn-hangzhou/vpc-8']));

it('asks where the rows say that an id is in a scope of several places', () =>
  expect(
    said(
      idWishes(['vpc-2', 'vpc-none', 'sg-2'], {
        scope: { accounts: ['prod', 'staging'], regions: ['cn-hangzhou', 'cn-beijing'] },
        enis,
      }),
    ),
  ).toEqual(['staging/cn-beijing/vpc-2', 'staging/cn-beijing/sg-2']));

it('asks for nothing before the scope is known', () =>
  expect(idWishes(['vpc-1'], { scope: { accounts: [], regions: [] }, enis })).toEqual([]));
