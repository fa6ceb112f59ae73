import { expect, test } from 'vitest';
import { Params } from './params';

const FORM = 'application/x-www-form-urlencoded';

test('arrays come in the order of their numbers, gaps and all', () => {
  const params = Params.from('/?Id.10=c&Id.2=b&Id.1=a&Idx.1=no&Id.x=no', '', '');
  expect(params.list('Id', 100)).toEqual(['a', 'b', 'c']);
  expect(() => params.list('Id', 2)).toThrow('Id');
});

test('a form body counts like the query', () => {
  expect(Params.from('/?A=1', `${FORM};charset=utf-8`, 'B=%E4%B8%AD').text('B')).toBe('中');
  expect(Params.from('/?A=1', 'text/plain', 'B=2').text('B')).toBeNull();
});

test('a tag key alone means any value; a value alone is an error', () => {
  const tags = Params.from('/?Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=team', '', '').tags();
  expect(tags).toEqual([
    { key: 'env', value: 'prod' },
    { key: 'team', value: null },
  ]);
  expect(() => Params.from('/?Tag.1.Value=prod', '', '').tags()).toThrow();
});

test.each(['1.5', 'ten', '1e3', '9999999999'])('%s is no integer', (text) => {
  expect(() => Params.from(`/?MaxResults=${text}`, '', '').integer('MaxResults')).toThrow('MaxResults');
});
