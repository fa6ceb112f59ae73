import { readXlsx } from 'hucre/xlsx';
import { NextIntlClientProvider } from 'next-intl';
import Papa from 'papaparse';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { OtherSection } from '@/components/eni-drawer/other-section';
import { cellOf } from '@/components/eni-table/cells';
import type { Eni } from '@/lib/eni/eni';
import { copyPieces } from '@/lib/export/copy-as';
import { END, START } from '@/lib/export/export.test-kit';
import type { ExportOptions } from '@/lib/export/export-options';
import { type TextOptions, textWriter } from '@/lib/export/export-text';
import { rowsOf } from '@/lib/export/rows';
import en from '@/lib/i18n/en.json';
import { keepOf } from '@/lib/search/keep';
import { EMPTY_SEARCH } from '@/lib/search/search';
import { parseEnis } from '@/lib/server/aliyun/eni-list';
import { toEni } from '@/lib/server/aliyun/normalise';
import { xlsxWriter } from '@/lib/server/export/xlsx-writer';

type Wire = Record<string, unknown>;

const ROW: Wire = {
  NetworkInterfaceId: 'eni-1',
  PrivateIpAddress: '10.0.0.4',
  AssociatedPublicIp: { PublicIpAddress: '47.96.10.7', AllocationId: 'eip-1' },
  Attachment: { InstanceId: 'i-1', DeviceIndex: 1 },
  PrivateIpSets: {
    PrivateIpSet: [
      { PrivateIpAddress: '10.0.0.4', Primary: true },
      {
        PrivateIpAddress: '10.0.0.5',
        Primary: false,
        AssociatedPublicIp: { PublicIpAddress: '47.96.10.8', AllocationId: 'eip-2' },
      },
    ],
  },
  Ipv6Sets: { Ipv6Set: [{ Ipv6Address: '2408::5' }] },
  Ipv4PrefixSets: { Ipv4PrefixSet: [{ Ipv4Prefix: '10.0.1.0/28' }] },
  Ipv6PrefixSets: { Ipv6PrefixSet: [{ Ipv6Prefix: '2408::/80' }] },
  SecurityGroupIds: { SecurityGroupId: ['sg-1'] },
  Tags: { Tag: [{ TagKey: 'env', TagValue: 'prod' }] },
};

/** Where an unknown field may be: its path, and how to add it there. */
const PLACES: readonly (readonly [path: string, put?: unknown])[] = [
  ['Novel'],
  ['NetworkInterfaceTrafficConfig', { Novel: '@' }],
  ['AssociatedPublicIp.Novel'],
  ['Attachment.Novel'],
  ['Attachment.MemberNetworkInterfaceIds', { MemberNetworkInterfaceId: ['@'] }],
  ['PrivateIpSets.Novel'],
  ['PrivateIpSets.PrivateIpSet[0].Novel'],
  ['PrivateIpSets.PrivateIpSet[1].Novel', { Deep: [{ Er: '@' }] }],
  ['PrivateIpSets.PrivateIpSet[1].AssociatedPublicIp.Novel'],
  ['Ipv6Sets.Novel'],
  ['Ipv6Sets.Ipv6Set[0].Novel'],
  ['Ipv4PrefixSets.Novel'],
  ['Ipv4PrefixSets.Ipv4PrefixSet[0].Novel'],
  ['Ipv6PrefixSets.Novel'],
  ['Ipv6PrefixSets.Ipv6PrefixSet[0].Novel'],
  ['SecurityGroupIds.Novel'],
  ['SecurityGroupIds.SecurityGroupId[1]', { Id: '@' }],
  ['Tags.Novel'],
  ['Tags.Tag[0].Novel'],
  // A tag without a key, and fields with a value of an unexpected form.
  ['Tags.Tag[1]', { TagValue: '@' }],
  ['QueueNumber', { Rx: '@' }],
  ['Attachment.DeviceIndex', '@'],
];

const steps = (path: string) => path.split(/[.[\]]+/).filter(Boolean);

/** The row with a value at a path. */
function withValue(path: string, value: unknown): Wire {
  const row = structuredClone(ROW);
  const names = steps(path);
  let at = row;
  for (const name of names.slice(0, -1)) at = at[name] as Wire;
  at[names.at(-1) as string] = value;
  return row;
}

const cell = {
  account: { name: 'prod', profile: null, roleArn: null, regions: null },
  region: 'cn-hangzhou',
};
const drawn = (node: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      {node}
    </NextIntlClientProvider>,
  );

function written(eni: Eni, format: 'csv' | 'json' | 'ndjson'): string {
  const options: TextOptions = { format, shape: 'eni', columns: null, provenance: false };
  const writer = textWriter(options);
  return writer.begin(null) + writer.write(rowsOf([eni], 'eni')) + writer.finish(null);
}

async function sheetOf(eni: Eni): Promise<string> {
  const options: ExportOptions = { format: 'xlsx', shape: 'eni', columns: null, provenance: true };
  const writer = xlsxWriter({ ...options, format: 'xlsx' });
  const pieces = [writer.begin(START), writer.write(rowsOf([eni], 'eni')), writer.finish(END)];
  const { sheets } = await readXlsx(Buffer.concat(pieces));
  return JSON.stringify(sheets[0]?.rows);
}

const WORD = 'quokka-4711';

describe.each(PLACES.map(([path, put = '@']) => ({ path, put })))(
  'a field that is not known, at $path',
  ({ path, put }) => {
    const value: unknown = JSON.parse(JSON.stringify(put).replace('@', WORD));
    const row = withValue(path, value);
    const eni = toEni(row, 'prod', 'cn-hangzhou') ?? expect.unreachable();

    it('is in other, by its path, and whichever way the answer is read', () => {
      expect(eni.other).toEqual({ [path]: value });
      const body = JSON.stringify({ NetworkInterfaceSets: { NetworkInterfaceSet: [row] } });
      const { NetworkInterfaceSets: list } = parseEnis(Buffer.from(body), cell) as {
        NetworkInterfaceSets: unknown;
      };
      expect(list).toMatchObject({ rows: [{ eni }] });
    });

    it('is in the row, the drawer, and what is found by words', () => {
      expect(drawn(cellOf('other', { eni, address: null } as never))).toContain(WORD);
      const section = drawn(<OtherSection other={eni.other} />);
      expect(section).toContain(WORD);
      expect(section).toContain(path);
      const keeps = (text: string) =>
        keepOf({ ...EMPTY_SEARCH, terms: [{ key: 'q', negated: false, values: [text] }] }, 0)(eni);
      expect([keeps(WORD), keeps(path), keeps('wombat')]).toEqual([true, true, false]);
    });

    it('is in CSV, JSON, lines of JSON, XLSX and what is copied', async () => {
      const [header = [], line = []] = Papa.parse<string[]>(written(eni, 'csv').slice(1)).data;
      expect(line[header.indexOf('other')]).toContain(WORD);
      expect(JSON.parse(written(eni, 'json'))).toMatchObject({ items: [{ other: { [path]: value } }] });
      expect(JSON.parse(written(eni, 'ndjson'))).toMatchObject({ other: { [path]: value } });
      expect(await sheetOf(eni)).toContain(WORD);
      expect([...copyPieces('json', { enis: [eni] } as never)].join('')).toContain(WORD);
    });
  },
);

it('has nothing in other where every field is known', () =>
  expect(toEni(ROW, 'prod', 'cn-hangzhou')?.other).toEqual({}));
