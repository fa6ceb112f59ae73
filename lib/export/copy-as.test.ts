import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliCall, eniUrl, hclString, shellWord, terraformImport } from './copy-as';

const eni = { account: 'prod', region: 'cn-hangzhou', id: 'eni-bp1grvr8ol2qtku2qfzw' };

describe('shellWord', () => {
  it('is one argument with the very same text, whatever the text', () => {
    const word = fc.string({ unit: 'grapheme-ascii', minLength: 1 });
    fc.assert(
      fc.property(word, (text) => {
        const out = execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' });
        expect(out).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["it's", `'it'\\''s'`],
    ['$(id)', `'$(id)'`],
    ['eni-bp1', 'eni-bp1'],
    ['', "''"],
  ])('writes %j as %s', (text, word) => expect(shellWord(text)).toBe(word));
});

it.each([
  ['a"b', '"a\\"b"'],
  ['\\', '"\\\\"'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL's own template syntax
  ['${x}%{y}', '"$${x}%%{y}"'],
])('hclString writes %j as %s', (text, written) => expect(hclString(text)).toBe(written));

it('copies an ENI as a CLI call', () =>
  expect(cliCall(eni)).toBe(
    'aliyun ecs DescribeNetworkInterfaces \\\n --RegionId cn-hangzhou \\\n --NetworkInterfaceId.1 eni-bp1grvr8ol2qtku2qfzw',
  ));

it('copies an ENI as a Terraform import block', () =>
  expect(terraformImport(eni)).toBe(
    'import {\n  to = alicloud_ecs_network_interface.eni_bp1grvr8ol2qtku2qfzw\n  id = "eni-bp1grvr8ol2qtku2qfzw"\n}',
  ));

it('copies an ENI as a link', () =>
  expect(eniUrl('https://eni.example.com', eni)).toBe(
    'https://eni.example.com/?account=prod&region=cn-hangzhou&eni=eni-bp1grvr8ol2qtku2qfzw',
  ));
