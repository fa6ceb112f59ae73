// Longer than 250 lines: the shapes that a row may have, field by field, and what holds for all of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Emulator } from '@/emulator/emulator';
import { generateEstate } from '@/emulator/estate/estate';
import { stringify } from '@/emulator/json';
import { toWire } from '@/emulator/wire';
import type { FieldKind } from '@/lib/eni/field-kinds';
import { FIELDS } from '@/lib/eni/fields';
import { ODD } from './bytes';
import { EniList, eniListOf, parseEnis } from './eni-list';
import { parseLossless } from './json';
import { toEni } from './normalise';
import { REQUEST_ID } from './readers';
import { RowScanner } from './transcode';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 400);
/** The machine may be busy. In ms. */
const LONGEST = 120_000;
const cell = {
  account: { name: 'prod', profile: null, roleArn: null, regions: null },
  region: 'cn-hangzhou',
};

/** JSON as text, so that it can be what no object is: names twice, numbers too long, spaces, bytes that are no UTF-8. */
const json = (value: unknown) => JSON.stringify(value);
const listOf = (texts: readonly string[]) => `[${texts.join(',')}]`;
const objectOf = (pairs: readonly (readonly [string, string])[]) =>
  `{${pairs.map(([name, value]) => `${json(name)}:${value}`).join(',')}}`;

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '结算服务',
    'a "b" \\ c',
    '\ud800',
    '\u2028',
    'é',
    '12345678901234567',
    '":9234567890123456,',
  ),
);
const some = fc.oneof(
  fc.constantFrom('null', '""', '"null"', '"hide"', '"0"', '0', '{}', '[]', '[null]', '-0', '1.5', '1e3'),
  fc.constantFrom('true', 'false', '"true"', '"false"', '"7"', '007', '"007"', '9223372036854775807', '-4'),
  anyText.map(json),
  fc.jsonValue({ maxDepth: 2 }).map(json),
);
const plainId = fc.constantFrom('eni-1', '10.0.0.5', '172.17.**.**', '2001:DB8::5', 'vsw-结', 'sg-a');
const anyId = fc.oneof({ weight: 5, arbitrary: plainId.map(json) }, { weight: 1, arbitrary: some });
const anyWord = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('"InUse"', '"x"', '""') },
  { weight: 1, arbitrary: some },
);
const anyFlag = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('true', 'false', 'null', '""') },
  { weight: 1, arbitrary: some },
);
const anyTime = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.date({ noInvalidDate: true }).map((date) => json(date.toISOString().replace(/\.\d+/, ''))),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(...[2030, 13, 32, 25, 61, 61].map((max) => fc.nat({ max })))
      .map((parts) => parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')))
      .map(([y, mo, d, h, mi, s]) => json(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)),
  },
  { weight: 3, arbitrary: fc.constantFrom('"2024-02-29T00:00:00Z"', '"2024-05-01T08:00Z"', 'null', '""') },
  { weight: 1, arbitrary: some },
);
const anyNumber = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('0', '4', '123456789012345', 'null', '""') },
  { weight: 1, arbitrary: some },
);
const anyBig = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('26842', '9223372036854775807', '"1203956018837412"', '0', '9007199254740993'),
  },
  { weight: 1, arbitrary: some },
);

/** An object with some of these names, now and then with one twice, or with another. */
const someOf = (fields: Record<string, fc.Arbitrary<string>>) => {
  const known = fc
    .constantFrom(...Object.keys(fields))
    .chain((name) => fc.tuple(fc.constant(name), fields[name] ?? some));
  const strange = fc.tuple(
    fc.constantFrom('Novel', '__proto__', '7', 'constructor', REQUEST_ID, 'naïve', 'a"b'),
    some,
  );
  const each = fc.oneof({ weight: 15, arbitrary: known }, { weight: 1, arbitrary: strange });
  const unique = { selector: ([name]: [string, string]) => name, maxLength: 40 };
  return fc
    .oneof({ weight: 12, arbitrary: fc.uniqueArray(each, unique) }, { weight: 1, arbitrary: fc.array(each) })
    .map(objectOf);
};
/** The shapes of docs/UPSTREAM.md#lists. */
const listIn = (item: string, of: fc.Arbitrary<string>) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.array(of, { maxLength: 3 }).map((items) => objectOf([[item, listOf(items)]])),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('null', '""', '{}', objectOf([[item, 'null']]), objectOf([[item, '""']])),
    },
    { weight: 1, arbitrary: of.map((one) => objectOf([[item, one]])) },
    { weight: 1, arbitrary: fc.array(of, { maxLength: 3 }).map(listOf) },
    { weight: 1, arbitrary: some },
  );
