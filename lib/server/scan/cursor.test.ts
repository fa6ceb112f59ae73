import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/eni/problem';
import { parseSearch } from '@/lib/search/params';
import { planSearch } from '@/lib/search/reading/plan';
import { LONGEST, readCursor, writeCursor } from './cursor';
import { type Position, startIn } from './position';
import { digestsOf } from './question';
import { beginScan, MOST_OPEN, type Scan, type ScanState } from './state';

const now = 1_800_000_000_000;
const account = { name: 'prod', profile: null, roleArn: null, regions: null };
const scanOf = (query: string, keys = [Buffer.alloc(32, 1)]): Scan => ({
  plan: planSearch(parseSearch(new URLSearchParams(query)).search, now),
  places: ['cn-hangzhou', 'cn-beijing'].map((region) => ({ account, region })),
  limited: false,
  question: { accounts: ['prod'], text: query, search: query, asker: null },
  keys,
  rate: 8,
  concurrency: 8,
  wideUpTo: 0,
  isWide: true,
  forced: null,
});
const scan = scanOf('status=Available');
const position: Position = { ...startIn('describe'), token: 'AAA+/=', page: 2, rows: 500 };
const place = {
  next: 1,
  strands: [[0, null, position] as [number, null, Position]],
  divisions: [],
  seen: [],
};
const state: ScanState = { ...beginScan(scan, now), pages: 1, places: [place, 'new'] };
const write = (each: ScanState, by = scan) => writeCursor(each, by.keys) ?? 'too long';
const cursor = write(state);

function codeOf(text: string, by = scan, at = now): string {
  try {
    readCursor(text, by, at);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'read';
}

describe('readCursor', () => {
  it('reads back what was written', () => expect(readCursor(cursor, scan, now)).toEqual(state));

  it.each([
    ['garbage', 'cursor_invalid'],
    ['', 'cursor_invalid'],
    ['AAAAAdDWBF2+/=', 'cursor_invalid'],
    [`${cursor}.x`, 'cursor_invalid'],
    [`${cursor}${cursor}`, 'cursor_invalid'],
    [cursor.slice(0, -1), 'cursor_invalid'],
    [cursor.slice(0, 40), 'cursor_invalid'],
    ['é'.repeat(60), 'cursor_invalid'],
    [`${cursor.slice(0, -22)}${'é'.repeat(22)}`, 'cursor_invalid'],
    ['x'.repeat(10_000), 'cursor_invalid'],
  ])('refuses %s', (text, code) => expect(codeOf(text)).toBe(code));

  it('refuses a cursor with any one character changed', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.é';
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...alphabet), (at, char) => {
        fc.pre(cursor[at] !== char);
        // If the change hit the name of the key, no process has such a key.
        expect(['cursor_invalid', 'cursor_expired']).toContain(
          codeOf(cursor.slice(0, at) + char + cursor.slice(at + 1)),
        );
      }),
    );
  });

  it('refuses what another process sealed as too old, so that reading begins anew, and opens what it has the key of', () => {
    const [ours, theirs] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const foreign = write(state, scanOf('status=Available', [theirs]));
    expect(codeOf(foreign)).toBe('cursor_expired');
    expect(codeOf(foreign, scanOf('status=Available', [ours, theirs]))).toBe('read');
  });

  it('refuses the cursor of another search, of another account, of 11 minutes ago, and of the future', () => {
    expect(codeOf(cursor, scanOf('status=InUse'))).toBe('cursor_mismatch');
    const staging = { ...scan, question: { ...scan.question, accounts: ['staging'] } };
    expect(codeOf(cursor, staging)).toBe('cursor_forbidden');
    expect(codeOf(cursor, scan, now + 11 * 60_000)).toBe('cursor_expired');
    expect(codeOf(cursor, scan, now - 11 * 60_000)).toBe('cursor_expired');
    expect(codeOf(cursor, scan, now + 9 * 60_000)).toBe('read');
  });
});

