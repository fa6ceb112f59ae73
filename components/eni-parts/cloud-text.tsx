import { visibleText } from '@/lib/eni/visible-text';

/** Text that people typed into the cloud: cut at its end, whole on hover, invisible characters shown as escapes. */
export function CloudText({ text, className = '' }: { text: string; className?: string }) {
  const shown = visibleText(text);
  return (
    <bdi className={`truncate ${className}`} title={shown}>
      {shown}
    </bdi>
  );
}
