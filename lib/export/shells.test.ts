import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasShell, POSIX_SHELLS, readCmd, readPowershell, runPosix } from './shell.test-kit';
import { needsNewPowershell } from './shell-windows';
import { COMMAND_SHELLS, SHELLS } from './shells';

/** Pieces of a text that some shell reads as more than letters. */
const pieces = fc.constantFrom(
  ...'\'’‘‚‛“”"`$(){}[]<>|&;!#%^*?~=,@\\/:.- '.split(''),
  ...[
    '\t',
    '$HOME',
    '$(id)',
    '%PATH%',
    '%PATH:a=b%',
    '%CD%',
    '^%',
    '%%',
    '\\"',
    '--x',
    '-',
    '订单',
    '🐼',
    'a1',
    '\\\\',
    '\\',
  ],
);
const oneLine = fc
  .oneof(
    fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  .map((text) => text.replace(/[\r\n]/g, '').replaceAll('\0', ''));
const withLines = fc.oneof(
  oneLine,
  fc.tuple(oneLine, oneLine).map((parts) => parts.join('\n')),
);

/** Variables that a session of Windows has. */
const VARIABLES = { PATH: 'C:\\a&b"c', CD: '| del' };

describe('a word', () => {
  it('is one argument with the very same text in PowerShell', () =>
    fc.assert(
      fc.property(fc.array(withLines, { minLength: 1, maxLength: 5 }), (texts) => {
        const line = `aliyun ${texts.map(SHELLS.powershell.word).join(' ')}`;
        expect(readPowershell(line)).toEqual([['aliyun', ...texts]]);
      }),
      { numRuns: 2000 },
    ));

  it('is one argument with the very same text in cmd, and no variable comes of it', () =>
    fc.assert(
      fc.property(fc.array(oneLine, { minLength: 1, maxLength: 5 }), (texts) => {
        const line = `aliyun ${texts.map(SHELLS.cmd.word).join(' ')}`;
        expect(readCmd(line, VARIABLES)).toEqual([['aliyun', ...texts]]);
      }),
      { numRuns: 2000 },
    ));

  it('has no line break in cmd, where it would end the command', () =>
    expect(readCmd(`aliyun ${SHELLS.cmd.word('a\r\nb\0')}`)).toEqual([
      ['aliyun', 'a\\u000d\\u000ab\\u0000'],
    ]));

  it.each([
    ["it's ‘so’", "'it''s ‘‘so’’'", '^"it\'s ‘so’^"'],
    ['50% of %PATH%', "'50% of %PATH%'", '^"50^%^ of ^%^PATH^%^"'],
    ['a"b\\', "'a\"b\\'", '^"a\\^"b\\\\^"'],
    ['eni-bp1', "'eni-bp1'", 'eni-bp1'],
    ['10.0.0.7', "'10.0.0.7'", '10.0.0.7'],
    ['', "''", '^"^"'],
  ])('writes %j as %s and as %s', (text, powershell, cmd) =>
    expect([SHELLS.powershell.word(text), SHELLS.cmd.word(text)]).toEqual([powershell, cmd]),
  );
});

it.each(COMMAND_SHELLS)('a comment runs nothing in %s, whatever is in it', (shell) => {
  const read = { powershell: readPowershell, cmd: (text: string) => readCmd(text, VARIABLES) };
  fc.assert(
    fc.property(withLines, (text) => {
      const comment = SHELLS[shell].comment('then keep:', `q=${text}`);
      expect(comment).not.toContain('\n');
      if (shell !== 'sh') expect(read[shell](`${comment}\naliyun`)).toEqual([['aliyun']]);
    }),
  );
});

it.each([
  ['a"b', true],
  ['a b\\', true],
  ['a\\', false],
  ["it's", false],
])('PowerShell before 7.3 changes %j: %s', (text, isChanged) => {
  expect(needsNewPowershell(text)).toBe(isChanged);
  expect(SHELLS.powershell.caveat(['x', text]) !== null).toBe(isChanged);
});

describe.each(POSIX_SHELLS)('run by %s', (shell) => {
  // Every machine that tests run on has sh and bash.
  it.skipIf(shell === 'zsh' && !hasShell(shell))('a word is one argument with the very same text', () => {
    // Without the characters by which the stub separates arguments.
    const text = withLines.map((each) => each.replaceAll('\u001e', '').replaceAll('\u001f', ''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (texts) => {
        const script = `aliyun ${texts.map(SHELLS.sh.word).join(' ')}`;
        expect(runPosix(shell, script)).toEqual([texts]);
      }),
      { numRuns: 8 },
    );
  });
});
