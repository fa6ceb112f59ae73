import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from './beside';
import { readPaste } from './paste';

const valuesOf = (text: string) => readPaste(text).items.map(({ value }) => value);

describe('readPaste', () => {
  it('reads what a ticket holds, and lists the words around it', () => {
    const paste = readPaste(
      '请检查这些地址：10.0.0.7、10.0.0.7:443;http://10.0.0.8/health\n[2408:4005::1]:80\t00-16-3E-0A-1B-2C | "i-bp1x" (ENI-BP1Y), please',
    );
    expect(paste.items.map(({ value }) => value)).toEqual([
      '10.0.0.7',
      '10.0.0.8',
      '2408:4005::1',
      '00:16:3e:0a:1b:2c',
      'i-bp1x',
      'eni-bp1y',
    ]);
    expect(paste.again).toBe(1);
    expect(paste.unread).toEqual(['请检查这些地址', 'please']);
    expect(Object.fromEntries(paste.forms)).toEqual({ ipv4: 2, ipv6: 1, mac: 1, instance: 1, eni: 1 });
  });

  it.each([
    ['“10.0.0.7”，【10.0.0.8】！', '10.0.0.7 10.0.0.8', ''],
    ['src=10.0.0.7 dst=10.0.0.8? no!', '10.0.0.7 10.0.0.8', 'no!'],
    ['IP:10.0.0.7 MAC:00:16:3e:0a:1b:2c', '10.0.0.7 00:16:3e:0a:1b:2c', ''],
    ['10.0.0.7/10.0.0.8 eni-1x/web', '10.0.0.7 10.0.0.8 eni-1x', 'web'],
    ['acs:ecs:cn-hangzhou:1:eni/eni-bp1x', 'eni-bp1x', 'acs:ecs:cn-hangzhou:1:eni'],
    ['fe80::1%eth0 2408:: host:2408::7', 'fe80::1 2408:: 2408::7', ''],
    ['i-think 10.0.0.7', '10.0.0.7', 'i-think'],
    // A text of uncertain form is reported as not read.
    ['10.0.0.0/33 10.0.0.9-10.0.0.300 fe80:::1 eni-bp1* 172.17.**.** 00:16:3e:12:**:**', '', null],
  ])('%j holds %j', (text, items, unread) => {
    expect(valuesOf(text).join(' ')).toBe(items);
    expect(readPaste(text).unread.join(' ')).toBe(unread ?? text);
  });

  it('finds every item whatever parts them, each once', () => {
    // 255.255.0.0 is no host's address.
    const host = fc.ipV4().filter((ip) => !/^(0|255)\./.test(ip));
    const item = fc.oneof(
      host,
      fc.tuple(host, fc.integer({ min: 8, max: 31 })).map(([ip, length]) => `${ip}/${length}`),
      fc.stringMatching(/^(eni|vsw|vpc|sg)-[a-z0-9]{4,20}$/),
      fc.stringMatching(/^i-[0-9][a-z0-9]{4,20}$/),
    );
    const separator = fc.constantFrom(' ', ',', ';', '\n', '\t', ' | ', '，', '、', '", "', ') (');
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 40 }),
        fc.array(separator),
        (items, separators) => {
          const text = items
            .map((each, at) => `${each}${separators[at % (separators.length || 1)] ?? ' '}`)
            .join('');
          const alone = [...new Set(items.flatMap((each) => valuesOf(each)))];
          expect(valuesOf(text)).toEqual(alone);
          expect(readPaste(text).unread).toEqual([]);
        },
      ),
    );
  });

  it('counts every piece: read, come again, or listed as not read', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('10.0.0.1', '10.0.0.2', 'eni-1x', 'foo', 'bar!', '999.1.1.1')),
        (pieces) => {
          const { items, again, unread } = readPaste(pieces.join(' '));
          const read = pieces.filter((piece) => /^(10|eni)/.test(piece)).length;
          expect(items.length + again).toBe(read);
          const words = unread.flatMap((phrase) => phrase.split(' '));
          expect(new Set(words)).toEqual(new Set(pieces.filter((piece) => !/^(10|eni)/.test(piece))));
        },
      ),
    ));

  it.each([
    ['10.0.0.7\npay-gw (old)\n10.24.300.7', ['10.0.0.7', '*pay-gw (old)', '*10.24.300.7']],
    ['worker-bj-12, 10.0.0.7, 支付网关-生产-07', ['*worker-bj-12', '10.0.0.7', '*支付网关-生产-07']],
    [
      'Hi all,\nplease check 10.0.0.7 and worker-1 worker-2',
      ['*Hi all', '*please check', '10.0.0.7', '*and', '*worker-1', '*worker-2'],
    ],
    ['["10.0.0.7", "web-1"]', ['10.0.0.7', '*web-1']],
  ])('keeps %j in its order, with what was not read at its place', (text, list) => {
    const { items, beside } = readPaste(text);
    const whole = inOrder(
      items.map(({ value }) => value),
      beside,
    );
    expect(whole.map(({ text: piece, isValue }) => (isValue ? piece : `*${piece}`))).toEqual(list);
  });
});
