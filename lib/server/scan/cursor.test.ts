import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/eni/problem';
import { digestsOf, type Question, readCursor, type ScanState, writeCursor } from './cursor';

const question: Question = { accounts: ['prod'], text: 'status=Available' };
const now = 1_800_000_000_000;
const state: ScanState = {
  started: now - 1000,
  issued: now,
  ...digestsOf(question),
  pages: 1,
  divided: [],
  active: [[0, null, { token: 'AAA+/=', after: null, mode: 'describe', pages: 1, rows: 500 }]],
  next: 1,
  failed: [],
  seen: [],
};
const cursor = writeCursor(state);

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'read';
}

describe('readCursor', () => {
  it('reads back what was written', () => expect(readCursor(cursor, question, now)).toEqual(state));

  it.each([
    ['garbage', 'cursor_invalid'],
    ['', 'cursor_invalid'],
    ['AAAAAdDWBF2+/=', 'cursor_invalid'],
    [`${cursor}.x`, 'cursor_invalid'],
    ['x'.repeat(10_000), 'cursor_invalid'],
  ])('refuses %s', (text, code) => expect(codeOf(() => readCursor(text, question, now))).toBe(code));

  it('refuses a cursor with any one character changed', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...alphabet), (at, char) => {
        fc.pre(cursor[at] !== char);
        expect(
          codeOf(() => readCursor(cursor.slice(0, at) + char + cursor.slice(at + 1), question, now)),
        ).toBe('cursor_invalid');
      }),
    );
  });

  it('fits into a URL with as many lanes open as there may be', () => {
    const lanes = Array.from({ length: 28 }, (_, i): ScanState['active'][number] => [
      0,
      { vSwitchId: `vsw-bp1${randomBytes(9).toString('hex')}`, type: i % 3 === 0 ? 'Primary' : null },
      { token: randomBytes(90).toString('base64'), after: null, mode: 'describe', pages: 9, rows: 4500 },
    ]);
    const large = writeCursor({ ...state, active: lanes });
    expect(large.length).toBeLessThan(8_000);
    expect(readCursor(large, question, now).active).toEqual(lanes);
  });

  it('refuses the cursor of another search, of another account, and of 11 minutes ago', () => {
    expect(codeOf(() => readCursor(cursor, { ...question, text: 'status=InUse' }, now))).toBe(
      'cursor_mismatch',
    );
    expect(codeOf(() => readCursor(cursor, { ...question, accounts: ['staging'] }, now))).toBe(
      'cursor_forbidden',
    );
    expect(codeOf(() => readCursor(cursor, question, now + 11 * 60_000))).toBe('cursor_expired');
    expect(codeOf(() => readCursor(cursor, question, now + 9 * 60_000))).toBe('read');
  });
});
