import { expect, it } from 'vitest';
import { preferredLocale } from './locale';

it.each([
  [null, 'en'],
  ['', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['fr,zh;q=0.5,en;q=0.4', 'zh-CN'],
  ['en;q=0.1, zh;q=0.9', 'zh-CN'],
  ['zh;q=0', 'en'],
  ['fr', 'en'],
])('Accept-Language %j is answered in %s', (header, locale) => expect(preferredLocale(header)).toBe(locale));
