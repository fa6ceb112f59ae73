import { type PodBook, podsNamed } from '@/lib/pods/pod-book';
import type { IntakeOption } from './intake-options';

/** The addresses of pods whose name contains the text, as the filter that finds them; none if no pod matches. */
export function podOptions(text: string, book: PodBook): IntakeOption[] {
  const values = [...new Set(podsNamed(book, text).flatMap(({ pod }) => pod.addresses))];
  if (values.length === 0) return [];
  const term = { key: 'ip' as const, negated: false, values };
  return [{ section: 'readsAs', term, reading: { as: 'pods', term, skipped: 0 }, count: null }];
}
