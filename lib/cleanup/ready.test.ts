import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { judge, objectionsTo } from './ready';

const idle = (fields: Partial<Eni> = {}) =>
  eniWith({
    id: 'eni-1',
    status: 'Available',
    type: 'Secondary',
    serviceManaged: false,
    privateIpAddress: '10.0.0.9',
    privateIps: [privateIp('10.0.0.9', { primary: true })],
    ...fields,
  });
const whys = (fields: Partial<Eni>, was: string | null = 'Available') =>
  objectionsTo(idle(fields), was).map(({ why }) => why);

describe('what speaks against a release', () => {
  it('is nothing for an idle ENI', () => expect(objectionsTo(idle(), 'Available')).toEqual([]));

  it.each<[Partial<Eni>, string[]]>([
    [{ status: 'InUse', instanceId: 'i-1' }, ['status']],
    [{ status: 'Attaching' }, ['status']],
    [{ status: null }, ['status']],
    [{ instanceId: 'i-1' }, ['attached']],
    [
      {
        attachment: {
          instanceId: 'i-1',
          deviceIndex: 1,
          networkCardIndex: null,
          trunkNetworkInterfaceId: null,
        },
      },
      ['attached'],
    ],
    [{ type: 'Primary' }, ['type']],
    [{ publicIp: '47.1.1.1' }, ['eip']],
    [{ privateIps: [privateIp('10.0.0.9', { publicIp: '47.1.1.1' })] }, ['eip']],
    [{ serviceManaged: true, description: 'NAT_GATEWAY' }, ['managed']],
    [{ serviceManaged: null }, ['managedUnknown']],
    [{ tags: [{ key: 'creator', value: 'terway' }] }, ['controller']],
    [{ tags: [{ key: 'ack.aliyun.com', value: 'c1' }] }, ['controller']],
    [{ description: 'interface create by terway' }, ['controller']],
    [{ tags: [{ key: 'cilium-eni-index', value: '1' }] }, ['owned']],
    [{ name: 'fc-eni' }, ['owned']],
    [{ type: 'Member' }, ['trunk']],
    [{ privateIps: [privateIp('172.17.**.**')] }, ['masked']],
    [
      { status: 'InUse', publicIp: '47.1.1.1', tags: [{ key: 'creator', value: 'terway' }] },
      ['controller', 'status', 'eip'],
    ],
  ])('%j: %j', (fields, expected) => expect(whys(fields)).toEqual(expected));

  it('says what the status was when it was put aside', () =>
    expect(objectionsTo(idle({ status: 'Attaching' }), 'Available')).toEqual([
      { why: 'status', status: 'Attaching', was: 'Available' },
    ]));
});

describe('judge', () => {
  const item = (id: string, isWanted = true) => ({ id, status: 'Available', isWanted, at: '' });

  it('puts each item in one of both, and never takes what could not be read for gone', () => {
    const reading = {
      enis: new Map([
        ['eni-1', idle()],
        ['eni-2', idle({ id: 'eni-2', status: 'InUse' })],
      ]),
      unread: new Map([['eni-3', 'upstream_timeout' as const]]),
    };
    const items = ['eni-1', 'eni-2', 'eni-3', 'eni-4'].map((id) => item(id));
    const { ready, leftOut } = judge(items, reading);
    expect(ready.map(({ eni }) => eni.id)).toEqual(['eni-1']);
    expect(leftOut.map((each) => [each.item.id, each.reasons[0]?.why])).toEqual([
      ['eni-2', 'status'],
      ['eni-3', 'unread'],
      ['eni-4', 'gone'],
    ]);
  });

  it('keeps what was unchecked among what can go', () =>
    expect(
      judge([item('eni-1', false)], { enis: new Map([['eni-1', idle()]]), unread: new Map() }).ready,
    ).toMatchObject([{ isWanted: false }]));
});
