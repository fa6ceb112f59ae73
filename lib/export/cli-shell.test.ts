import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellComment, shellWord } from './cli-shell';

const anyText = fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.replaceAll('\0', ''));

/** The text as UTF-8 can hold it. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

/** How a shell reads a script. */
const run = (script: string) => execFileSync('sh', ['-c', script], { encoding: 'utf8' });

describe('shellWord', () => {
  it('is one argument with the very same text, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 8 }), (texts) => {
        const out = run(`printf '%s\\036' ${texts.map(shellWord).join(' ')}`);
        expect(out).toBe(texts.map((text) => `${wellFormed(text)}\x1e`).join(''));
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

describe('shellComment', () => {
  it('runs nothing, not even in a shell that knows no comments', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const comment = shellComment('then keep:', `${text}$(echo ran)\n;echo ran`);
        expect(comment).not.toContain('\n');
        expect(run(`${comment}\necho end`)).toBe('end\n');
        expect(run(`:${comment.slice(1)}\necho end`)).toBe('end\n');
      }),
      { numRuns: 40 },
    );
  });
});
