import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemLine } from '@/components/states/problem-line';
import { Button } from '@/components/ui/button';
import type { Eni } from '@/lib/eni/eni';
import type { PrefixHolders } from '@/lib/eni/told';
import type { VSwitch, VSwitchReservation } from '@/lib/eni/vswitch';
import { problemOf } from '@/lib/queries/problem-of';
import { prefixHoldersQuery } from '@/lib/queries/told';

type ReservationsProps = {
  vSwitch: VSwitch;
  reservations: readonly VSwitchReservation[];
  enis: readonly Eni[];
};

function HolderList({ items, enis }: { items: PrefixHolders['items']; enis: readonly Eni[] }) {
  return (
    <ul className="pl-3 font-mono">
      {items.map(({ prefix, resourceId }) => {
        const name = enis.find(({ id }) => id === resourceId)?.name ?? null;
        return (
          <li key={`${prefix} ${resourceId}`}>
            {prefix} → {resourceId} {name !== null && <bdi className="font-sans">{name}</bdi>}
          </li>
        );
      })}
    </ul>
  );
}

/** The CIDR reservations of a vSwitch: the state of each, how much of it is given away, and, on request, to whom. */
export function Reservations({ vSwitch, reservations, enis }: ReservationsProps) {
  const t = useTranslations('usage.reservations');
  const [isAsked, setIsAsked] = useState(false);
  const { data, error, isFetching } = useQuery({ ...prefixHoldersQuery(vSwitch), enabled: isAsked });
  if (reservations.length === 0) return null;
  const problem = problemOf(error);
  const denied = data?.unavailable[0];
  return (
    <details className="mx-5 mt-2 shrink-0 text-ink-2 text-xs max-[720px]:mx-3">
      <summary className="w-fit cursor-pointer">{t('title', { count: reservations.length })}</summary>
      <ul aria-label={t('label')} className="flex max-h-40 flex-col gap-1 overflow-auto py-1 pl-5">
        {reservations.map(({ id, name, cidrBlock, status, assignedCidrCount, availableCidrCount }) => (
          <li key={id}>
            <code className="font-mono text-ink">{cidrBlock}</code> <bdi>{name ?? id}</bdi>
            {status !== null && ` · ${status}`}
            {assignedCidrCount !== null && ` · ${t('assigned', { count: assignedCidrCount })}`}
            {availableCidrCount !== null && ` · ${t('available', { count: availableCidrCount })}`}
            {data && (
              <HolderList items={data.items.filter((item) => item.reservationId === id)} enis={enis} />
            )}
          </li>
        ))}
      </ul>
      {!data && !problem && (
        <Button size="small" look="quiet" disabled={isFetching} onClick={() => setIsAsked(true)}>
          {isFetching ? t('asking') : t('ask')}
        </Button>
      )}
      {denied && (
        <p role="status">
          {t.rich('denied', { action: () => <code className="font-mono">{denied.action}</code> })}
        </p>
      )}
      {problem && <ProblemLine problem={problem} />}
    </details>
  );
}
