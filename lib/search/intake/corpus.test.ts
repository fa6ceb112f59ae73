import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPaste } from './paste';
import { oneLine } from './plain-text';

const FOLDER = join(import.meta.dirname, 'corpus');

/** A file of the corpus: what a tool printed, then what has to come out of it, then some of what is named as not read. */
function outputOf(file: string) {
  const [text = '', rest = ''] = readFileSync(join(FOLDER, file), 'utf8').split('=== read\n');
  const [read = '', unread = ''] = rest.split('=== not read\n');
  const lines = (part: string) => part.split('\n').filter(Boolean);
  return { name: file.replace('.txt', ''), text, read: lines(read), unread: lines(unread) };
}

const OUTPUTS = readdirSync(FOLDER).map(outputOf);
const valuesOf = (text: string) => readPaste(text).items.map(({ value }) => value);
const sorted = (values: readonly string[]) => [...values].sort();

/** Found without the code under test: whatever has the form of an address, a MAC or an id. */
const THINGS =
  /(?<![\w.:*-])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}|(?:eni|vpc|vsw|sg|rg|eip|i)-[a-z0-9]*\d[a-z0-9]*)(?![\w.:*-])/gi;

it('has what tools print', () => expect(OUTPUTS.length).toBeGreaterThanOrEqual(40));

describe.each(OUTPUTS)('$name', ({ text, read, unread }) => {
  it.each([
    ['as it is', text],
    ['as the field of one line holds it', oneLine(text)],
  ])('%s: all that it holds comes out, and nothing else', (_, given) => {
    expect(sorted(valuesOf(given))).toEqual(sorted(read));
    const listed = readPaste(given).unread.join('\n');
    for (const piece of unread) expect(listed).toContain(piece);
  });

  it('is read once more as what was read', () => expect(valuesOf(read.join(' '))).toEqual(read));

  it('leaves out nothing that has the form of a thing', () => {
    const told = [...read, ...readPaste(text).unread].join('\n').toLowerCase();
    for (const [thing] of text.matchAll(THINGS)) {
      const plain = thing.toLowerCase();
      // A mask is read with its address.
      if (plain.startsWith('255.') || plain.startsWith('0.')) continue;
      expect(told.includes(plain) || told.includes(plain.replaceAll('-', ':')), thing).toBe(true);
    }
  });
});
