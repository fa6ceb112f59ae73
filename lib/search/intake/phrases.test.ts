import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhrase } from './phrases';

const said = (text: string) => readPhrase(text)?.map(({ key, values }) => `${key}=${values.join()}`) ?? null;

describe('readPhrase', () => {
  it.each([
    ['idle older than 30 days', ['status=Available', 'created=>30d']],
    ['Idle for more than a week', ['status=Available', 'created=>1w']],
    ['available ENIs created more than 3 months ago', ['status=Available', 'created=>90d']],
    ['available', ['status=Available']],
    ['in use', ['status=InUse']],
    ['in use, without EIP', ['status=InUse', 'eip=false']],
    ['with a public IP and no IPv6', ['eip=true', 'ipv6=false']],
    ['created in the last 24 hours', ['created=<24h']],
    ['newer than 7d', ['created=<7d']],
    ['service-managed', ['managed=true']],
    ['unused and not managed', ['status=Available', 'managed=false']],
    ['with prefixes, kept on release', ['prefix=true', 'deleteOnRelease=false']],
    ['闲置超过30天', ['status=Available', 'created=>30d']],
    ['闲置超过 30 天的弹性网卡', ['status=Available', 'created=>30d']],
    ['闲置三十天以上', ['status=Available', 'created=>30d']],
    ['可用', ['status=Available']],
    ['使用中且没有EIP', ['status=InUse', 'eip=false']],
    ['最近7天创建的网卡', ['created=<7d']],
    ['两周内创建', ['created=<2w']],
    ['超过半年', ['created=>183d']],
    ['创建超过十二个月', ['created=>360d']],
    ['有公网IP，非托管', ['eip=true', 'managed=false']],
    ['不随实例释放', ['deleteOnRelease=false']],
  ])('%s', (text, terms) => expect(said(text)).toEqual(terms));

  it.each([
    'availability',
    'idle-node-07',
    'payment gateway',
    'older than dirt',
    'older than 0 days',
    'no security group',
    'available in use',
    'the ENIs',
    '闲置机房',
    '可用区',
    '10.0.0.7',
    '',
  ])('understands nothing of %j', (text) => expect(said(text)).toBeNull());

  it('takes any text, and says only what a URL can', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('idle', 'older than', '30', 'days', '超过', '天', '闲置', 'no', 'EIP', ' ', 'x'),
        ),
        (words) => {
          const terms = readPhrase(words.join(''));
          for (const { values } of terms ?? []) expect(values).toHaveLength(1);
        },
      ),
    ));
});
