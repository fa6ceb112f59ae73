'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatusMark } from '@/components/eni-parts/status-mark';
import { TermFace } from '@/components/filter-bar/term-face';
import { isMono, useTermWords } from '@/components/filter-bar/term-words';
import { CommandKeys } from '@/components/keys/key-caps';
import { type ViewId, viewBy } from '@/components/shell/view-hrefs';
import { Icon, type IconName } from '@/components/ui/icon';
import { shownName, visibleText } from '@/lib/eni/visible-text';
import { isCommandId } from '@/lib/keys/commands';
import type { FilterTerm } from '@/lib/search/search';
import type { EniMatch } from './find-enis';
import type { PaletteItem } from './palette-items';

const bold = (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>;
const mono = (chunks: ReactNode) => <b className="font-mono font-semibold text-mono">{chunks}</b>;

type LineProps = { icon: IconName; note?: ReactNode; children: ReactNode };

function Line({ icon, note, children }: LineProps) {
  return (
    <>
      <span className="text-ink-3 group-aria-selected:text-accent">
        <Icon name={icon} />
      </span>
      <span className="flex min-w-0 flex-1 items-center gap-1.5 truncate">{children}</span>
      {note && <span className="shrink-0 text-ink-3 text-xs">{note}</span>}
    </>
  );
}

/** The ENI, with its matching part in front. */
function EniFace({ match, wanted }: { match: EniMatch; wanted: number }) {
  const t = useTranslations('palette');
  const { eni, by, text, at } = match;
  const isName = by === 'name';
  const spelled = (
    <bdi className={isName ? 'truncate' : 'shrink-0 font-mono text-mono'}>
      {visibleText(text.slice(0, at))}
      <b className="font-semibold text-accent">{visibleText(text.slice(at, at + wanted))}</b>
      {visibleText(text.slice(at + wanted))}
    </bdi>
  );
  return (
    <>
      <span className="flex min-w-0 flex-1 items-center gap-2">
        {spelled}
        {isName ? (
          <span className="font-mono text-ink-3 text-mono max-[720px]:hidden">{eni.privateIpAddress}</span>
        ) : (
          <span className="min-w-0 truncate">{eni.name === null && by === 'id' ? '' : shownName(eni)}</span>
        )}
        {by !== 'name' && by !== 'id' && by !== 'primary' && (
          <span className="shrink-0 text-ink-3">{t(`by.${by}`)}</span>
        )}
      </span>
      {eni.status !== null && <StatusMark status={eni.status} />}
    </>
  );
}

type ItemFaceProps = {
  item: PaletteItem;
  /** How many characters were typed. */
  wanted: number;
};

/** An item of the palette, and the keys that would have done the same. */
export function ItemFace({ item, wanted }: ItemFaceProps) {
  const t = useTranslations();
  const words = useTermWords();
  const shortTerm = (term: FilterTerm) =>
    isMono(term.key) && !term.negated && term.values.length === 1
      ? (term.values[0] ?? '')
      : words.sentence(term);
  switch (item.kind) {
    case 'holds':
      return (
        <Line icon="search" note={t('palette.asks')}>
          <span className="truncate">
            {t.rich('palette.holds', { value: item.term.values[0] ?? '', b: mono })}
          </span>
        </Line>
      );
    case 'map':
      return (
        <Line icon="grid">
          {t('palette.map')}
          <span className="truncate text-ink-3">
            {[shownName({ name: item.place.name, id: item.place.vSwitchId }), item.place.cidr]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </Line>
      );
    case 'filter':
      return (
        <Line icon="filter" note={item.isAfter && t('palette.afterReading')}>
          {t('palette.filter')} <TermFace term={item.term} />
        </Line>
      );
    case 'eni':
      return <EniFace match={item.match} wanted={wanted} />;
    case 'view': {
      const view = item.view as ViewId;
      const { icon, command } = viewBy(view);
      return (
        <>
          <Line icon={icon}>
            {item.term === null
              ? t(`shell.${view}`)
              : t.rich(`palette.${view as 'usage'}Of`, {
                  value: shortTerm(item.term),
                  b: isMono(item.term.key) ? mono : bold,
                })}
          </Line>
          {item.term === null && <CommandKeys id={command} />}
        </>
      );
    }
    case 'saved':
      return <Line icon="rows">{visibleText(item.name)}</Line>;
    case 'start':
      return <Line icon="filter">{words.label(item.key)}…</Line>;
    case 'region':
      return (
        <Line icon="region" note={t('palette.region')}>
          <span className="font-mono text-mono">{item.id}</span>
          <span className="truncate text-ink-3">{item.hint}</span>
        </Line>
      );
    case 'account':
      return (
        <Line icon="region" note={t('palette.account')}>
          {item.id}
        </Line>
      );
    case 'command':
      return isCommandId(item.id) ? (
        <>
          <Line icon="right">{t(`keys.command.${item.id}`)}</Line>
          <CommandKeys id={item.id} />
        </>
      ) : null;
  }
}
