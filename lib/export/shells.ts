import { visibleText } from '@/lib/eni/visible-text';
import { shellComment, shellWord } from './cli-shell';
import { cmdWord, needsNewPowershell, powershellWord } from './shell-windows';

/** The shells that a command can be written for: POSIX ones, PowerShell, and the command prompt of Windows. */
export const COMMAND_SHELLS = ['sh', 'powershell', 'cmd'] as const;
export type CommandShell = (typeof COMMAND_SHELLS)[number];

type Grammar = {
  /** One argument, whatever the text holds. */
  word: (text: string) => string;
  /** A comment on one line: our own words, and texts of others in a form that runs nothing. */
  comment: (says: string, ...words: string[]) => string;
  /** The end of a line that continues on the next one. */
  goesOn: string;
  /** The name of curl: PowerShell has a command of its own by that name. */
  curl: string;
  /** A comment with what a reader must know to use these words. */
  caveat: (words: readonly string[]) => string | null;
};

const commentWith =
  (mark: string, word: Grammar['word']): Grammar['comment'] =>
  (says, ...words) =>
    [mark, says, ...words.map((each) => word(visibleText(each)))].join(' ');

const powershellComment = commentWith('#', powershellWord);

export const SHELLS: Readonly<Record<CommandShell, Grammar>> = {
  sh: { word: shellWord, comment: shellComment, goesOn: ' \\\n', curl: 'curl', caveat: () => null },
  powershell: {
    word: powershellWord,
    comment: powershellComment,
    goesOn: ' `\n',
    curl: 'curl.exe',
    caveat: (words) =>
      words.some(needsNewPowershell)
        ? powershellComment(
            'PowerShell 7.3 or later is needed: an older one changes an argument with a double quote in it.',
          )
        : null,
  },
  cmd: {
    word: cmdWord,
    comment: commentWith('REM', cmdWord),
    goesOn: ' ^\n',
    curl: 'curl',
    caveat: () => null,
  },
};
