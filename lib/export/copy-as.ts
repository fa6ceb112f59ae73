import type { Eni } from '@/lib/eni/eni';
import { escapeText } from '@/lib/search/list-text';
import { toEniQueryString } from '@/lib/search/params';

type Named = Pick<Eni, 'account' | 'region' | 'id'>;

/** One word of a POSIX shell, whatever the text holds. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A quoted template of HCL, with nothing left to expand. */
export function hclString(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/([$%])\{/g, '$1$1{');
  return `"${escaped}"`;
}

/** The aliyun CLI call that reads the ENI. */
export function cliCall(eni: Named): string {
  return [
    'aliyun ecs DescribeNetworkInterfaces \\',
    ` --RegionId ${shellWord(eni.region)} \\`,
    ` --NetworkInterfaceId.1 ${shellWord(eni.id)}`,
  ].join('\n');
}

/** The import block that takes the ENI into Terraform's state (Terraform 1.5 and later). */
export function terraformImport(eni: Named): string {
  const label = eni.id.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?![A-Za-z_])/, '_');
  return [
    'import {',
    `  to = alicloud_ecs_network_interface.${label}`,
    `  id = ${hclString(eni.id)}`,
    '}',
  ].join('\n');
}

/** The address of the ENI in this dashboard. */
export function eniUrl(origin: string, eni: Named): string {
  const query = toEniQueryString({
    accounts: [escapeText(eni.account)],
    regions: [eni.region],
    terms: [{ key: 'eni', negated: false, values: [eni.id] }],
  });
  return `${origin}/?${query}`;
}