const orNone = (value: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 5, arbitrary: value },
    { weight: 2, arbitrary: fc.constantFrom('null', '""', '{}') },
    { weight: 1, arbitrary: some },
  );
const eip = orNone(someOf({ PublicIpAddress: anyId, AllocationId: anyId }));

const VALUES: Record<FieldKind, fc.Arbitrary<string>> = {
  text: anyWord,
  id: anyId,
  whole: anyNumber,
  time: anyTime,
  flag: anyFlag,
  bigId: anyBig,
  eip,
  attachment: orNone(
    someOf({
      InstanceId: anyId,
      DeviceIndex: anyNumber,
      NetworkCardIndex: anyNumber,
      TrunkNetworkInterfaceId: anyId,
      MemberNetworkInterfaceId: anyId,
    }),
  ),
  ips: listIn(
    'PrivateIpSet',
    someOf({ PrivateIpAddress: anyId, Primary: anyFlag, AssociatedPublicIp: eip, PrivateDnsName: anyWord }),
  ),
  ipv6: listIn('Ipv6Set', someOf({ Ipv6Address: anyId, Primary: anyFlag })),
  tags: listIn('Tag', someOf({ TagKey: anyWord, TagValue: anyWord })),
  ids: listIn('SecurityGroupId', anyId),
  ipv4Prefixes: listIn('Ipv4PrefixSet', someOf({ Ipv4Prefix: anyId })),
  ipv6Prefixes: listIn('Ipv6PrefixSet', someOf({ Ipv6Prefix: anyId })),
};

const fields = Object.fromEntries(FIELDS.map(({ wire, kind }) => [wire, VALUES[kind]]));
const row = fc
  .tuple(fc.boolean(), someOf(fields))
  .map(([hasId, text]) =>
    hasId && !text.includes('"NetworkInterfaceId"')
      ? text.replace('{', `{"NetworkInterfaceId":"eni-9"${text === '{}' ? '' : ','}`)
      : text,
  );

const bodyOf = (rows: readonly string[], more = '"NextToken":"x"') =>
  `{"RequestId":"r","TotalCount":7,"NetworkInterfaceSets":{"NetworkInterfaceSet":${listOf(rows)}},${more}}`;

/** What an answer says when it is read through objects alone. */
function readThroughObjects(bytes: Buffer) {
  const body = parseLossless(bytes) as Record<string, unknown>;
  const { NetworkInterfaceSets: _, ...rest } = Object(body);
  const { rows, read } = eniListOf(Object(body), cell);
  return { rest, rows: rows.map(({ eni }) => eni), texts: rows.map((each) => json(each.eni)), read };
}

function readAsText(bytes: Buffer) {
  const body = parseEnis(bytes, cell) as Record<string, unknown>;
  const { NetworkInterfaceSets: _, ...rest } = Object(body);
  const { rows, read } = eniListOf(Object(body), cell);
  for (const each of rows) {
    const { account, region, id, type, creationTime } = each.eni;
    expect({ ...each }).toMatchObject({ account, region, id, type, creationTime });
  }
  const texts = rows.map(({ page, from, to }) => page.bytes.toString('utf8', from, to));
  return { rest, rows: rows.map(({ eni }) => eni), texts, read };
}

/** Both ways give the same, to the byte, or both refuse. */
function expectSame(bytes: Buffer) {
  let expected: ReturnType<typeof readThroughObjects>;
  try {
    expected = readThroughObjects(bytes);
  } catch {
    expect(() => parseEnis(bytes, cell), bytes.toString()).toThrow(SyntaxError);
    return;
  }
  expect(readAsText(bytes)).toEqual(expected);
}

