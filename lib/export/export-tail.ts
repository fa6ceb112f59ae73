import { lastPartOf } from './archive-tail';
import type { ExportFormat } from './export-options';
import { endPairs, exportEndSchema } from './export-provenance';
import type { TextOptions } from './export-text';

/** What a file says about itself at its end. Words are codes of problems, caveats or reasons. */
export type ExportSummary = {
  rows: number;
  complete: boolean;
  stopped: string | null;
  failures: { place: string; code: string }[];
  caveats: string[];
};

type Pairs = readonly (readonly [string, string])[];

/** The bytes at the end of a file in which its end is looked for. */
export const TAIL_BYTES = 256 * 1024;

function jsonPairs(text: string): Pairs {
  try {
    return endPairs(exportEndSchema.parse(JSON.parse(text)));
  } catch {
    return [];
  }
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

const TEXT_READERS: Record<TextOptions['format'], (tail: string) => Pairs> = {
  csv: (tail) => [...tail.matchAll(/^# ([\w ]+): (.*)\r$/gm)].map(([, name = '', text = '']) => [name, text]),
  ndjson: (tail) =>
    jsonPairs(/^\{"end":(\{.*\})\}\n$/m.exec(tail.slice(tail.lastIndexOf('\n{') + 1))?.[1] ?? ''),
  json: (tail) =>
    jsonPairs(/^"end":(\{.*\})\}\n$/.exec(tail.slice(tail.lastIndexOf('\n"end":') + 1))?.[1] ?? ''),
};

/** The rows of the last sheet. */
function sheetPairs(tail: Uint8Array): Pairs {
  const row = /<c r="A\d+" [^>]*><is><t[^>]*>([^<]*)<\/t><\/is><\/c><c r="B\d+" [^>]*><is><t[^>]*>([^<]*)</g;
  const plain = (xml: string) =>
    xml.replace(
      /&(?:lt|gt|amp|#x([0-9A-F]+));/g,
      (entity, code) => ENTITIES[entity] ?? String.fromCodePoint(Number.parseInt(code, 16)),
    );
  return [...lastPartOf(tail).matchAll(row)].map(([, name = '', text = '']) => [plain(name), plain(text)]);
}

/**
 * Reads what a file says at its end; null where it says nothing, so that it was cut off.
 * @param tail the end of the file
 */
export function readTail(format: ExportFormat, tail: Uint8Array): ExportSummary | null {
  const pairs = format === 'xlsx' ? sheetPairs(tail) : TEXT_READERS[format](new TextDecoder().decode(tail));
  const all = (name: string) => pairs.filter(([each]) => each === name).map(([, text]) => text);
  const [complete] = all('complete').slice(-1);
  const [rows] = all('rows').slice(-1);
  if (complete === undefined || rows === undefined) return null;
  const word = (text: string) => /^\w+/.exec(text)?.[0] ?? text;
  return {
    rows: Number(rows),
    complete: complete === 'true',
    stopped: all('stopped').map(word)[0] ?? null,
    failures: all('failure').map((text) => {
      const [, place = '', code = ''] = /^(.*?): (\w+)/.exec(text) ?? [];
      return { place, code };
    }),
    caveats: all('caveat').map(word),
  };
}
