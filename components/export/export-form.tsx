'use client';

import { useTranslations } from 'next-intl';
import { usePods } from '@/components/pods/use-pods';
import { Button } from '@/components/ui/button';
import type { Eni } from '@/lib/eni/eni';
import { EXPORT_FORMATS, FORMAT_NAMES } from '@/lib/export/export-options';
import { SHAPES } from '@/lib/search/view';
import { type Choice, isParted, isPossible, isWrittenHere, MOST_SELECTED_XLSX } from './choice';
import { ChoiceGroup } from './choice-group';

type ExportFormProps = {
  choice: Choice;
  /** How many ENIs match, if known. */
  matching: number | null;
  selected: readonly Eni[] | null;
  /** How many columns the table shows. */
  shown: number;
  onChange: (choice: Choice) => void;
  onSubmit: () => void;
  onClose: () => void;
};

/** The choice of rows and format. */
export function ExportForm(props: ExportFormProps) {
  const { choice, matching, selected, shown, onChange, onSubmit, onClose } = props;
  const t = useTranslations('export');
  const hasPods = usePods().lists.length > 0;
  const isWhole = !EXPORT_FORMATS[choice.format].isTable && choice.shape === 'eni';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {selected !== null && selected.length > 0 ? (
        <ChoiceGroup
          label={t('what')}
          value={choice.what}
          options={[
            {
              name: 'all',
              label: t('all'),
              ...(matching !== null && { hint: t('enis', { count: matching }) }),
            },
            { name: 'selected', label: t('selected', { count: selected.length }) },
          ]}
          onChange={(what) => onChange({ ...choice, what })}
        />
      ) : (
        <p className="pb-2.5 text-ink-2">
          {matching === null ? t('everything') : t('everythingOf', { count: matching })}
        </p>
      )}
      <ChoiceGroup
        label={t('format')}
        value={choice.format}
        options={FORMAT_NAMES.map((name) => ({
          name,
          label: t(`formats.${name}`),
          ...(isPossible({ ...choice, format: name }, selected)
            ? { hint: t(`formatHints.${name}`) }
            : { isOff: true, hint: t('tooManySelected', { most: MOST_SELECTED_XLSX }) }),
        }))}
        onChange={(format) => onChange({ ...choice, format })}
      />
      <ChoiceGroup
        label={t('rows')}
        value={choice.shape}
        options={SHAPES.map((name) => ({ name, label: t(`shapes.${name}`) }))}
        onChange={(shape) => onChange({ ...choice, shape })}
      />
      <ChoiceGroup
        label={t('columns')}
        value={choice.columns}
        options={[
          {
            name: 'shown',
            label: t('columnsShown', { count: shown }),
            ...(!isWrittenHere(choice) && { hint: t('columnsShownHint') }),
          },
          { name: 'all', label: isWhole ? t('wholeEnis') : t('columnsAll') },
        ]}
        onChange={(columns) => onChange({ ...choice, columns })}
      />
      {choice.format === 'csv' && (
        <ChoiceGroup
          label={t('origin')}
          value={choice.provenance}
          options={(['inside', 'beside'] as const).map((name) => ({
            name,
            label: t(`origins.${name}`),
            hint: t(`originHints.${name}`),
          }))}
          onChange={(provenance) => onChange({ ...choice, provenance })}
        />
      )}
      {hasPods && !isWrittenHere(choice) && <p className="text-ink-2 text-xs">{t('noPods')}</p>}
      <p className="border-line border-t pt-2.5 text-ink-3 text-xs">
        {t(isParted(choice) ? 'provenanceBeside' : 'provenance')}
      </p>
      <div className="mt-3 flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" look="main" disabled={!isPossible(choice, selected)}>
          {t('start')}
        </Button>
      </div>
    </form>
  );
}
