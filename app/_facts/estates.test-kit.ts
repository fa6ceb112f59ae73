import fc from 'fast-check';
import { toVSwitch as vSwitchWire } from '@/emulator/actions/describe-v-switches';
import { Emulator } from '@/emulator/emulator';
import { createAuditCells } from '@/emulator/estate/audit/audit';
import { generateEstate } from '@/emulator/estate/estate';
import type { Cell } from '@/emulator/estate/model';
import { stringify } from '@/emulator/json';
import { toWire } from '@/emulator/wire';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { toVSwitch } from '@/lib/server/aliyun/describe-v-switches';
import { parseLossless } from '@/lib/server/aliyun/json';
import { toEni } from '@/lib/server/aliyun/normalise';
import { formatIpv4 } from '@/lib/usage/ipv4';

export const NOW = Date.parse('2026-11-27T12:00:00Z');

/** ENIs and vSwitches of one account and region, as the dashboard has them after reading. */
export type Place = { enis: Eni[]; vSwitches: VSwitch[] };

const account = { name: 'prod', profile: null, roleArn: null, regions: null };

const read = (wire: unknown) => parseLossless(Buffer.from(stringify(wire)));

function placeOf({ enis, vSwitches, region }: Cell): Place {
  const { switches } = new Emulator({ enis: 1 }).settings;
  const at = { account, region };
  return {
    enis: enis.flatMap((eni) => toEni(read(toWire(eni, switches)), account.name, region) ?? []),
    vSwitches: vSwitches.flatMap((each) => toVSwitch(read(vSwitchWire(each)) as never, at) ?? []),
  };
}

/** The estate of `npm run demo`, smaller. */
export const demoPlaces = (enis: number): Place[] =>
  generateEstate({ enis, seed: 1, now: NOW })
    .cells.filter((cell) => cell.enis.length > 0)
    .map(placeOf);

/** The one place of the emulator's account `audit`. */
export const auditPlaces = (): Place[] =>
  createAuditCells({ seed: 1, now: NOW })
    .filter((cell) => cell.enis.length > 0)
    .map(placeOf);

const oneOf = (...values: unknown[]) => fc.constantFrom(...values);
/** Mostly values that the API sends, now and then nothing, in one of its ways of saying so. */
const orNone = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: oneOf(undefined, null, '', 'null') });

const NAMES = [
  'web-1',
  'web-1',
  '  ',
  '\u3000',
  'a\u202eb',
  '支付 网关',
  '<b>&"',
  ' padded ',
  'x'.repeat(80),
];
const TIMES = [
  '2026-11-01T08:00:00Z',
  '2026-11-01T08:00Z',
  '2026-11-02T02:00:00+08:00',
  '2026-10-31T20:30:00.250-08:00',
  '2027-03-01T00:00:00Z',
  'hide',
];
const EIPS = ['47.98.12.7', '47.98.12.8'];
const eip = fc.tuple(orNone(oneOf(...EIPS)), fc.boolean()).map(([ip, hasId]) => ({
  PublicIpAddress: ip,
  AllocationId: hasId && EIPS.includes(String(ip)) ? `eip-${String(ip).slice(-1)}` : '',
}));

const BASES = [0x0a000000, 0x0a000100, 0xac100000];

