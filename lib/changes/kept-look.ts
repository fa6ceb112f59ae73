import * as z from 'zod/mini';
import { keyIn } from '@/lib/eni/place';
import type { Look, LookRow } from './look';

const text = z.nullable(z.string());
const tupleSchema = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  text,
  text,
  text,
  text,
  z.array(z.string()),
]);
const tuplesSchema = z.array(tupleSchema);

/** Rows in one text of a kept look: small enough to be written and read between two frames. */
const ROWS_IN_TEXT = 1000;

/**
 * A look as a browser keeps it. Rows are texts, as a browser copies texts at no cost and objects one by one.
 */
const keptLookSchema = z.object({
  v: z.literal(1),
  takenAt: z.string().check(z.refine((moment) => !Number.isNaN(Date.parse(moment)))),
  complete: z.boolean(),
  scope: z.object({ accounts: z.array(z.string()), regions: z.array(z.string()) }),
  unread: z.array(z.string()),
  rows: z.array(z.string()),
});

export type KeptLook = z.infer<typeof keptLookSchema>;

const tupleOf = (row: LookRow): z.infer<typeof tupleSchema> => [
  row.account,
  row.region,
  row.id,
  row.name,
  row.status,
  row.instanceId,
  row.vpcId,
  [...row.holds],
];

function rowOf(tuple: z.infer<typeof tupleSchema>): LookRow {
  const [account, region, id, name, status, instanceId, vpcId, holds] = tuple;
  return { key: keyIn({ account, region }, id), account, region, id, name, status, instanceId, vpcId, holds };
}

/** @yields after each text of rows */
export function* keepSteps(look: Look): Generator<undefined, KeptLook, void> {
  const { takenAt, complete, scope, unread } = look;
  const rows: string[] = [];
  for (let at = 0; at < look.rows.length; at += ROWS_IN_TEXT) {
    rows.push(JSON.stringify(look.rows.slice(at, at + ROWS_IN_TEXT).map(tupleOf)));
    yield;
  }
  return { v: 1, takenAt, complete, scope, unread: [...unread], rows };
}

/**
 * Why a kept look is of no use: a later version wrote it, and it is left alone, or it is not what this version writes.
 */
export type KeptIssue = 'newer' | 'corrupt';

function rowsOf(json: string): LookRow[] | null {
  try {
    const parsed = tuplesSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data.map(rowOf) : null;
  } catch {
    return null;
  }
}

function versionOf(kept: unknown): unknown {
  return typeof kept === 'object' && kept !== null && 'v' in kept ? kept.v : null;
}

/** @yields after each text of rows */
export function* recallSteps(kept: unknown): Generator<undefined, Look | KeptIssue, void> {
  const version = versionOf(kept);
  if (typeof version === 'number' && version > 1) return 'newer';
  const parsed = keptLookSchema.safeParse(kept);
  if (!parsed.success) return 'corrupt';
  const { takenAt, complete, scope, unread } = parsed.data;
  const rows: LookRow[] = [];
  for (const json of parsed.data.rows) {
    const some = rowsOf(json);
    if (some === null) return 'corrupt';
    for (const row of some) rows.push(row);
    yield;
  }
  return { takenAt, complete, scope, unread, stale: [], rows };
}

/** The facts about a kept look that need no reading of it. */
export type KeptHead = { search: string; rows: number };

/** Searches whose look is kept, and ENIs in all of them together. */
export const MOST_LOOKS = 10;
export const MOST_ROWS = 250_000;

/**
 * The heads with one more, the latest first, as many as there is room for; null where it has no room by itself.
 */
export function withHead(heads: readonly KeptHead[], added: KeptHead): KeptHead[] | null {
  if (added.rows > MOST_ROWS) return null;
  const kept = [added];
  let rows = added.rows;
  for (const head of heads) {
    if (head.search === added.search) continue;
    rows += head.rows;
    if (kept.length === MOST_LOOKS || rows > MOST_ROWS) break;
    kept.push(head);
  }
  return kept;
}
