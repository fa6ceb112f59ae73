import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { FoundOnce, HitBook, MOST_HITS } from './hits';
import type { AskForm, AskValue } from './values';

const value = (form: AskForm, text: string): AskValue => ({ form, value: text });
const eip = (more: Partial<Parameters<HitBook['knowEips']>[0][number]> = {}) => ({
  ipAddress: '47.96.0.1',
  allocationId: 'eip-1',
  instanceId: 'i-1',
  instanceType: 'EcsInstance',
  privateIpAddress: '10.0.0.7',
  name: null,
  ...more,
});

describe('HitBook', () => {
  it('gives an ENI once for a value, however often it comes', () => {
    const book = new HitBook([value('ipv4', '10.0.0.7')]);
    const eni = eniWith({ id: 'eni-1', privateIpAddress: '10.0.0.7' });
    book.add([eni]);
    book.add([eni]);
    expect(book.hits).toMatchObject([{ value: '10.0.0.7', way: 'primary', eni: { id: 'eni-1' }, eip: null }]);
  });

  it('carries the first ENIs of a value, and says how many have it where that is known', () => {
    const vpc = value('vpc', 'vpc-1');
    const enis = Array.from({ length: MOST_HITS + 5 }, (_, at) =>
      eniWith({ id: `eni-${at}`, vpcId: 'vpc-1' }),
    );
    const book = new HitBook([vpc]);
    book.add(enis);
    expect(book.hits).toHaveLength(MOST_HITS);
    expect(book.more(() => true)).toEqual([{ value: 'vpc-1', enis: MOST_HITS + 5 }]);
    expect(book.more(() => false)).toEqual([{ value: 'vpc-1', enis: null }]);
    book.knowTotal(vpc, 300);
    expect(book.more(() => false)).toEqual([{ value: 'vpc-1', enis: 300 }]);
  });

  it('knows by the EIP which ENI it is on, though the ENI does not show it', () => {
    const asked = [value('ipv4', '47.96.0.1'), value('allocation', 'eip-1')];
    const book = new HitBook(asked);
    book.knowEips([eip()]);
    book.add([eniWith({ id: 'eni-2', instanceId: 'i-1', privateIpAddress: '10.0.0.8' })]);
    expect(book.hits).toEqual([]);
    book.add([eniWith({ id: 'eni-1', instanceId: 'i-1', privateIpAddress: '10.0.0.7' })]);
    book.closeEips();
    expect(book.hits).toMatchObject([
      { value: '47.96.0.1', way: 'eip', eni: { id: 'eni-1' }, eip: { allocationId: 'eip-1' } },
      { value: 'eip-1', way: 'allocation', eni: { id: 'eni-1' } },
    ]);
  });

  it('tells of an EIP that is on no ENI what it is on', () => {
    const book = new HitBook([value('ipv4', '47.96.0.1')]);
    book.knowEips([eip({ instanceType: 'Nat', instanceId: 'ngw-1', privateIpAddress: null })]);
    book.closeEips();
    expect(book.hits).toMatchObject([{ way: 'eip', eni: null, eip: { instanceId: 'ngw-1' } }]);
  });

  it('keeps a name apart from an id that is written alike', () => {
    const [id, name] = [value('id', 'web'), value('name', 'web')] as const;
    const book = new HitBook([id, name]);
    book.add([eniWith({ id: 'eni-1', name: 'web' })]);
    expect([book.has(id), book.has(name)]).toEqual([false, true]);
    book.knowInstances('web', ['i-1']);
    book.add([eniWith({ id: 'eni-2', instanceId: 'i-1' })]);
    expect(book.hits.map(({ way }) => way)).toEqual(['name', 'instanceName']);
  });
});

describe('FoundOnce', () => {
  it('spares other places what one has, but no address that may be private', () => {
    const found = new FoundOnce();
    const mac = value('mac', '00:16:3e:00:00:01');
    const address = value('ipv4', '47.96.0.1');
    found.note('a', [{ value: mac.value, way: 'mac', eni: null, eip: null }]);
    found.note('a', [{ value: address.value, way: 'primary', eni: null, eip: null }]);
    expect(found.isElsewhere(mac, 'b')).toBe(true);
    expect(found.isElsewhere(mac, 'a')).toBe(false);
    expect(found.isElsewhere(address, 'b')).toBe(false);
    found.noteValues('a', [address]);
    expect(found.isElsewhere(address, 'b')).toBe(true);
  });
});