function wireEni(first: number, size: number) {
  const near = fc.integer({ min: 0, max: Math.min(size, 40) }).map((at) => formatIpv4(first + at));
  const address = fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: oneOf('172.17.**.**') });
  return fc
    .record({
      name: orNone(oneOf(...NAMES)),
      description: orNone(oneOf('two words', '   ', 'created by ESS')),
      type: orNone(oneOf('Primary', 'Secondary', 'Trunk', 'Member', 'Novel')),
      status: orNone(oneOf('InUse', 'Available', 'Attaching', 'Deleting', 'Parked')),
      zone: orNone(oneOf('cn-hangzhou-h', 'cn-hangzhou-i')),
      vpc: orNone(oneOf('vpc-1', 'vpc-2')),
      vSwitch: oneOf('vsw-1', 'vsw-1', 'vsw-1', 'vsw-2', ''),
      instance: orNone(oneOf('i-1', 'i-2')),
      attached: fc.option(oneOf('i-1', 'i-3'), { freq: 4 }),
      mac: orNone(oneOf('00:16:3e:0a:1b:2c', '00:16:3e:0a:1b:2d')),
      ips: fc.uniqueArray(address, { maxLength: 5 }),
      primary: oneOf('first', 'last', 'none', 'alone', 'unlisted'),
      isMarked: fc.boolean(),
      eips: fc.array(fc.option(eip), { minLength: 5, maxLength: 5 }),
      eniEip: fc.option(
        fc.oneof(
          { weight: 5, arbitrary: eip },
          { weight: 1, arbitrary: fc.constant({ AllocationId: 'eip-9' }) },
        ),
      ),
      ipv6: fc.uniqueArray(oneOf('2408::1f', '2408:4000::2', 'hide'), { maxLength: 2 }),
      prefixes: fc.uniqueArray(
        oneOf(16, 32, 48).map((at) => `${formatIpv4(first + Number(at))}/28`),
        { maxLength: 2 },
      ),
      prefixes6: fc.uniqueArray(oneOf('2408:4000:1::/80'), { maxLength: 1 }),
      groups: fc.uniqueArray(oneOf('sg-1', 'sg-2', 'sg-3'), { maxLength: 3 }),
      tags: fc.uniqueArray(
        fc.record({
          TagKey: oneOf('env', 'team', 'a:b', ' ', 'k*'),
          TagValue: oneOf('prod', '', ' ', 'x,y', 'p*d', 'a\u200bb'),
        }),
        { selector: ({ TagKey }) => TagKey, maxLength: 5 },
      ),
      deleteOnRelease: orNone(oneOf(true, false, 'true')),
      managed: orNone(oneOf(true, false)),
      check: orNone(oneOf(true, false)),
      service: orNone(oneOf('1203956018837412', '9223372036854775807')),
      owner: orNone(oneOf('26842', '9007199254740993')),
      group: orNone(oneOf('rg-1', 'rg-2')),
      queues: orNone(oneOf(4, 0, 123456789)),
      mode: orNone(oneOf('Standard', 'HighPerformance')),
      created: orNone(oneOf(...TIMES)),
    })
    .map((of) => {
      const listed = of.primary === 'alone' ? [] : of.ips;
      const at = of.primary === 'first' ? 0 : of.primary === 'last' ? listed.length - 1 : -1;
      const own = of.primary === 'alone' || of.primary === 'unlisted' ? formatIpv4(first + 9) : listed[at];
      return {
        NetworkInterfaceName: of.name,
        Description: of.description,
        Type: of.type,
        Status: of.status,
        ZoneId: of.zone,
        VpcId: of.vpc,
        VSwitchId: of.vSwitch,
        InstanceId: of.instance,
        MacAddress: of.mac,
        PrivateIpAddress: own,
        PrivateIpSets: {
          PrivateIpSet: listed.map((ip, n) => ({
            PrivateIpAddress: ip,
            Primary: of.isMarked && n === at,
            AssociatedPublicIp: of.eips[n] ?? undefined,
            PrivateDnsName: n === 1 ? 'ip-10-0-0-9.ecs.internal' : undefined,
          })),
        },
        Ipv6Sets: { Ipv6Set: of.ipv6.map((ip) => ({ Ipv6Address: ip })) },
        Ipv4PrefixSets: { Ipv4PrefixSet: of.prefixes.map((prefix) => ({ Ipv4Prefix: prefix })) },
        Ipv6PrefixSets: { Ipv6PrefixSet: of.prefixes6.map((prefix) => ({ Ipv6Prefix: prefix })) },
        AssociatedPublicIp: of.eniEip ?? undefined,
        SecurityGroupIds: { SecurityGroupId: of.groups },
        Tags: { Tag: of.tags },
        Attachment: of.attached === null ? undefined : { InstanceId: of.attached, DeviceIndex: 1 },
        DeleteOnRelease: of.deleteOnRelease,
        ServiceManaged: of.managed,
        SourceDestCheck: of.check,
        ServiceID: of.service,
        OwnerId: of.owner,
        ResourceGroupId: of.group,
        QueueNumber: of.queues,
        NetworkInterfaceTrafficMode: of.mode,
        CreationTime: of.created,
      };
    });
}

/**
 * An estate that nobody would build: counters that lag or count by the thousand, names of blanks, ids twice, EIPs only
 * at ENI level, no addresses but IPv6, fields that are missing in every way, unknown statuses.
 */
export const oddPlace: fc.Arbitrary<Place> = fc
  .record({ base: oneOf(...BASES), prefix: oneOf(29, 28, 28, 27, 26, 24) })
  .chain(({ base, prefix }) => {
    const [first, length] = [Number(base), Number(prefix)];
    const size = 2 ** (32 - length);
    const wireVSwitch = fc.record({
      VSwitchId: fc.constant('vsw-1'),
      VSwitchName: orNone(oneOf(...NAMES)),
      VpcId: fc.constant('vpc-1'),
      ZoneId: orNone(oneOf('cn-hangzhou-h')),
      CidrBlock: fc.oneof(
        { weight: 9, arbitrary: fc.constant(`${formatIpv4(first)}/${length}`) },
        { weight: 1, arbitrary: oneOf('172.17.**.**/24', '', '10.0.0.0/30') },
      ),
      AvailableIpAddressCount: orNone(fc.oneof(fc.nat({ max: size }), oneOf(0, size - 4, 4_000_000_000))),
    });
    return fc.tuple(
      fc.array(wireEni(first, size), { minLength: 1, maxLength: 2 }),
      wireVSwitch,
      fc.boolean(),
    );
  })
  .map(([rows, vSwitch, isTwice]) => ({
    // An ENI of a shared vSwitch is read by two accounts.
    enis: [account.name, ...(isTwice ? ['staging'] : [])].flatMap((name) =>
      rows.flatMap(
        (row, n) => toEni(read({ NetworkInterfaceId: `eni-${n}`, ...row }), name, 'cn-hangzhou') ?? [],
      ),
    ),
    vSwitches: [toVSwitch(read(vSwitch) as never, { account, region: 'cn-hangzhou' })].flatMap(
      (each) => each ?? [],
    ),
  }));
