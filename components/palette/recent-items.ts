import * as z from 'zod/mini';

const MOST = 6;

const storedSchema = z.array(z.string());

/** The stored recent choices; none if the stored text is no list of ours. */
export function readRecent(text: string | null): string[] {
  try {
    const stored = storedSchema.safeParse(JSON.parse(text ?? '[]'));
    return stored.success ? stored.data.slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** The text to store after this choice. */
export function withRecent(text: string | null, key: string): string {
  return JSON.stringify([key, ...readRecent(text).filter((each) => each !== key)].slice(0, MOST));
}
