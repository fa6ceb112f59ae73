'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Key } from '@/components/ui/key';
import {
  COLOUR_BASES,
  type ColourMode,
  formatColourMode,
  parseColourMode,
} from '@/lib/usage/map/colour-modes';
import type { GoToProblem } from './map-source';

type ColourSelectProps = {
  mode: ColourMode;
  tagKeys: readonly string[];
  onChange: (mode: ColourMode) => void;
};

/** What the addresses are coloured by. Each tag key is a choice of its own. */
export function ColourSelect({ mode, tagKeys, onChange }: ColourSelectProps) {
  const t = useTranslations('usage');
  const asked = mode.by === 'tag' ? (mode.key ?? tagKeys[0] ?? null) : null;
  const value = asked === null ? formatColourMode(mode) : `tag:${asked}`;
  // A key that no ENI here has is still what the link says.
  const keys = asked === null || tagKeys.includes(asked) ? tagKeys : [asked, ...tagKeys];
  return (
    <label className="flex items-center gap-1.5 text-ink-2 text-xs">
      {t('colourBy')}
      <select
        value={value}
        onChange={(event) => onChange(parseColourMode(event.target.value) ?? { by: 'state' })}
        className="h-6 max-w-36 rounded-sm border border-field bg-surface px-1 text-ink"
      >
        {COLOUR_BASES.filter((base) => base !== 'tag').map((base) => (
          <option key={base} value={base}>
            {t(`colour.${base}`)}
          </option>
        ))}
        {keys.map((key) => (
          <option key={`tag:${key}`} value={`tag:${key}`}>
            {t('colour.tag', { key })}
          </option>
        ))}
      </select>
    </label>
  );
}

type GoToProps = {
  inputId: string;
  /** @returns what is wrong with the text; null when it went there */
  onGo: (text: string) => GoToProblem | null;
  cidr: string;
};

/** Takes the map to an address. */
export function GoTo({ inputId, onGo, cidr }: GoToProps) {
  const t = useTranslations('usage');
  const problemId = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<GoToProblem | null>(null);
  return (
    <form
      className="flex items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(onGo(text.trim()));
      }}
    >
      <input
        id={inputId}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
        }}
        aria-label={t('goTo')}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder={t('goTo')}
        spellCheck={false}
        autoComplete="off"
        className="h-6 w-30 rounded-sm border border-field bg-surface px-1.5 font-mono text-mono aria-invalid:border-danger"
      />
      {problem !== null && (
        <span id={problemId} role="alert" className="text-danger text-xs">
          {t(`goToProblem.${problem}`, { cidr })}
        </span>
      )}
    </form>
  );
}

type NextButtonProps = { letter: string; label: string; isNone: boolean; onGo: () => void };

/** Goes to the next place of a kind; `letter` does the same while the map has the focus. */
export function NextButton({ letter, label, isNone, onGo }: NextButtonProps) {
  return (
    <Button look="quiet" size="small" disabled={isNone} onClick={onGo} aria-keyshortcuts={letter}>
      {label} <Key isHint>{letter}</Key>
    </Button>
  );
}

type ZoomProps = { onZoom: (steps: number) => void; canIn: boolean; canOut: boolean };

export function ZoomButtons({ onZoom, canIn, canOut }: ZoomProps) {
  const t = useTranslations('usage');
  return (
    <span className="flex gap-0.5">
      <Button
        look="quiet"
        size="small-icon"
        aria-label={t('zoomOut')}
        disabled={!canOut}
        onClick={() => onZoom(-1)}
      >
        <Icon name="minus" />
      </Button>
      <Button
        look="quiet"
        size="small-icon"
        aria-label={t('zoomIn')}
        disabled={!canIn}
        onClick={() => onZoom(1)}
      >
        <Icon name="plus" />
      </Button>
    </span>
  );
}
