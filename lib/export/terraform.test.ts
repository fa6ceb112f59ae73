import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hclString, terraformImport, terraformImports } from './terraform';

const eni = { account: 'prod', region: 'cn-hangzhou', id: 'eni-bp1grvr8ol2qtku2qfzw' };

it.each([
  ['a"b', '"a\\"b"'],
  ['\\', '"\\\\"'],
  ['a\nb\u0007', '"a\\nb\\u0007"'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL's own template syntax
  ['${x}%{y}', '"\\u0024{x}\\u0025{y}"'],
])('hclString writes %j as %s', (text, written) => expect(hclString(text)).toBe(written));

/** Reads a quoted template as HCL does; null if it is no template, or contains something to expand. */
function readHcl(written: string): string | null {
  const body = /^"((?:[^"\\\p{Cc}]|\\(?:["\\nrt]|u[0-9a-f]{4}))*)"$/u.exec(written)?.[1];
  if (body === undefined || /[$%]\{/.test(body)) return null;
  const plain: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
  return body.replace(/\\(u([0-9a-f]{4})|.)/g, (_, char: string, code?: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (plain[char] ?? char),
  );
}

it('is one string with the very same text, whatever the text', () => {
  const special = fc.constantFrom('$', '{', '%', '"', '\\', '\n', '\u2028', 'a', '${', '%{', '$$', '*/', '#');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(special).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(readHcl(hclString(any))).toBe(any.replace(/\p{Cs}/gu, '\ufffd'));
    }),
  );
});

it('copies an ENI as an import block', () =>
  expect(terraformImport(eni)).toBe(
    'import {\n  to = alicloud_ecs_network_interface.eni_bp1grvr8ol2qtku2qfzw\n  id = "eni-bp1grvr8ol2qtku2qfzw"\n}',
  ));

it('groups import blocks by account and region, and gives no two the same label', () => {
  const enis = [
    eni,
    { ...eni, account: 'stag\ning' },
    { ...eni, id: 'eni-bp1grvr8ol2qtku2qfzw'.replace('-', '.') },
    { ...eni, id: '1.eni' },
  ];
  const text = [...terraformImports(enis)].join('');
  expect(text.match(/^#.*$/gm)).toEqual([
    '# account prod, region cn-hangzhou: set the provider that is configured for them.',
    '# account stag\\u000aing, region cn-hangzhou: set the provider that is configured for them.',
  ]);
  const labels = [...text.matchAll(/to = alicloud_ecs_network_interface\.(\w+)$/gm)].map(
    ([, label]) => label,
  );
  expect(labels).toEqual([
    'eni_bp1grvr8ol2qtku2qfzw',
    'eni_bp1grvr8ol2qtku2qfzw_2',
    '_1_eni',
    'eni_bp1grvr8ol2qtku2qfzw_3',
  ]);
});

/** Import blocks as an HCL parser that is not ours reads them. */
async function importsIn(text: string): Promise<{ to: string; id: string }[]> {
  const { import: blocks } = (await parse('imports.tf', text)) as { import?: { to: string; id: string }[] };
  return blocks ?? [];
}

describe('an HCL parser', () => {
  it('reads every import block, its resource of the provider and the id that the provider imports by', async () => {
    const ids = Array.from({ length: 500 }, (_, at) => `eni-bp1${at.toString(36).padStart(17, '0')}`);
    const enis = ids.map((id, at) => ({ ...eni, id, account: at % 2 === 0 ? 'prod' : 'stag\ning' }));
    const blocks = await importsIn([...terraformImports(enis)].join(''));
    expect(blocks.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const places = blocks.map(({ to }) => to.replace(/^\$\{|\}$/g, ''));
    for (const [at, place] of places.entries())
      expect(place).toBe(`alicloud_ecs_network_interface.${blocks[at]?.id.replace('-', '_')}`);
    expect(new Set(places).size).toBe(ids.length);
  });

  it('reads the very same id, whatever it is, unless it would expand something', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL's own template syntax
    const odd = ['a"b', 'a\\', 'a\nb', '${x}', '%{if}', '$${x}', '*/', '# x', '\u2028', '订单'];
    for (const id of odd) {
      const [block] = await importsIn(terraformImport({ ...eni, id }));
      expect(block?.id.replaceAll('$${', '${').replaceAll('%%{', '%{')).toBe(id);
    }
  });
});
