import { mapSteps } from '@/lib/steps/map-steps';
import { sortSteps } from '@/lib/steps/sort-steps';

const collator = new Intl.Collator('en', { numeric: true });

const ASCII = /^[ -~]*$/;
const DIGITS = /\d+/g;

/** Text of ASCII whose code units sort as people count; each run of digits follows its own length. */
function naturalKey(text: string): string {
  return text.toLowerCase().replace(DIGITS, (run) => {
    const digits = run.replace(/^0+(?=\d)/, '');
    return `0${String.fromCharCode(48 + Math.min(digits.length, 70))}${digits}`;
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * In steps, texts in the order of people: `node-9` before `node-10`, capitals beside small letters, other scripts after ASCII in
 * the order of Unicode's collation. To compare two texts takes the collator longer than all the rest of sorting, and
 * nearly all names are ASCII, so those are compared by a key of their own.
 * @returns a new array; texts that differ have a place each
 */
export function* naturalOrderSteps(texts: readonly string[]): Generator<void, string[]> {
  const keyed = yield* mapSteps(texts, (text) => ({ text, key: ASCII.test(text) ? naturalKey(text) : null }));
  const plain = keyed.flatMap(({ text, key }) => (key === null ? [] : { text, key }));
  const others = keyed.flatMap(({ text, key }) => (key === null ? text : []));
  const sorted = yield* sortSteps(plain, (a, b) => compare(a.key, b.key) || compare(a.text, b.text));
  const last = yield* sortSteps(others, (a, b) => collator.compare(a, b) || compare(a, b));
  return [...sorted.map(({ text }) => text), ...last];
}
