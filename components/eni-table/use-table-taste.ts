'use client';

import { useCallback, useMemo } from 'react';
import * as z from 'zod/mini';
import { useStoredText } from '@/components/ui/use-stored-text';

/** A reader's table preferences, whatever it shows: widths in px by column, and how many of the first columns stay. */
const tasteSchema = z.object({
  widths: z.catch(z.record(z.string(), z.number().check(z.gte(16), z.lte(2000))), {}),
  pinned: z.catch(z.int().check(z.gte(1), z.lte(8)), 1),
});

export type TableTaste = z.infer<typeof tasteSchema>;

const DEFAULT: TableTaste = { widths: {}, pinned: 1 };

function parse(text: string | null): TableTaste {
  if (text === null) return DEFAULT;
  try {
    const parsed = tasteSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : DEFAULT;
  } catch {
    return DEFAULT;
  }
}

/** The preferences that this browser keeps; values of another version are left out. */
export function useTableTaste() {
  const [text, setText] = useStoredText('eni_atlas_table');
  const taste = useMemo(() => parse(text), [text]);
  const change = useCallback(
    (next: Partial<TableTaste>) => setText(JSON.stringify({ ...taste, ...next })),
    [taste, setText],
  );
  const resize = useCallback(
    (column: string, width: number | null) => {
      const { [column]: _before, ...others } = taste.widths;
      change({ widths: width === null ? others : { ...others, [column]: width } });
    },
    [taste, change],
  );
  return { taste, change, resize };
}
