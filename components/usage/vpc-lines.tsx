'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { shownName } from '@/lib/eni/visible-text';
import type { VSwitch } from '@/lib/eni/vswitch';
import type { Figures } from '@/lib/usage/figures';
import { formatIpv4 } from '@/lib/usage/ipv4';
import { percentOf, stepOf } from '@/lib/usage/pressure';
import { type VpcLine, vpcLines } from '@/lib/usage/vpc-lines';
import type { Segment, VpcBlock } from '@/lib/usage/vpc-map';
import { USE_CLASSES } from './vswitch-tile';

/** Below this share of a line, about 6 pixels, users cannot hit anything. */
const SLIVER = 0.009;
/** Below this share readers cannot read anything. */
const LEGIBLE = 0.07;

const HATCH = 'bg-[repeating-linear-gradient(135deg,currentColor_0_2px,transparent_2px_7px)]';
const BOX =
  'absolute inset-y-0 overflow-hidden text-ellipsis whitespace-nowrap rounded-xs text-start text-xs leading-6';

type Shared = { figuresOf: (vSwitch: VSwitch) => Figures; onOpen: (id: string) => void };

function SegmentBox({ segment, figuresOf, onOpen }: Shared & { segment: Segment }) {
  const t = useTranslations('usage');
  const { number } = useFormatter();
  const { from, to } = segment;
  const style = { left: `calc(${from * 100}% + 1px)`, width: `calc(${(to - from) * 100}% - 2px)` };
  const isLegible = to - from > LEGIBLE;
  if (segment.kind === 'slivers')
    return (
      <span
        style={style}
        className={`${BOX} border border-field border-dashed`}
        title={t('slivers', { count: segment.count })}
      >
        {isLegible && <span className="px-1 text-ink-3">{t('slivers', { count: segment.count })}</span>}
      </span>
    );
  const { part } = segment;
  if (part.kind === 'gap') {
    const largest = `${formatIpv4(part.largest.first)}/${part.largest.prefix}`;
    const said = t('gap', { count: number(part.length), largest });
    return (
      <span style={style} title={said} className={`${BOX} border border-line-strong border-dashed`}>
        {isLegible && (
          <span className="px-1.5 text-ink-3">{to - from > 0.4 ? said : `/${part.largest.prefix}`}</span>
        )}
      </span>
    );
  }
  if (part.kind === 'overlap') {
    const said = t('overlap', { names: part.vSwitches.map(shownName).join(', ') });
    return (
      <span style={style} title={said} className={`${BOX} border border-danger text-danger ${HATCH}`}>
        {isLegible && <span className="bg-surface px-1.5">{said}</span>}
      </span>
    );
  }
  return (
    <VSwitchBox
      vSwitch={part.vSwitch}
      style={style}
      isLegible={isLegible}
      figuresOf={figuresOf}
      onOpen={onOpen}
    />
  );
}

type VSwitchBoxProps = Shared & { vSwitch: VSwitch; style: React.CSSProperties; isLegible: boolean };

function VSwitchBox({ vSwitch, style, isLegible, figuresOf, onOpen }: VSwitchBoxProps) {
  const t = useTranslations('usage');
  const { share: part, free } = figuresOf(vSwitch);
  const share = part === null ? null : percentOf(part);
  const name = shownName(vSwitch);
  const said =
    share === null || free === null
      ? t('tileUnknown', { name })
      : t('tile', { name, cidr: vSwitch.cidrBlock ?? '', share, free });
  const look = part === null ? 'text-ink-2' : USE_CLASSES[stepOf(part) - 1];
  return (
    <button
      type="button"
      style={style}
      title={said}
      aria-label={said}
      onClick={() => onOpen(vSwitch.id)}
      className={`${BOX} cursor-pointer border border-ink/30 ${look}`}
    >
      {isLegible && (
        <span className="flex min-w-0 gap-1 px-1.5">
          <bdi className="truncate font-medium">{name}</bdi>{' '}
          {share !== null && <span className="shrink-0">{share} %</span>}
        </span>
      )}
    </button>
  );
}

function LineLabel({ line }: { line: VpcLine }) {
  const prefix = 32 - Math.log2(line.length);
  return (
    <span className="min-w-30 shrink-0 whitespace-nowrap text-end font-mono text-ink-3 text-xs leading-6">
      {Number.isInteger(prefix) ? `${formatIpv4(line.first)}/${prefix}` : `${formatIpv4(line.first)} …`}
    </span>
  );
}

/** A CIDR of a VPC, line by line: vSwitches as wide as they are large, and what is between them. */
export function VpcLines({ block, ...shared }: Shared & { block: VpcBlock }) {
  const t = useTranslations('usage');
  const title = block.cidr ?? t(block.isOutside ? 'blockOutside' : 'blockUnknown');
  return (
    <section aria-label={title} className="pb-2">
      <h3 className="py-1 font-mono text-ink-2 text-xs">{title}</h3>
      <div className="grid gap-1">
        {vpcLines(block, SLIVER).map((line) => (
          <div key={line.first} className="flex gap-2">
            <LineLabel line={line} />
            <div
              className={`relative h-6.5 flex-1 ${block.isKnown ? '' : 'border-field border-x border-dashed'}`}
            >
              {line.segments.map((segment) => (
                <SegmentBox key={segment.from} segment={segment} {...shared} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
