import 'server-only';
import { z } from 'zod';

/**
 * One variable: its default where it is absent or empty, else the result of `parse`; `allowed` describes what it
 * accepts.
 */
export function setting<T>(allowed: string, fallback: T, parse: (text: string) => T | undefined) {
  return z
    .string()
    .optional()
    .transform((text, context): T => {
      if (text === undefined || text === '') return fallback;
      const value = parse(text);
      if (value === undefined) context.addIssue({ code: 'custom', message: allowed });
      return value ?? fallback;
    });
}
