import 'server-only';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { ProblemError } from '@/lib/eni/problem';
import { LANE_TYPES } from '@/lib/search/lanes';

/**
 * Where one upstream query goes on.
 * - `token`: the NextToken, null at its start; `after`: rows up to this id were given already.
 * - `mode`: how the query is being read, see queries.ts; `open`, `split` and `close` are steps of reading in lanes.
 * - `pages`, `rows`: read so far, for the guards.
 */
const positionSchema = z.object({
  token: z.string().nullable(),
  after: z.string().nullable(),
  mode: z.enum(['describe', 'tagged', 'instances', 'wide', 'open', 'split', 'close', 'rest']),
  pages: z.number(),
  rows: z.number(),
});

export type Position = z.infer<typeof positionSchema>;

const laneSchema = z.object({ vSwitchId: z.string(), type: z.enum(LANE_TYPES).nullable() });

/**
 * A query that is read in lanes: the order of the last lane begun, what the API counted at the start, and the rows
 * read so far.
 */
const divisionSchema = z.object({ begun: z.string(), expected: z.number(), read: z.number() });

export type Division = z.infer<typeof divisionSchema>;

const stateSchema = z.object({
  /** Start of the scan and time of this cursor, ms since the epoch. */
  started: z.number(),
  issued: z.number(),
  /** Digests of the accounts and of the whole question, so that a cursor only continues what it came from. */
  accounts: z.string(),
  question: z.string(),
  /** Pages given so far. */
  pages: z.number(),
  /** Queries under way: number in the work list, the lane where it has lanes, and where each goes on. */
  active: z.array(z.tuple([z.number(), laneSchema.nullable(), positionSchema])),
  /** Queries that are read in lanes. */
  divided: z.array(z.tuple([z.number(), divisionSchema])),
  /** The first query of the work list that has not begun. */
  next: z.number(),
  /** Numbers of the cells that failed and are not asked again. */
  failed: z.array(z.number()),
  /** Digests of the rows that hints have brought already. */
  seen: z.array(z.string()),
});

/** Where a scan goes on: all that a replica needs to serve the next page. */
export type ScanState = z.infer<typeof stateSchema>;

/** What a cursor belongs to. */
export type Question = { accounts: string[]; text: string };

/** Of the text. The search stands beside it in the URL, and both have to fit into what the guard lets in. */
const LONGEST = 9_000;
const MOST_BYTES = 64 * 1024;
const LIFETIME = 10 * 60_000;

// Not a secret: the tag tells damage and mix-ups from ours. A forged cursor can ask for nothing that its forger could
// not ask for with a search. docs/decisions/0004
const TAG_KEY = 'eni-atlas cursor v1';

export function digest(text: string, length = 12): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

function tagOf(payload: string): string {
  return createHmac('sha256', TAG_KEY).update(payload).digest('base64url').slice(0, 22);
}

/** The question's digests, for a new state. */
export function digestsOf(question: Question): Pick<ScanState, 'accounts' | 'question'> {
  return { accounts: digest(question.accounts.join('\n')), question: digest(question.text) };
}

/** A state as the opaque text that clients send back. Squeezed, as it has to fit into a URL with many strands open. */
export function writeCursor(state: ScanState): string {
  const payload = deflateRawSync(JSON.stringify(state), { level: 9 }).toString('base64url');
  return `${payload}.${tagOf(payload)}`;
}

/** What was packed; null where it was not packed here. */
function unpack(payload: string): unknown {
  try {
    const packed = Buffer.from(payload, 'base64url');
    return JSON.parse(inflateRawSync(packed, { maxOutputLength: MOST_BYTES }).toString());
  } catch {
    return null;
  }
}

function invalid(): ProblemError {
  return new ProblemError('cursor_invalid', {
    field: 'cursor',
    detail: 'The cursor is not one of ours, or was damaged. Start again without it.',
  });
}

/**
 * Reads a cursor back.
 * @throws ProblemError `cursor_invalid`, `cursor_forbidden` (another account), `cursor_mismatch` (another search),
 *   `cursor_expired` (older than 10 minutes)
 */
export function readCursor(text: string, question: Question, now: number): ScanState {
  const [payload = '', tag = '', rest] = text.length > LONGEST ? [] : text.split('.');
  const expected = tagOf(payload);
  if (
    rest !== undefined ||
    tag.length !== expected.length ||
    !timingSafeEqual(Buffer.from(tag), Buffer.from(expected))
  )
    throw invalid();
  const parsed = stateSchema.safeParse(unpack(payload));
  if (!parsed.success) throw invalid();
  const state = parsed.data;
  const own = digestsOf(question);
  if (state.accounts !== own.accounts) {
    throw new ProblemError('cursor_forbidden', {
      field: 'cursor',
      detail: 'The cursor belongs to another account.',
    });
  }
  if (state.question !== own.question) {
    throw new ProblemError('cursor_mismatch', {
      field: 'cursor',
      detail: 'The cursor belongs to another search.',
    });
  }
  if (now - state.issued > LIFETIME) throw cursorExpired();
  return state;
}

/** The cursor, or an upstream token in it, is too old: start again and merge by id. */
export function cursorExpired(): ProblemError {
  return new ProblemError('cursor_expired', {
    field: 'cursor',
    detail: 'The cursor is too old. Start again without it; ENIs that come twice have the same id.',
  });
}
