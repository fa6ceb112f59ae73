import { visibleText } from '@/lib/eni/visible-text';

/**
 * One argument of a program that PowerShell runs, whatever the text holds: always in single quotes, as bare words have rules of their
 * own (`-a.b` is two of them), and with all that it takes for a single quote doubled. about_Quoting_Rules
 */
export function powershellWord(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/**
 * Whether PowerShell before 7.3 hands an argument on as something else: it puts quotes around one with blanks, and escapes
 * neither the quotes in it nor a backslash before the last one. about_Parsing, "Passing arguments to native commands"
 */
export function needsNewPowershell(text: string): boolean {
  return text.includes('"') || (/\s/.test(text) && text.endsWith('\\'));
}

/** An argument as a program of Windows reads it from its line: a backslash counts only before a quote. CommandLineToArgvW */
function windowsArgument(text: string): string {
  const inside = text.replace(
    /(\\*)("|$)/g,
    (_, slashes: string, quote: string) => slashes + slashes + (quote && '\\"'),
  );
  return `"${inside}"`;
}

/**
 * One argument as it is typed into cmd, whatever the text holds. A caret stands before each character that cmd reads, the quotes among
 * them, so that it never thinks itself inside quotes; and behind each percent sign, so that no name of a variable comes of what follows.
 * A line break, which no argument can have here, is written as it is shown, `\u000a`.
 */
export function cmdWord(text: string): string {
  if (/^[A-Za-z0-9_./:@+-]+$/.test(text)) return text;
  const oneLine = text.replace(/[\r\n]|\0/g, visibleText);
  return windowsArgument(oneLine).replace(/[()%!^"<>&|]|(?<=%)./gu, '^$&');
}
