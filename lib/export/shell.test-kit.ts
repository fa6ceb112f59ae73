import { execFileSync } from 'node:child_process';

/** POSIX shells that people paste into. */
export const POSIX_SHELLS = ['sh', 'bash', 'zsh'] as const;
export type PosixShell = (typeof POSIX_SHELLS)[number];

/** The path of a shell; null where this machine has none. */
function pathOf(shell: PosixShell): string | null {
  try {
    return execFileSync('/bin/sh', ['-c', 'command -v "$0"', shell], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

const PATHS = new Map(POSIX_SHELLS.map((shell) => [shell, pathOf(shell)]));

/** Whether this machine has the shell. */
export function hasShell(shell: PosixShell): boolean {
  return PATHS.get(shell) !== null;
}

/** Commands that print their arguments, and no others. */
const STUBS = `aliyun() { printf '%s\\037' "$@"; printf '\\036'; }\ncurl() { aliyun "$@"; }\n`;

/** The arguments of each command of a script, as a shell hands them on. */
export function runPosix(shell: PosixShell, script: string): string[][] {
  const out = execFileSync(PATHS.get(shell) ?? shell, ['-c', STUBS + script], {
    encoding: 'utf8',
    env: { NODE_ENV: 'test', PATH: '/nowhere' },
  });
  return out
    .split('\x1e')
    .filter(Boolean)
    .map((call) => call.split('\x1f').slice(0, -1));
}

const POWERSHELL_QUOTES = "'\u2018\u2019\u201a\u201b";

/**
 * The commands of a script as PowerShell reads them, by about_Parsing, about_Quoting_Rules and about_Comments, as far as
 * they are written here: words parted by blanks, single quotes of five kinds, a backtick before a line break, comments.
 * @throws Error at a character that PowerShell would read as something else, bare
 */
export function readPowershell(script: string): string[][] {
  const commands: string[][] = [];
  let words: string[] = [];
  const end = () => {
    if (words.length > 0) commands.push(words);
    words = [];
  };
  for (let at = 0; at < script.length; ) {
    const char = script[at] as string;
    if (char === '\n') {
      end();
      at++;
    } else if (char === ' ') at++;
    else if (script.startsWith('`\n', at)) at += 2;
    else if (char === '#') {
      const next = script.indexOf('\n', at);
      at = next < 0 ? script.length : next;
    } else if (POWERSHELL_QUOTES.includes(char)) {
      let text = '';
      for (at++; ; at++) {
        const inside = script[at];
        if (inside === undefined) throw new Error('a quote without an end');
        if (POWERSHELL_QUOTES.includes(inside)) {
          if (!POWERSHELL_QUOTES.includes(script[at + 1] ?? ' ')) break;
          at++;
        }
        text += script[at];
      }
      at++;
      if (!/^[ \n]?$/.test(script[at] ?? ''))
        throw new Error(`goes on behind a quote: ${script.slice(at, at + 9)}`);
      words.push(text);
    } else {
      const [bare = ''] = /^[^ \n]+/.exec(script.slice(at)) ?? [];
      // A generic word may have letters, digits and dashes without a check of each shell.
      if (!/^[A-Za-z-][A-Za-z0-9_.-]*$/.test(bare)) throw new Error(`bare: ${bare}`);
      words.push(bare);
      at += bare.length;
    }
  }
  end();
  return commands;
}

/** A line of cmd with its variables in place of their names, as typed at the prompt: a name that is unknown stays as it is. */
function expandPercent(line: string, variables: Readonly<Record<string, string>>): string {
  return line.replace(/%([^%:]+)(:[^%]*)?%/g, (all, name: string) => variables[name.toUpperCase()] ?? all);
}

/** The arguments that a program of Windows takes from its line: CommandLineToArgvW. */
function windowsArguments(line: string): string[] {
  const found: string[] = [];
  let text: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; ) {
    const [slashes = ''] = /^\\*/.exec(line.slice(at)) ?? [];
    if (slashes !== '') {
      const isBeforeQuote = line[at + slashes.length] === '"';
      text = (text ?? '') + (isBeforeQuote ? '\\'.repeat(slashes.length / 2) : slashes);
      at += slashes.length;
      if (isBeforeQuote && slashes.length % 2 === 1) {
        text += '"';
        at++;
      }
    } else if (line[at] === '"') {
      isQuoted = !isQuoted;
      text ??= '';
      at++;
    } else if (!isQuoted && /[ \t]/.test(line[at] as string)) {
      if (text !== null) found.push(text);
      text = null;
      at++;
    } else text = (text ?? '') + line[at++];
  }
  return text === null ? found : [...found, text];
}

/**
 * The commands of a text typed into cmd: percent signs first, then carets and quotes, then the program's own reading of its line. `REM`
 * lines are comments.
 * @throws Error where cmd would read an operator, or has a line that it would not let go
 */
export function readCmd(script: string, variables: Readonly<Record<string, string>> = {}): string[][] {
  const commands: string[][] = [];
  for (const typed of script.replaceAll('^\n', '\u0001').split('\n')) {
    const line = expandPercent(typed, variables);
    let plain = '';
    let isQuoted = false;
    for (let at = 0; at < line.length; at++) {
      const char = line[at] as string;
      if (char === '^' && !isQuoted) {
        at++;
        if (at >= line.length) throw new Error('a caret at the end');
        plain += line[at];
      } else if (char === '\u0001') {
        // The first character of the next line has no meaning but itself.
        plain += line[++at] ?? '';
      } else {
        if (char === '"') isQuoted = !isQuoted;
        if (!isQuoted && '&|<>()'.includes(char)) throw new Error(`an operator: ${line.slice(at, at + 9)}`);
        plain += char;
      }
    }
    if (!plain.startsWith('REM ')) commands.push(windowsArguments(plain));
  }
  return commands;
}
