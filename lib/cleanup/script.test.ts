import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { commentText } from './comment-text';
import { factsOf } from './facts';
import { SHELLS, type Shell, scriptOf } from './script';
import { zonedTime } from './zoned-time';

const eni = (id: string, more: Partial<Eni> = {}) =>
  eniWith({
    id,
    status: 'Available',
    serviceManaged: false,
    privateIpAddress: '10.0.0.9',
    privateIps: [privateIp('10.0.0.9', { primary: true }), privateIp('10.0.0.10')],
    ipv4Prefixes: ['10.0.1.0/28'],
    ...more,
  });
const write = (shell: Shell, enis: Eni[], more: Partial<Parameters<typeof scriptOf>[0]> = {}) =>
  scriptOf({
    shell,
    head: ['as read'],
    profile: 'prod',
    region: 'cn-hangzhou',
    enis,
    say: ({ name }) => name ?? '',
    ...more,
  });

describe('the facts that a check compares', () => {
  it('are sorted, once each, and name all that would be lost', () =>
    expect(factsOf(eni('eni-1', { ipv6Addresses: [{ ipv6Address: '2408::1f', primary: null }] }))).toBe(
      'ip=10.0.0.10 ip=10.0.0.9 ip=2408::1f prefix=10.0.1.0/28 status=Available',
    ));
});

/** Texts that people could give a name, with what shells read. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '$(',
        ')',
        '`',
        "'",
        '"',
        ';',
        '|',
        '&',
        '\n',
        '\r',
        '\u2028',
        '\u0085',
        '\0',
        '!',
        '#',
        '<',
        '>',
        '\\',
        '{',
        '}',
        '’',
        '‘',
        '“',
        'ENI_ATLAS_END',
        '@"',
        '<#',
        '#>',
        '\u202e',
        'rm',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('text of others', () => {
  it('is one line without a character that a shell reads', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(commentText(text)).toMatch(/^[A-Za-z0-9 ._:/@+,\-\u{80}-\u{10ffff}]*$/u);
        expect(commentText(text)).not.toMatch(/[\p{C}‘’‚‛“”„]|[^\S ]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays readable', () => expect(commentText('压测-残留 2025q3 (old)')).toBe('压测-残留 2025q3 _old_'));
});

describe.each(SHELLS)('the script for %s', (shell) => {
  it('has the same code whatever things are called', () => {
    const code = (text: string) => text.split('\n').map((line) => line.replace(/(^| )# .*$/, ''));
    const plain = code(write(shell, [eni('eni-1'), eni('eni-2')]));
    fc.assert(
      fc.property(hostile, hostile, (name, head) => {
        const enis = [eni('eni-1', { name }), eni('eni-2', { name })];
        expect(code(write(shell, enis, { head: [head] }))).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  it('is not written for an id, an address or a region that is not of its form', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(!/^[a-z0-9]{1,60}$/.test(text) && !/^[0-9A-Fa-f.:/]*$/.test(text));
        expect(() => write(shell, [eni(text)])).toThrow(RangeError);
        expect(() => write(shell, [eni(`eni-${text}`)])).toThrow(RangeError);
        expect(() => write(shell, [eni('eni-1', { ipv4Prefixes: [text] })])).toThrow(RangeError);
        expect(() => write(shell, [eni('eni-1', { privateIpAddress: text })])).toThrow(RangeError);
        expect(() => write(shell, [eni('eni-1')], { region: text })).toThrow(RangeError);
      }),
    );
  });

  it('names the profile of the account, and none where there is none or where it is not plain', () => {
    expect(write(shell, [eni('eni-1')])).toMatch(/--profile'? '?prod/);
    for (const profile of [null, "a'b", '-x', 'a b', 'a\nb', ''])
      expect(write(shell, [eni('eni-1')], { profile })).not.toContain('--profile');
  });

  it('has a step for each ENI in its order, with what must be as it was', () => {
    const lines = write(shell, [eni('eni-2', { name: 'b' }), eni('eni-1', { name: 'a' })]).split('\n');
    const step = (id: string) => {
      const facts = "'ip=10.0.0.10 ip=10.0.0.9 prefix=10.0.1.0/28 status=Available'";
      return shell === 'sh' ? `release ${id} ${facts}` : `Invoke-Release '${id}' ${facts}`;
    };
    const steps = lines
      .map((line) => line.trim())
      .filter((line, at) => /eni-[12]/.test(`${line}${lines[at + 1]}`));
    expect(steps).toEqual(['# b', step('eni-2'), '# a', step('eni-1')]);
  });
});

describe('the script for PowerShell', () => {
  // There is no PowerShell where this is tested: what it must say is held fast word by word.
  const text = write('powershell', [eni('eni-1')]);
  it('asks before each step, compares with case and order, and skips with both values', () => {
    const order = [
      'Invoke-Steps {',
      "Invoke-Ecs 'DescribeNetworkInterfaces' '--NetworkInterfaceId.1' $Eni",
      'if ($LASTEXITCODE -ne 0)',
      'Get-Facts $answer',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of PowerShell
      'if ($now -cne $Was) { $count.skipped++; Write-Warning "skipped ${Eni}: now $now, was $Was"; return }',
      "Invoke-Ecs 'DeleteNetworkInterface' '--NetworkInterfaceId' $Eni",
      '\n  Invoke-Steps\n',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('reads the same fields as the script for a POSIX shell', () => {
    const posix = write('sh', [eni('eni-1')]);
    for (const field of [
      'Status',
      'InstanceId',
      'PublicIpAddress',
      'PrivateIpAddress',
      'Ipv6Address',
      'Ipv4Prefix',
      'Ipv6Prefix',
    ]) {
      expect(posix).toContain(`name["${field}"]`);
      expect(text).toMatch(new RegExp(`\\.${field}\\b`));
    }
  });

  it('closes every bracket that it opens, outside of strings', () => {
    const bare = text.replace(/'[^'\n]*'|"[^"\n]*"/g, '').replace(/# .*$/gm, '');
    for (const [open, close] of ['{}', '()', '[]'] as const)
      expect(bare.split(open as string).length).toBe(bare.split(close as string).length);
  });

  it('leaves the session as it was', () => {
    expect(text.startsWith('& {\n')).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
    expect(text).not.toMatch(/\$(global|script|env):/i);
  });
});

it.each([
  ['2026-04-09T02:32:05Z', 480, '2026-04-09 10:32:05 +08:00'],
  ['2026-04-09T02:32:05Z', -210, '2026-04-08 23:02:05 -03:30'],
  ['2026-04-09T02:32:05Z', 0, '2026-04-09 02:32:05 +00:00'],
  ['nonsense', 0, 'nonsense'],
])('%s, %d minutes east, is %s', (iso, east, text) => expect(zonedTime(iso, east)).toBe(text));
