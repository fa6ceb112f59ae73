import { expect, it } from 'vitest';
import { regionName, shortName } from './region-name';

it.each([
  ['China (Hangzhou)', 'Hangzhou'],
  ['华东1（杭州）', '杭州'],
  ['Singapore', 'Singapore'],
])('%s is %s for short', (name, short) => expect(shortName(name)).toBe(short));

it('knows the name of a region in both languages, and none of an unknown one', () => {
  expect(regionName('cn-beijing', 'en')).toBe('Beijing');
  expect(regionName('cn-beijing', 'zh-CN')).toBe('北京');
  expect(regionName('xx-nowhere', 'en')).toBeNull();
});
