'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { CommandId } from '@/lib/keys/commands';
import { judgeKeys, type Verdict } from '@/lib/keys/judge';
import { type OwnKeys, swapKeys, takeKeys } from '@/lib/keys/own-keys';
import type { Keys } from '@/lib/keys/spelling';
import { useKeyCapture } from './use-key-capture';
import { useKeyWords } from './use-key-words';

type KeyCaptureProps = {
  id: CommandId;
  own: OwnKeys;
  onOwn: (own: OwnKeys) => void;
  onClose: () => void;
};

type Judged = { keys: Keys; verdict: Exclude<Verdict, { is: 'free' }> };

/** Waits for new keys of a command; if they are already in use it says for what, and asks. */
export function KeyCapture({ id, own, onOwn, onClose }: KeyCaptureProps) {
  const t = useTranslations('keys');
  const words = useKeyWords();
  const helpId = useId();
  const [judged, setJudged] = useState<Judged | null>(null);
  const finish = (next: OwnKeys) => {
    onOwn(next);
    onClose();
  };
  const { first, onKeyDown } = useKeyCapture({
    onKeys: (keys) => {
      const verdict: Verdict = keys === null ? { is: 'free' } : judgeKeys(own, id, keys);
      if (keys === null || verdict.is === 'free') finish(takeKeys(own, id, keys));
      else setJudged({ keys, verdict });
    },
    onCancel: onClose,
  });
  if (judged === null)
    return (
      <div className="col-span-2 flex flex-wrap items-center justify-end gap-x-3 gap-y-1 pb-1">
        <span id={helpId} className="text-ink-3 text-xs">
          {t('pressHelp')}
        </span>
        <button
          // biome-ignore lint/a11y/noAutofocus: it was just asked for, and takes the next key
          autoFocus
          type="button"
          aria-label={t('pressOf', { command: words.command(id) })}
          aria-describedby={helpId}
          onKeyDown={onKeyDown}
          onClick={onClose}
          className="h-7 cursor-pointer rounded-sm border border-accent border-dashed bg-accent-wash px-2.5"
        >
          <span aria-live="polite">
            {first === null ? t('press') : t('then', { keys: words.keys(first) })}
          </span>
        </button>
      </div>
    );
  const { keys, verdict } = judged;
  const names =
    verdict.is === 'taken'
      ? verdict.by.map(words.command)
      : verdict.is === 'fixed'
        ? verdict.fixed.map((fixed) => t(`fixed.${fixed}`))
        : [];
  const said = { keys: words.keys(keys), commands: names.join(' · ') };
  const partner = verdict.is === 'taken' ? verdict.partner : null;
  return (
    <div className="col-span-2 flex flex-wrap items-center justify-end gap-2 pb-1">
      <span role="alert" className="text-warn">
        {verdict.is === 'taken'
          ? t('taken', said)
          : t(`problem.${verdict.is === 'fixed' ? 'fixed' : verdict.problem}`, said)}
      </span>
      {partner !== null && (
        <Button size="small" onClick={() => finish(swapKeys(own, id, partner))}>
          {t('swap')}
        </Button>
      )}
      {verdict.is === 'taken' && (
        <Button size="small" onClick={() => finish(takeKeys(own, id, keys))}>
          {t('take')}
        </Button>
      )}
      <Button autoFocus size="small" onClick={onClose}>
        {t('cancel')}
      </Button>
    </div>
  );
}
