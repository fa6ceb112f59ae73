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
 * Texts in the order of people: `node-9` before `node-10`, capitals beside small letters, other scripts after ASCII in
 * the order of Unicode's collation. To compare two texts takes the collator longer than all the rest of sorting, and
 * nearly all names are ASCII, so those are compared by a key of their own.
 * @returns a new array; texts that differ have a place each
 */
export function naturalOrder(texts: readonly string[]): string[] {
  const plain: { key: string; text: string }[] = [];
  const others: string[] = [];
  for (const text of texts) {
    if (ASCII.test(text)) plain.push({ key: naturalKey(text), text });
    else others.push(text);
  }
  plain.sort((a, b) => compare(a.key, b.key) || compare(a.text, b.text));
  others.sort((a, b) => collator.compare(a, b) || compare(a, b));
  return [...plain.map(({ text }) => text), ...others];
}
