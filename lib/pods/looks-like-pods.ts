/**
 * Whether a text that was pasted into another field is kubectl's: told by the head of its table, or by the kind of its
 * JSON. That it can be read is another matter.
 */
export function looksLikePods(text: string): boolean {
  const start = text.slice(0, 4000).trimStart();
  if (start.startsWith('{'))
    return (
      /"kind":\s*"(List|PodList|Pod)"/.test(start) || /"kind":\s*"(List|PodList)"/.test(text.slice(-400))
    );
  return /^(?:.*\n){0,3}?(NAMESPACE\s+)?NAME\s+READY\s+STATUS\b.*\bIP\b/.test(start);
}
