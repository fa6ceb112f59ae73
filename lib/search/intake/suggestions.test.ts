import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { runSteps } from '@/lib/steps/run-steps';
import { suggestValues, valueCounts } from './suggestions';

const suggest = (...options: Parameters<typeof suggestValues>) => runSteps(suggestValues(...options));

const enis = [
  eniWith({
    id: 'eni-1',
    name: 'web-a',
    status: 'InUse',
    tags: [{ key: 'env', value: 'prod' }],
    serviceManaged: true,
  }),
  eniWith({ id: 'eni-2', name: 'web-b', status: 'InUse', tags: [{ key: 'env', value: 'prod' }] }),
  eniWith({ id: 'eni-3', name: 'a*b,c', status: 'Available', tags: [{ key: 'k8s:app', value: '' }] }),
];
const counts = (key: Parameters<typeof valueCounts>[0]) =>
  valueCounts(key, enis).map(({ value, count }) => [value, count]);

describe('valueCounts', () => {
  it('counts words, the most frequent first', () =>
    expect(counts('status')).toEqual([
      ['InUse', 2],
      ['Available', 1],
    ]));
  it('spells names so that they find themselves', () => {
    expect(counts('name')[0]).toEqual(['a\\*b\\,c', 1]);
    expect(valueCounts('name', enis)[0]?.text).toBe('a*b,c');
  });
  it('spells tags as key and value, the colon of a key escaped', () =>
    expect(counts('tag')).toEqual([
      ['env:prod', 2],
      ['k8s\\:app', 1],
    ]));
  it('counts what is known of a yes or no', () => expect(counts('managed')).toEqual([['true', 1]]));
  it('has nothing to offer for words and dates', () => {
    expect(counts('q')).toEqual([]);
    expect(counts('created')).toEqual([]);
  });
});

describe('suggestValues', () => {
  it('finds values of any key, those that begin with the text first', () =>
    expect(suggest('web', enis).map(({ key, value }) => `${key}=${value}`)).toEqual([
      'name=web-a',
      'name=web-b',
    ]));
  it('finds inside values too', () => expect(suggest('prod', enis)[0]?.value).toBe('env:prod'));
  it('finds an id by the name of what it is of', () => {
    const rows = [eniWith({ id: 'eni-1', vpcId: 'vpc-1', vSwitchId: 'vsw-1', instanceId: 'i-1' })];
    const names = new Map([
      ['vpc-1', 'Core-生产'],
      ['i-1', 'web-core'],
    ]);
    const found = suggest('core', rows, (id) => names.get(id) ?? null);
    expect(found.map(({ key, value }) => `${key}=${value}`)).toEqual(['vpc=vpc-1', 'instance=i-1']);
    expect(suggest('core', rows)).toEqual([]);
  });
  it('waits for two characters', () => expect(suggest('w', enis)).toEqual([]));
});
