/** What the API does not say: an en dash. */
export function Absent() {
  return <span className="text-ink-3 max-[720px]:hidden">–</span>;
}
