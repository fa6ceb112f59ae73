import { STEP } from './look';
import type { SavedIssue } from './saved-issue';

/**
 * The contents of a file before they are checked: its rows, what it says about itself, and what a row of it is called.
 */
export type Saved = { items: readonly unknown[]; about: unknown; nameOf: (at: number) => string };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** The contents of a line that is about the file and not an ENI: how it began, how it ended. */
function aboutOf(line: unknown): unknown {
  return isRecord(line) && ('provenance' in line || 'end' in line) && !('id' in line) ? line : undefined;
}

function* readLines(text: string): Generator<undefined, Saved | SavedIssue, void> {
  const items: unknown[] = [];
  const names: number[] = [];
  let about: Record<string, unknown> = {};
  for (const [at, line] of text.split('\n').entries()) {
    if (at % STEP === 0) yield;
    if (line.trim() === '') continue;
    const parsed = parse(line);
    if (parsed === null) return { code: 'not_json', at: `line ${at + 1}` };
    const said = aboutOf(parsed.value);
    if (isRecord(said)) about = { ...about, ...said };
    else {
      items.push(parsed.value);
      names.push(at + 1);
    }
  }
  return { items, about, nameOf: (at) => `line ${names[at] ?? 0}` };
}

/**
 * The rows of a file: an array, an object with `items`, or a line each.
 * @yields while lines are read
 */
export function* readSaved(given: string): Generator<undefined, Saved | SavedIssue, void> {
  const text = given.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { code: 'empty' };
  const whole = parse(text);
  if (whole === null) {
    // If the first of several lines is JSON by itself, the text has one row a line.
    const first = /^\s*(\S.*)/.exec(text)?.[1] ?? '';
    return parse(first) === null ? { code: 'not_json' } : yield* readLines(text);
  }
  const { value } = whole;
  if (Array.isArray(value)) return { items: value, about: {}, nameOf: (at) => `[${at}]` };
  if (isRecord(value) && Array.isArray(value.items))
    return { items: value.items, about: value, nameOf: (at) => `items[${at}]` };
  if (isRecord(value) && 'id' in value && 'account' in value) return yield* readLines(text);
  return { code: 'not_enis' };
}
