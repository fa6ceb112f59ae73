import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eniSchema } from '@/lib/eni/eni';
import { firstObjectText, parseLossless } from './json';
import { toEni } from './normalise';

const parse = (text: string) => parseLossless(Buffer.from(text));

const eniOf = (wire: Record<string, unknown>) => {
  const eni = toEni({ NetworkInterfaceId: 'eni-1', ...wire }, 'prod', 'cn-hangzhou');
  if (!eni) throw new Error('no row');
  return eni;
};

// The shapes N1–N22 of the API reference.
describe('toEni', () => {
  it('reads tags however they are wrapped', () => {
    expect(eniOf({ Tags: { Tag: [{ TagKey: 'env', TagValue: 'dev' }] } }).tags).toEqual([
      { key: 'env', value: 'dev' },
    ]);
    for (const none of [undefined, null, '', {}, { Tag: null }, { Tag: [] }])
      expect(eniOf({ Tags: none }).tags).toEqual([]);
  });

  it('reads a lone item as a list of one', () => {
    expect(eniOf({ Ipv6Sets: { Ipv6Set: { Ipv6Address: '2001:db8::5' } } }).ipv6Addresses).toEqual([
      { ipv6Address: '2001:db8::5', primary: null },
    ]);
    expect(eniOf({ SecurityGroupIds: { SecurityGroupId: 'sg-a' } }).securityGroupIds).toEqual(['sg-a']);
    expect(eniOf({ SecurityGroupIds: ['sg-a'] }).securityGroupIds).toEqual(['sg-a']);
  });

  it.each([[{}], [null], [{ PublicIpAddress: '' }], [{ AllocationId: 'null' }], [undefined]])(
    'sees no EIP in %j',
    (eip) => expect(eniOf({ AssociatedPublicIp: eip }).publicIp).toBeNull(),
  );

  it.each(['null', 'hide', '', null, undefined])(
    'takes %j as no id, but as a name where people wrote it',
    (value) => {
      const eni = eniOf({ InstanceId: value, NetworkInterfaceName: value });
      expect(eni.instanceId).toBeNull();
      expect(eni.name).toBe(value || null);
    },
  );

  it.each([
    ['', null],
    [null, null],
    ['4', 4],
    [4, 4],
    ['many', null],
  ])('reads the queue number %j as %j', (wire, number) =>
    expect(eniOf({ QueueNumber: wire }).queueNumber).toBe(number),
  );

  it.each([
    ['true', true],
    [true, true],
    ['false', false],
    [undefined, null],
    ['', null],
  ])('reads the flag %j as %j', (wire, flag) =>
    expect(eniOf({ ServiceManaged: wire }).serviceManaged).toBe(flag),
  );

  it('keeps 64-bit ids digit for digit', () => {
    const body = parse(
      '{"NetworkInterfaceId":"eni-1","ServiceID": 9223372036854775807,"OwnerId":1234567890123456}',
    );
    expect(toEni(body, 'a', 'r')).toMatchObject({
      serviceId: '9223372036854775807',
      ownerId: '1234567890123456',
    });
  });

  it('takes the instance of a Member from its attachment', () => {
    const eni = eniOf({
      Type: 'Member',
      Attachment: { InstanceId: 'i-a', TrunkNetworkInterfaceId: 'eni-t' },
    });
    expect(eni.instanceId).toBe('i-a');
    expect(eni.attachment).toEqual({
      instanceId: 'i-a',
      deviceIndex: null,
      networkCardIndex: null,
      trunkNetworkInterfaceId: 'eni-t',
    });
  });

  it('takes zero values of re-serialised bodies as unset', () => {
    expect(eniOf({ ServiceID: 0, Description: '', Attachment: { InstanceId: '' } })).toMatchObject({
      serviceId: null,
      description: null,
      attachment: null,
    });
  });

  it('makes the primary address the one entry where the list is missing, and marks it where no mark came', () => {
    expect(eniOf({ PrivateIpAddress: '10.0.0.5' }).privateIps).toMatchObject([
      { privateIpAddress: '10.0.0.5', primary: true },
    ]);
    const sets = { PrivateIpSet: [{ PrivateIpAddress: '10.0.0.4' }, { PrivateIpAddress: '10.0.0.5' }] };
    expect(
      eniOf({ PrivateIpAddress: '10.0.0.5', PrivateIpSets: sets }).privateIps.map((ip) => ip.primary),
    ).toEqual([false, true]);
  });

  it('shows masked values as they came', () => {
    expect(eniOf({ PrivateIpAddress: '10.0.**.**', MacAddress: '00:16:3e:XX:XX:01' })).toMatchObject({
      privateIpAddress: '10.0.**.**',
      macAddress: '00:16:3e:XX:XX:01',
    });
  });

  it('keeps words and fields that it does not know', () => {
    expect(eniOf({ Type: 'Bond9', Status: 'Frozen', Novel: { a: 1 } })).toMatchObject({
      type: 'Bond9',
      status: 'Frozen',
      other: { Novel: { a: 1 } },
    });
  });

  it.each([
    ['2026-11-01T08:00:00Z', '2026-11-01T08:00:00Z'],
    ['2026-11-01T08:00Z', '2026-11-01T08:00:00Z'],
    ['2026-11-01T16:00:00.250+08:00', '2026-11-01T16:00:00.250+08:00'],
  ])('reads the time %j as %j', (wire, time) =>
    expect(eniOf({ CreationTime: wire })).toMatchObject({ creationTime: time, other: {} }),
  );

  it.each(['junk', '2026-02-30T08:00:00Z', '2026-13-01T08:00:00Z', '2026-11-01T25:00:00Z', '2026-11-01'])(
    'keeps %j apart, as it is no time',
    (wire) =>
      expect(eniOf({ CreationTime: wire })).toMatchObject({
        creationTime: null,
        other: { CreationTime: wire },
      }),
  );

  it.each([undefined, null, '', 'null', 'hide'])('takes %j for no time at all', (wire) => {
    const { creationTime, other } = eniOf({ CreationTime: wire });
    expect([creationTime, other]).toEqual([null, {}]);
  });

  it.each([
    ['QueueNumber', 'many'],
    ['QueueNumber', 1.5],
    ['ServiceManaged', 'perhaps'],
    ['CreationTime', 7],
    ['Status', { Word: 'InUse' }],
    ['AssociatedPublicIp', '47.96.10.7'],
    ['Attachment', 'i-a'],
  ])('keeps %s apart where it is %j, as it is none', (name, wire) =>
    expect(eniOf({ [name]: wire }).other).toEqual({ [name]: wire }),
  );

  it('takes what is empty inside an object for none, as re-serialised bodies have it', () =>
    expect(
      eniOf({
        Attachment: { InstanceId: 'i-a', MemberNetworkInterfaceIds: { MemberNetworkInterfaceId: [] } },
      }).other,
    ).toEqual({}));

  it.each([
    [8, 8],
    ['8', 8],
    [1.5, null],
    ['1.5', null],
    [2 ** 53, null],
  ])('reads the number %j as %j', (wire, whole) =>
    expect(eniOf({ QueueNumber: wire }).queueNumber).toBe(whole),
  );

  it('takes a tag called __proto__ as data', () => {
    const body = parse(
      '{"NetworkInterfaceId":"eni-1","Tags":{"Tag":[{"TagKey":"__proto__","TagValue":"x"}]}}',
    );
    expect(toEni(body, 'a', 'r')?.tags).toEqual([{ key: '__proto__', value: 'x' }]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([[null], ['row'], [[]], [{}], [{ NetworkInterfaceId: '' }]])('gives nothing for %j', (wire) =>
    expect(toEni(wire, 'a', 'r')).toBeNull(),
  );

  it('never throws and always gives a valid ENI, whatever the fields hold', () => {
    const fields = Object.keys(eniOf({})).flatMap((name) => [
      name,
      name.charAt(0).toUpperCase() + name.slice(1),
    ]);
    const names = [
      ...fields,
      'NetworkInterfaceName',
      'PrivateIpSets',
      'Ipv6Sets',
      'Tags',
      'SecurityGroupIds',
      'Ipv4PrefixSets',
      'AssociatedPublicIp',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (wire) => {
        expect(() =>
          eniSchema.parse(toEni({ ...wire, NetworkInterfaceId: 'eni-1' }, 'a', 'r')),
        ).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseLossless', () => {
  it('agrees with JSON.parse on everything without long integers', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        if (!/\d{16}/.test(text)) expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('leaves digits inside strings and fractions alone', () => {
    expect(
      parse(
        '{"a":"12345678901234567890","b":-12345678901234567890,"c":1.12345678901234567890,"d":"\\"12345678901234567\\":1"}',
      ),
    ).toEqual({
      a: '12345678901234567890',
      b: '-12345678901234567890',
      c: 1.1234567890123457,
      d: '"12345678901234567":1',
    });
  });
});

describe('firstObjectText', () => {
  it('cuts out the first row verbatim', () => {
    const row = '{ "a" : {"b":"}\\"{"}, "n":9223372036854775807 }';
    expect(firstObjectText(`{"Sets":{"Set":[ ${row} , {"a":2}]}}`, 'Set')).toBe(row);
    expect(firstObjectText('{"Sets":{"Set":[]}}', 'Set')).toBeNull();
  });
});
