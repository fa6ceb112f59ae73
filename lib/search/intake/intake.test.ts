import { describe, expect, it } from 'vitest';
import { toEniQueryString } from '../params';
import { readIntake } from './intake';

const said = (text: string) =>
  readIntake(text).map(
    ({ as, term }) => `${as} ${toEniQueryString({ accounts: [], regions: [], terms: [term] })}`,
  );

describe('readIntake', () => {
  it.each([
    ['10.24.3.7', ['ipv4 ip=10.24.3.7', 'block ip=10.24.3.0/24', 'words q=10.24.3.7']],
    [' 10.0.0.9/16 ', ['ipv4 ip=10.0.0.9', 'block ip=10.0.0.0/16', 'words q=10.0.0.9/16']],
    ['10.0.0.0/16', ['cidr ip=10.0.0.0/16', 'words q=10.0.0.0/16']],
    ['2408:4005:0::1', ['ipv6 ip=2408:4005::1', 'block ip=2408:4005::/64', 'words q=2408:4005:0::1']],
    ['00-16-3E-0A-1B-2C', ['mac mac=00:16:3e:0a:1b:2c', 'words q=00-16-3E-0A-1B-2C']],
    ['eni-bp1grv', ['id eni=eni-bp1grv', 'words q=eni-bp1grv']],
    ['vsw-BP1', ['id vswitch=vsw-bp1', 'words q=vsw-BP1']],
    ['i-bp17au3bn9q', ['id instance=i-bp17au3bn9q', 'words q=i-bp17au3bn9q']],
    ['cn-hangzhou-h', ['id zone=cn-hangzhou-h', 'words q=cn-hangzhou-h']],
    ['ap-southeast-1a', ['id zone=ap-southeast-1a', 'words q=ap-southeast-1a']],
    [
      '支付网关',
      ['words q=%E6%94%AF%E4%BB%98%E7%BD%91%E5%85%B3', 'name name=%E6%94%AF%E4%BB%98%E7%BD%91%E5%85%B3%2A'],
    ],
    ['http://10.0.0.7:443/x', ['ipv4 ip=10.0.0.7', 'block ip=10.0.0.0/24', 'words q=http://10.0.0.7:443/x']],
    ['eip-bp1x', ['id any=eip-bp1x', 'words q=eip-bp1x']],
    ['web node', ['words q=web%20node', 'name name=web%20node%2A']],
    ['010.0.0.1', ['words q=010.0.0.1', 'name name=010.0.0.1%2A']],
    ['', []],
    ['   ', []],
  ])('%j reads as %j', (text, readings) => expect(said(text)).toEqual(readings));

  it.each([
    ['status:available', 'term status=Available'],
    ['Status=InUse,Attaching', 'term status=InUse,Attaching'],
    ['-vpc:vpc-x', 'term -vpc=vpc-x'],
    ['vpc!=vpc-x', 'term -vpc=vpc-x'],
    ['!zone:cn-hangzhou-h', 'term -zone=cn-hangzhou-h'],
    ['tag:env=prod', 'term tag=env:prod'],
    ['tag:env:prod', 'term tag=env:prod'],
    ['tag:env', 'term tag=env'],
    ['ip:10.0.0.0/8', 'term ip=10.0.0.0/8'],
    ['ips:>10', 'term ips=%3E10'],
    ['deleteonrelease:false', 'term deleteOnRelease=false'],
    ['created:<30d', 'term created=%3C30d'],
    ['eip:true', 'term eip=true'],
    ['name:web-*', 'term name=web-%2A'],
  ])('%j is the filter %s', (text, term) => expect(said(text)).toEqual([term]));

  it('takes what a ticket holds before the filter that its first word is', () =>
    expect(said('Description: 10.0.0.1 and 10.0.0.2 are down')).toEqual([
      'list ip=10.0.0.1,10.0.0.2',
      'term description=10.0.0.1%20and%2010.0.0.2%20are%20down',
    ]));

  it('keeps what a key has no room for', () => {
    const values = Array.from({ length: 1002 }, (_, at) => `10.0.${at >> 8}.${at & 255}`);
    const [only] = readIntake(`ip:${values.join()}`);
    expect(only?.term.values).toHaveLength(1000);
    expect(only?.paste?.rest).toEqual(values.slice(1000));
  });

  it('leaves a key with a value that it cannot hold to the words', () =>
    expect(said('ip:banana')[0]).toBe('words q=ip:banana'));

  it('takes a pasted list of any separators, and says what it left out', () => {
    const [first] = readIntake('10.0.0.1, 10.0.0.2;10.0.0.2\n10.0.0.3 | nonsense');
    expect(first).toEqual({
      as: 'list',
      term: { key: 'ip', negated: false, values: ['10.0.0.1', '10.0.0.2', '10.0.0.3'] },
      skipped: 0,
      paste: {
        forms: [['ipv4', 3]],
        again: 1,
        unread: ['nonsense'],
        beside: [{ at: 3, text: 'nonsense' }],
        rest: [],
      },
    });
  });

  it('gives a mixed list a reading for all of it, then one for each kind', () =>
    expect(said('eni-a1 eni-b2 eni-c3 10.0.0.1 10.0.0.2')).toEqual([
      'mixed any=eni-a1,eni-b2,eni-c3,10.0.0.1,10.0.0.2',
      'list eni=eni-a1,eni-b2,eni-c3',
      'list ip=10.0.0.1,10.0.0.2',
    ]));

  it('keeps the first 1,000 of a longer list', () => {
    const pasted = Array.from({ length: 1200 }, (_, at) => `eni-${at}`).join('\n');
    const [first] = readIntake(pasted);
    expect(first?.term.values).toHaveLength(1000);
    expect(first?.skipped).toBe(200);
    expect(first?.paste?.rest).toHaveLength(200);
    expect(first?.paste?.rest.at(-1)).toBe('eni-1199');
  });

  it('gives a reading for each kind that a mixed list holds, the largest first, and counts what it leaves out', () => {
    const readings = readIntake('10.0.0.5, eni-bp1a; 2408::1 junk!! 10.10.0.0/16');
    expect(readings.map(({ term, skipped }) => `${term.key} ${term.values.join()} ${skipped}`)).toEqual([
      'any 10.0.0.5,eni-bp1a,2408::1,10.10.0.0/16 0',
      'ip 10.0.0.5,2408::1,10.10.0.0/16 1',
      'eni eni-bp1a 3',
    ]);
  });
});