/** A state with our seal that does not belong to this scan: whatever made it, none of it runs. */
describe('a sealed state is checked against the plan', () => {
  const division = { by: 'vswitch', begun: null, least: 1, most: 2, read: 0 } as const;
  const bend = (change: object): unknown => ({ ...state, places: [{ ...place, ...change }, 'new'] });
  const strand = (change: object, part: unknown = null, query: unknown = 0) => [
    query,
    part,
    { ...position, ...change },
  ];
  it.each<[string, unknown]>([
    ['a query counted from far below', bend({ next: -1e300 })],
    ['a query beyond the plan', bend({ next: 2 })],
    ['half a query', bend({ next: 0.5 })],
    ['a strand of a query that has not begun', bend({ next: 0 })],
    ['a strand of no query', bend({ strands: [strand({}, null, 7)] })],
    ['a mode that the query cannot have', bend({ strands: [strand({ mode: 'instances' })] })],
    ['a mode that is in no cursor', bend({ strands: [strand({ mode: 'list' })] })],
    ['tags where nothing is capped', bend({ strands: [strand({ mode: 'tagged' })] })],
    ['numbered pages without their count', bend({ strands: [strand({ mode: 'pages' })] })],
    ['a page before the first', bend({ strands: [strand({ page: 0 })] })],
    ['a page without end', bend({ strands: [strand({ page: 1e9 })] })],
    ['a part of what is not parted', bend({ strands: [strand({}, 'vsw-1')] })],
    ['the whole of what is parted', bend({ divisions: [[0, division]] })],
    ['the same strand twice', bend({ strands: [strand({}), strand({})] })],
    ['a count that shrinks', bend({ strands: [], divisions: [[0, { ...division, least: 3 }]] })],
    [
      'numbered pages that nobody reads',
      bend({ strands: [], divisions: [[0, { ...division, by: 'pages' }]] }),
    ],
    ['more strands than may be open', bend({ strands: Array(MOST_OPEN + 1).fill(strand({})) })],
    ['a place less', { ...state, places: [place] }],
    ['a scan that is over', { ...state, places: ['done', 'failed'] }],
    ['something more', { ...state, more: 1 }],
    ['no state', null],
  ])('%s', (_, bent) => expect(codeOf(write(bent as ScanState))).toBe('cursor_invalid'));
});

describe('writeCursor', () => {
  const token = () => randomBytes(90).toString('base64');
  const vSwitches = Array.from({ length: 10_000 }, () => `vsw-bp1${randomBytes(9).toString('hex')}`);
  const openAt = (count: number, tokenOf: () => string): ScanState => ({
    ...state,
    places: [
      {
        next: 1,
        seen: Array.from({ length: 150 }, () => randomBytes(6).toString('base64url')),
        divisions: [
          [0, { by: 'vswitch', begun: `4294967040 ${vSwitches.at(-1)}`, least: 1, most: 1, read: 1 }],
        ],
        strands: vSwitches.slice(0, count).map((id) => [
          0,
          id,
          {
            ...position,
            token: tokenOf(),
            within: { size: 500, given: 499 },
            last: Array.from({ length: 3 }, () => randomBytes(4).toString('hex')),
          },
        ]),
      },
      'new',
    ],
  });

  it('fits into a URL with as many of 10,000 vSwitches open as there may be', () => {
    const text = write(openAt(MOST_OPEN, token));
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(codeOf(text)).toBe('read');
  });

  it('never writes what it would not read, however long the tokens are', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 0, max: MOST_OPEN }),
        (length, count) => {
          const text = writeCursor(
            openAt(count, () => randomBytes(length).toString('base64url').slice(0, length)),
            scan.keys,
          );
          if (text !== null) expect(codeOf(text)).toBe('read');
          if (count <= 1) expect(text).not.toBeNull();
        },
      ),
      { numRuns: 60 },
    ));

  it('writes of 2,000 places which are done', () =>
    expect(writeCursor({ ...state, places: Array(2000).fill('done') }, scan.keys)).not.toBeNull());

  it('says nothing of what is in it', () => {
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('AAA+/=');
    expect(write(state)).not.toBe(cursor);
    expect(digestsOf(scan.question).question).not.toContain('Available');
  });
});
