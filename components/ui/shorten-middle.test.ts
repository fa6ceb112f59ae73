import { expect, it } from 'vitest';
import { shortenMiddle } from './shorten-middle';

it.each([
  ['eni-bp1grvr8ol2qtku2qfzw', 'eni-bp1grv…qfzw'],
  ['i-bp17au3bn9qkz2o1nkd6', 'i-bp17au…nkd6'],
  ['vsw-1', 'vsw-1'],
  ['sg-bp1c0zxl9cd', 'sg-bp1c0zxl9cd'],
  ['averyverylongname-without-form', 'averyv…form'],
])('%s is shown as %s', (id, shown) => expect(shortenMiddle(id)).toBe(shown));
