import { invalidParameter, missingParameter } from './errors';

export interface TagFilter {
  key: string;
  /** null: any value. */
  value: string | null;
}

/** The parameters of an RPC call: flat names, arrays numbered from 1 (`Tag.1.Key`). */
export class Params {
  constructor(readonly all: ReadonlyMap<string, string>) {}

  /** Parameters of the query and of a form body; the body wins. */
  static from(url: string, contentType: string, body: string): Params {
    const all = new Map(new URL(url, 'http://emulator').searchParams);
    if (contentType.startsWith('application/x-www-form-urlencoded')) {
      for (const [name, value] of new URLSearchParams(body)) all.set(name, value);
    }
    return new Params(all);
  }

  has(name: string): boolean {
    return this.all.has(name);
  }

  /** The value, or null where it is absent or empty: ECS takes an empty parameter for one that was not sent. */
  text(name: string): string | null {
    return this.all.get(name) || null;
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === null) throw missingParameter(name);
    return value;
  }

  integer(name: string): number | null {
    const value = this.text(name);
    if (value === null) return null;
    if (!/^-?\d{1,9}$/.test(value)) throw invalidParameter(name);
    return Number(value);
  }

  boolean(name: string): boolean | null {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return null;
    if (value !== 'true' && value !== 'false') throw invalidParameter(name);
    return value === 'true';
  }

  oneOf(name: string, allowed: readonly string[]): string | null {
    const value = this.text(name);
    if (value !== null && !allowed.includes(value)) throw invalidParameter(name);
    return value;
  }

  /** The values of `name.1`, `name.2` …, in order of their numbers; gaps are allowed. */
  list(name: string, most: number): string[] {
    const numbered: [number, string][] = [];
    for (const [key, value] of this.all) {
      const index = key.startsWith(`${name}.`) ? key.slice(name.length + 1) : '';
      if (/^\d+$/.test(index) && value !== '') numbered.push([Number(index), value]);
    }
    if (numbered.length > most) throw invalidParameter(name);
    return numbered.sort(([a], [b]) => a - b).map(([, value]) => value);
  }

  /** A list that is a JSON array in one string; null where it was not sent. */
  jsonList(name: string, most: number): string[] | null {
    const text = this.text(name);
    if (text === null) return null;
    try {
      const items: unknown = JSON.parse(text);
      const isList = Array.isArray(items) && items.every((item) => typeof item === 'string');
      if (isList && items.length <= most) return items;
    } catch {
      // Not JSON: the same answer as for a list that is too long.
    }
    throw invalidParameter(name);
  }

  tags(most = 20): TagFilter[] {
    const keys = new Map<string, string>();
    const values = new Map<string, string>();
    for (const [name, value] of this.all) {
      const match = /^Tag\.(\d+)\.(Key|Value)$/.exec(name);
      if (match?.[1] !== undefined) (match[2] === 'Key' ? keys : values).set(match[1], value);
    }
    if (new Set([...keys.keys(), ...values.keys()]).size > most) throw invalidParameter('Tag');
    for (const index of values.keys())
      if (!keys.get(index)) throw invalidParameter(`Tag.${index}.Key`, '.TagValue');
    return [...keys].map(([index, key]) => ({ key, value: values.get(index) || null }));
  }
}
