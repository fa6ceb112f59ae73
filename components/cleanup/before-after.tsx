'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { ShortId } from '@/components/ui/short-id';
import type { Effect } from '@/lib/cleanup/freed';
import { visibleText } from '@/lib/eni/visible-text';

type BeforeAfterProps = {
  effects: readonly Effect[];
  /** The vSwitch whose map is shown. */
  shown: Effect | null;
  isReading: boolean;
  onShow: (vSwitchId: string | null) => void;
};

/** The parts of a row that need words. */
function useNotes(isReading: boolean): (effect: Effect) => string[] {
  const t = useTranslations('cleanup.twin');
  return ({ blocks, stays, dark, going, addresses }) => {
    const notes: string[] = [];
    if (blocks === 'unread') notes.push(t(isReading ? 'reading' : 'unread'));
    else if (typeof blocks === 'string') notes.push(t(`noMap.${blocks}`));
    else {
      const { before, after } = blocks.inReservations;
      if (after > before) notes.push(t('inReservation', { before, after }));
      if (going.length > 0 && addresses > 0 && blocks.prefixes + blocks.whole === 0)
        notes.push(t('scattered'));
      if (dark !== null && dark > 0 && blocks.whole > 0) notes.push(t('dark', { count: dark }));
    }
    if (stays > 0) notes.push(t('stays', { count: stays }));
    return notes;
  };
}

function Notes({ notes }: { notes: readonly string[] }) {
  return notes.map((note) => (
    <span key={note} className="block">
      {note}
    </span>
  ));
}

const HEAD = 'h-7.5 border-line border-b px-1 font-normal text-ink-2 text-xs';
const CELL = 'h-7 border-line border-b px-1';
const NUMBER = 'text-right tabular-nums';

/** Free addresses and free /28 blocks of each vSwitch, now and after the release: the same as the map, as a table. */
export function BeforeAfter({ effects, shown, isReading, onShow }: BeforeAfterProps) {
  const t = useTranslations('cleanup.twin');
  const { number } = useFormatter();
  const notesOf = useNotes(isReading);
  const say = (count: number | null | undefined) =>
    count === null || count === undefined ? '–' : number(count);
  return (
    <section aria-label={t('title')} className="min-w-0">
      <header className="flex min-h-9 flex-wrap items-center gap-x-2.5">
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        <p className="text-ink-2 text-xs">{t('hint')}</p>
      </header>
      <table className="w-full table-fixed border-collapse">
        <colgroup>
          <col />
          <col className="w-27 max-[720px]:hidden" />
          <col className="w-14" />
          <col className="w-14" />
          <col className="w-12" />
          <col className="w-12" />
          <col className="w-36 max-[720px]:hidden" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} pl-2 text-left`}>
              {t('vSwitch')}
            </th>
            <th scope="col" className={`${HEAD} text-left max-[720px]:hidden`}>
              CIDR
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              {t('free')}
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              {t('then')}
            </th>
            <th scope="col" className={`${HEAD} text-right`} aria-label={t('blocks')}>
              /28
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              {t('then')}
            </th>
            <th scope="col" className={`${HEAD} max-[720px]:hidden`}>
              <span className="sr-only">{t('notes')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {effects.map((effect) => {
            const { vSwitchId, vSwitch, free, blocks } = effect;
            const isShown = effect === shown;
            const outside = typeof blocks === 'string' ? null : blocks.outside;
            const notes = notesOf(effect);
            return (
              <tr
                key={vSwitchId}
                className={
                  isShown ? 'bg-accent-wash shadow-[inset_3px_0_0_var(--color-accent)]' : 'hover:bg-hover'
                }
              >
                <td className={`${CELL} truncate pl-2`}>
                  <button
                    type="button"
                    aria-pressed={isShown}
                    title={[vSwitch?.name && visibleText(vSwitch.name), vSwitchId].filter(Boolean).join(' ')}
                    onClick={() => onShow(vSwitchId)}
                    className="max-w-full cursor-pointer truncate font-medium"
                  >
                    {vSwitch?.name ? (
                      <bdi>{visibleText(vSwitch.name)}</bdi>
                    ) : (
                      <span className="font-mono text-xs">
                        {vSwitchId === null ? t('nowhere') : <ShortId id={vSwitchId} />}
                      </span>
                    )}
                  </button>
                  <span className="hidden whitespace-normal pb-1 text-ink-2 text-xs max-[720px]:block">
                    <Notes notes={notes} />
                  </span>
                </td>
                <td className={`${CELL} truncate font-mono text-ink-2 text-xs max-[720px]:hidden`}>
                  {vSwitch?.cidrBlock ?? '–'}
                </td>
                <td className={`${CELL} ${NUMBER} text-ink-2`}>{say(free?.before)}</td>
                <td className={`${CELL} ${NUMBER} font-semibold`}>{say(free?.after)}</td>
                <td className={`${CELL} ${NUMBER} text-ink-2`}>{say(outside?.before)}</td>
                <td className={`${CELL} ${NUMBER} font-semibold`}>{say(outside?.after)}</td>
                <td className={`${CELL} py-1 text-ink-2 text-xs max-[720px]:hidden`}>
                  <Notes notes={notes} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
