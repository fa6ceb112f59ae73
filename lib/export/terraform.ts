import { visibleText } from '@/lib/eni/visible-text';
import { byPlace, type NamedEni } from './copy-as-groups';

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

function escapeOf(char: string): string {
  // Half a character cannot be written.
  if (/\p{Cs}/u.test(char)) return '\ufffd';
  return ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * A quoted template of HCL, with nothing left to expand. A dollar before a brace is written by its number: doubled, as is
 * usual, it reads otherwise where it stands after another one.
 */
export function hclString(text: string): string {
  return `"${text.replace(/[\\"\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|[$%](?=\{)/gu, escapeOf)}"`;
}

function labelOf(id: string): string {
  return id.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?![A-Za-z_])/, '_');
}

function importBlock(label: string, id: string): string {
  return ['import {', `  to = alicloud_ecs_network_interface.${label}`, `  id = ${hclString(id)}`, '}'].join(
    '\n',
  );
}

/** The import block that takes an ENI into Terraform's state (Terraform 1.5 and later). */
export function terraformImport(eni: NamedEni): string {
  return importBlock(labelOf(eni.id), eni.id);
}

/**
 * Import blocks, piece by piece, an account and region after another. No two have the same label, also where an ENI is
 * seen from two accounts.
 */
export function* terraformImports(enis: readonly NamedEni[]): Generator<string> {
  const taken = new Set<string>();
  for (const group of byPlace(enis).values()) {
    const [first] = group;
    if (!first) continue;
    const place = visibleText(`account ${first.account}, region ${first.region}`);
    yield `# ${place}: set the provider that is configured for them.\n`;
    for (const { id } of group) {
      const wanted = labelOf(id);
      let label = wanted;
      for (let at = 2; taken.has(label); at++) label = `${wanted}_${at}`;
      taken.add(label);
      yield `${importBlock(label, id)}\n`;
    }
  }
}
