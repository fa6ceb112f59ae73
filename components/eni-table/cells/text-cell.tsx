import { CloudText } from '@/components/eni-parts/cloud-text';
import { Absent } from './absent';

/** Text that a person wrote. */
export function TextCell({ text }: { text: string | null }) {
  return text === null ? <Absent /> : <CloudText text={text} className="text-ink-2" />;
}
