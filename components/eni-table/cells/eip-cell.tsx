import { type Eni, eipsOf } from '@/lib/eni/eni';
import { Absent } from './absent';
import { MoreMark } from './more-mark';

export function EipCell({ eni }: { eni: Eni }) {
  const [first, ...others] = eipsOf(eni);
  if (first === undefined) return <Absent />;
  return (
    <>
      <span className="truncate font-mono text-xs leading-5" title={first}>
        {first}
      </span>
      <MoreMark count={others.length} addresses />
    </>
  );
}