describe('rows as text', () => {
  it(
    'are what the normaliser makes of them, whatever their shape',
    () =>
      fc.assert(
        fc.property(fc.array(row, { maxLength: 4 }), (rows) => expectSame(Buffer.from(bodyOf(rows)))),
        { numRuns: RUNS },
      ),
    LONGEST,
  );

  it(
    'are what the normaliser makes of them, whatever becomes of a byte',
    () =>
      fc.assert(
        fc.property(
          fc.array(row, { minLength: 1, maxLength: 2 }),
          fc.array(
            fc.tuple(
              fc.double({ min: 0, max: 0.9999, noNaN: true }),
              fc.constantFrom(...Buffer.from('"\\{}[],: 0-9e.nu\x01\xff\xe7', 'latin1')),
            ),
            { maxLength: 3 },
          ),
          fc.double({ min: 0.2, max: 1.3, noNaN: true }),
          (rows, changes, kept) => {
            const bytes = Buffer.from(bodyOf(rows));
            for (const [where, byte] of changes) bytes[Math.floor(where * bytes.length)] = byte;
            expectSame(bytes.subarray(0, Math.ceil(kept * bytes.length)));
          },
        ),
        { numRuns: RUNS },
      ),
    LONGEST,
  );

  it.each([
    '"NetworkInterfaceSets":{"NetworkInterfaceSet":[]}',
    '"NetworkInterfaceSets":null',
    '"\\u004eetworkInterfaceSets":{"NetworkInterfaceSet":[{"NetworkInterfaceId":"eni-2"}]}',
    '"Code":"Throttling","Big":9223372036854775807',
    ' "NextToken" : "x" ',
    '"x":1} {"y":2',
    '',
  ])('are those of the whole answer where %j follows them', (more) =>
    expectSame(Buffer.from(bodyOf(['{"NetworkInterfaceId":"eni-1"}'], more))),
  );

  it.each([
    '{"NetworkInterfaceSets":[{"NetworkInterfaceId":"eni-1"}]}',
    '{"NetworkInterfaceSets":{"NetworkInterfaceSet":{"NetworkInterfaceId":"eni-1"}}}',
    '{"NetworkInterfaceSets":{"NetworkInterfaceSet":[null,"row",{"NetworkInterfaceId":"eni-1"}]}}',
    '{"NetworkInterfaceSets":{"NetworkInterfaceSet":[ {"NetworkInterfaceId":"eni-1"} , {"NetworkInterfaceId":"eni-2"} ]}}',
    '{"NetworkInterfaceSets":{"NetworkInterfaceSet":[{"NetworkInterfaceId":"eni-1"},]}}',
    '{"NetworkInterfaceSets":{"NetworkInterfaceSet":[{"NetworkInterfaceId":"eni-1"}],"More":1}}',
    '{"A":{"NetworkInterfaceSets":{"NetworkInterfaceSet":[{"NetworkInterfaceId":"eni-1"}]}}}',
    '{"NetworkInterfaceSets":"","Code":"x"}',
    '{}',
    'null',
    '',
  ])('are those of %s', (text) => expectSame(Buffer.from(text)));

  it(
    'are written without an object for each, where they are what the cloud usually sends',
    () => {
      const { switches } = new Emulator({ enis: 1 }).settings;
      const enis = generateEstate({ enis: 600, seed: 8 }).cells.flatMap((each) => each.enis);
      const texts = enis.map((eni) => stringify(toWire(eni, switches)));
      expectSame(Buffer.from(bodyOf(texts)));
      const odd = texts.filter((text) => {
        const bytes = Buffer.from(text);
        return new RowScanner(bytes).read(0) === ODD;
      });
      expect(odd.length / texts.length).toBeLessThan(0.05);
      expect(parseEnis(Buffer.from(bodyOf(texts)), cell)).toHaveProperty(
        'NetworkInterfaceSets',
        expect.any(EniList),
      );
    },
    LONGEST,
  );

  it('keep fields of a name that is not known without going through an object for the row', () => {
    const bytes = Buffer.from(
      '{"NetworkInterfaceId":"eni-1","Novel":{"a":[1.50,9223372036854775807]},"Plain":"x","None":null,"Long":9223372036854775807}',
    );
    expect(new RowScanner(bytes).read(0)).toBe(bytes.length);
    expect(toEni(parseLossless(bytes), 'prod', 'cn-hangzhou')?.other).toEqual({
      Novel: { a: [1.5, '9223372036854775807'] },
      Plain: 'x',
      None: null,
      Long: '9223372036854775807',
    });
    expectSame(Buffer.from(bodyOf([bytes.toString()])));
  });
});
