import type { PagingFault } from './actions/call';
import { asRecord } from './settings';

const PAGING_EFFECTS = ['expireTokens', 'repeatToken', 'emptyPage', 'shortPage', 'extraToken'] as const;

const TRANSPORT_EFFECTS = [
  'html502',
  'empty500',
  'nullBody',
  'bom',
  'redirect302',
  'code200',
  'wrongContentType',
  'truncatedJson',
  'gzip',
  'truncatedGzip',
  'gzipBomb',
  'flood',
  'reset',
  'resetMidBody',
  'slowDrip',
  'lateHeaders',
  'hang',
] as const;

const OTHER_EFFECTS = ['error', 'throttle', 'latency'] as const;

export type TransportEffect = (typeof TRANSPORT_EFFECTS)[number];
export type Effect = TransportEffect | PagingFault | (typeof OTHER_EFFECTS)[number];

const EFFECTS: readonly Effect[] = [...OTHER_EFFECTS, ...TRANSPORT_EFFECTS, ...PAGING_EFFECTS];

interface FaultMatch {
  action?: string;
  region?: string;
  /** Name of the account: prod, staging … */
  account?: string;
  /** Name of the access key: prod, no-regions … */
  key?: string;
  /** Parameters that the call must have, with these values. */
  params?: Record<string, string>;
  /** Only the n-th of the calls that otherwise match, from 1. */
  nth?: number;
}

export interface FaultRule {
  match?: FaultMatch;
  /** How often it applies; for ever where it is absent. */
  times?: number;
  effect: Effect;
  /** Of `error`, `code200` and `throttle`. `error` knows status and message of those in error-table.ts. */
  code?: string;
  /** Of `error`, `throttle` and `html502`. */
  status?: number;
  message?: string;
  /** Of `latency`, `lateHeaders`, and between two pieces of a `slowDrip`. */
  ms?: number;
  /** Of `error` and `throttle`: the x-acs-retry-after to send, in milliseconds. */
  retryAfterMs?: number;
  /** Of `gzipBomb`, once inflated, and `flood`. */
  megabytes?: number;
}

export interface FaultSubject {
  action: string;
  region: string;
  account: string;
  key: string;
  params: ReadonlyMap<string, string>;
}

export function isTransportEffect(effect: Effect): effect is TransportEffect {
  return (TRANSPORT_EFFECTS as readonly string[]).includes(effect);
}

export function isPagingEffect(effect: Effect): effect is PagingFault {
  return (PAGING_EFFECTS as readonly string[]).includes(effect);
}

/** The rules in force. The first that matches a call applies; `latency` rules leave room for one more. */
export class Faults {
  private rules: { rule: FaultRule; seen: number; applied: number }[] = [];

  set(rules: readonly FaultRule[]): void {
    this.rules = rules.map((rule) => ({ rule, seen: 0, applied: 0 }));
  }

  add(rules: readonly FaultRule[]): void {
    this.rules.push(...rules.map((rule) => ({ rule, seen: 0, applied: 0 })));
  }

  list(): { rule: FaultRule; seen: number; applied: number }[] {
    return this.rules;
  }

  /** The rules that apply to a call; counts it. */
  take(subject: FaultSubject): FaultRule[] {
    const taken: FaultRule[] = [];
    for (const entry of this.rules) {
      const { rule } = entry;
      if (!matches(rule.match ?? {}, subject)) continue;
      entry.seen += 1;
      if (rule.match?.nth !== undefined && rule.match.nth !== entry.seen) continue;
      if (rule.times !== undefined && entry.applied >= rule.times) continue;
      entry.applied += 1;
      taken.push(rule);
      if (rule.effect !== 'latency') break;
    }
    return taken;
  }
}

function matches(match: FaultMatch, subject: FaultSubject): boolean {
  return (
    (match.action === undefined || match.action === subject.action) &&
    (match.region === undefined || match.region === subject.region) &&
    (match.account === undefined || match.account === subject.account) &&
    (match.key === undefined || match.key === subject.key) &&
    Object.entries(match.params ?? {}).every(([name, value]) => subject.params.get(name) === value)
  );
}

const FIELDS: Record<string, 'string' | 'number'> = {
  code: 'string',
  message: 'string',
  status: 'number',
  times: 'number',
  ms: 'number',
  retryAfterMs: 'number',
  megabytes: 'number',
};

/** Rules out of untrusted JSON; throws an Error that says which rule and field is wrong. */
export function parseFaultRules(input: unknown): FaultRule[] {
  if (!Array.isArray(input)) throw new Error('faults must be a JSON array of rules');
  return input.map((entry, index) => parseRule(entry, `faults[${index}]`));
}

function parseRule(input: unknown, where: string): FaultRule {
  const { effect, match, ...rest } = asRecord(input, where);
  if (!EFFECTS.includes(effect as Effect)) {
    throw new Error(`${where}.effect must be one of ${EFFECTS.join(', ')}`);
  }
  checkTypes(rest, FIELDS, where);
  if (rest.status !== undefined && !(Number(rest.status) >= 200 && Number(rest.status) <= 599)) {
    throw new Error(`${where}.status must be 200-599`);
  }
  if (match !== undefined) {
    const { params, ...words } = asRecord(match, `${where}.match`);
    const fields = {
      action: 'string',
      region: 'string',
      account: 'string',
      key: 'string',
      nth: 'number',
    } as const;
    checkTypes(words, fields, `${where}.match`);
    if (params !== undefined) asRecord(params, `${where}.match.params`);
  }
  return input as FaultRule;
}

function checkTypes(input: Record<string, unknown>, fields: Record<string, string>, where: string): void {
  for (const [name, value] of Object.entries(input)) {
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!type) throw new Error(`${where}.${name} is unknown; known: ${Object.keys(fields).join(', ')}`);
    const isGood =
      type === 'string' ? typeof value === 'string' : Number.isInteger(value) && Number(value) >= 0;
    if (!isGood)
      throw new Error(`${where}.${name} must be a ${type === 'string' ? 'string' : 'whole number'}`);
  }
}
