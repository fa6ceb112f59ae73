import { StatusMark } from '@/components/eni-parts/status-mark';
import { Absent } from './absent';

export function StatusCell({ status }: { status: string | null }) {
  return status === null ? <Absent /> : <StatusMark status={status} />;
}
