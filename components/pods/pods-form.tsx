'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, type FormEvent, useId, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { fromLocalTime, toLocalTime } from '@/lib/pods/local-time';
import { MOST_CHARACTERS, readPods } from '@/lib/pods/read-pods';
import type { GivenPods } from './open-pods';
import { PodsSeen } from './pods-seen';
import { usePodLists } from './use-pods';

const FIELD =
  'rounded-sm border border-field bg-surface px-2 outline-none focus:border-focus focus:outline-2 focus:outline-focus focus:-outline-offset-1';

/** The kubectl output, its cluster, and when it was printed. */
export function PodsForm({ given }: { given: GivenPods | null }) {
  const t = useTranslations('pods');
  const ids = useId();
  const file = useRef<HTMLInputElement>(null);
  const { lists, add } = usePodLists();
  const [text, setText] = useState(given?.text ?? '');
  const [cluster, setCluster] = useState('');
  const [takenAt, setTakenAt] = useState(() => toLocalTime(new Date(given?.takenAt ?? Date.now())));
  const [news, setNews] = useState('');
  const [isTold, setTold] = useState(false);
  const read = useMemo(() => (text.length > MOST_CHARACTERS ? null : readPods(text)), [text]);
  const isGiven = text.trim() !== '';
  const name = cluster.trim();
  const isKnown = lists.some((list) => list.cluster === name);

  const take = (next: string, at: number) => {
    setText(next);
    setTakenAt(toLocalTime(new Date(at)));
    setNews('');
  };
  const takeFile = async (some: File | undefined) => {
    if (some) take(await some.text(), some.lastModified);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void takeFile(event.dataTransfer.files[0]);
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!read || name === '') {
      setTold(true);
      return;
    }
    await add({ cluster: name, takenAt: fromLocalTime(takenAt).toISOString(), pods: read.pods });
    setNews(t('saved', { pods: read.pods.length, cluster: name }));
    setText('');
    setTold(false);
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-3">
      <div className="flex flex-col gap-1">
        <span className="flex items-center justify-between text-ink-2 text-xs">
          <label htmlFor={`${ids}-text`}>{t('input')}</label>
          <Button size="small" onClick={() => file.current?.click()}>
            <Icon name="download" size={14} />
            {t('file')}
          </Button>
        </span>
        <textarea
          id={`${ids}-text`}
          rows={6}
          spellCheck={false}
          value={text}
          placeholder={t('placeholder')}
          aria-invalid={isGiven && read === null}
          aria-describedby={`${ids}-read`}
          onChange={(event) => take(event.target.value, Date.now())}
          onDrop={onDrop}
          onDragOver={(event) => event.preventDefault()}
          className={`${FIELD} resize-y whitespace-pre py-1.5 font-mono text-mono`}
        />
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept=".txt,.json,.log,text/plain,application/json"
        onChange={(event) => void takeFile(event.target.files?.[0])}
      />
      <div id={`${ids}-read`} aria-live="polite" className="min-h-5">
        {isGiven && <PodsSeen read={read} isTooLong={text.length > MOST_CHARACTERS} />}
        {news !== '' && (
          <p className="flex items-center gap-1.5">
            <span className="text-ok">
              <Icon name="check" size={14} />
            </span>
            {news}
          </p>
        )}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_200px_auto] items-end gap-2 max-[720px]:grid-cols-1">
        <label className="flex flex-col gap-1">
          <span className="text-ink-2 text-xs">{t('cluster')}</span>
          <input
            value={cluster}
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={isTold && name === ''}
            aria-describedby={`${ids}-hint`}
            onChange={(event) => setCluster(event.target.value)}
            className={`${FIELD} h-8`}
          />
        </label>
        <label className="flex flex-col gap-1">
          <span className="text-ink-2 text-xs">{t('takenAt')}</span>
          <input
            type="datetime-local"
            required
            value={takenAt}
            onChange={(event) => setTakenAt(event.target.value)}
            className={`${FIELD} h-8`}
          />
        </label>
        <Button type="submit" look="main" className="h-8 justify-center">
          {isKnown ? t('replace', { cluster: name }) : t('keep')}
        </Button>
      </div>
      <p id={`${ids}-hint`} className="text-pretty text-ink-3 text-xs">
        {isTold && name === '' ? <span className="text-danger">{t('needsCluster')}</span> : t('clusterHint')}
      </p>
    </form>
  );
}
