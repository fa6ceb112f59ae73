import { expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import en from '@/lib/i18n/en.json';
import { FILTER_KEYS } from '@/lib/search/filters';
import { runSteps } from '@/lib/steps/run-steps';
import { intakeOptions, intakeSteps } from './intake-options';

const enis = [
  eniWith({ id: 'eni-1', name: 'status-page', privateIpAddress: '10.0.0.7' }),
  eniWith({ id: 'eni-2', privateIpAddress: '10.0.0.8' }),
];
const offered = (text: string) =>
  runSteps(intakeSteps(text, enis, (key) => en.filter[key], 0)).options.map((option) =>
    option.section === 'startFilter'
      ? `filter ${option.key}`
      : option.section === 'phrase'
        ? `phrase ${option.terms.map(({ key, values }) => `${key}=${values.join()}`).join(' ')} ${option.count}`
        : `${option.section} ${option.term.key}=${option.term.values.join()} ${option.count}`,
  );

it('counts the loaded rows of each reading', () =>
  expect(offered('10.0.0.7')).toEqual([
    'readsAs ip=10.0.0.7 1',
    'readsAs ip=10.0.0.0/24 2',
    'readsAs q=10.0.0.7 1',
  ]));
it('offers values and filters beside words', () =>
  expect(offered('stat')).toEqual([
    'readsAs q=stat 1',
    'readsAs name=stat* 1',
    'loadedValues name=status-page 1',
    'filter status',
  ]));
it('begins a filter where its name is followed by a colon', () =>
  expect(offered('VPC:')).toEqual(['filter vpc']));
it('offers every filter for an empty field', () => expect(offered('').length).toBe(FILTER_KEYS.length));
it('says at once how a text reads, and counts nothing', () =>
  expect(
    intakeOptions('10.0.0.7', (key) => en.filter[key]).map((option) => 'count' in option && option.count),
  ).toEqual([null, null, null]));
it('offers values of the first rows where there are very many, and does not pass them off as counted', () => {
  const many = Array.from({ length: 10_001 }, (_, at) => eniWith({ id: `eni-${at}`, name: `node-${at}` }));
  const valuesOf = (text: string) =>
    runSteps(intakeSteps(text, many, (key) => en.filter[key], 0)).options.flatMap((option) =>
      option.section === 'loadedValues' ? [[option.term.values.join(), option.count]] : [],
    );
  expect(valuesOf('node-9999')).toEqual([['node-9999', null]]);
  expect(valuesOf('node-10000')).toEqual([]);
});
it('takes plain words as the filters that they say first, and as words after', () => {
  expect(offered('in use with EIP').slice(0, 2)).toEqual([
    'phrase status=InUse eip=true 0',
    'readsAs q=in use with EIP 0',
  ]);
  expect(intakeOptions('闲置超过30天', (key) => en.filter[key])[0]).toMatchObject({
    section: 'phrase',
    terms: [{ key: 'status' }, { key: 'created', values: ['>30d'] }],
  });
});
