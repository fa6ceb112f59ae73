import type { ReactNode } from 'react';
import { CloudText } from '@/components/eni-parts/cloud-text';
import { StatusMark } from '@/components/eni-parts/status-mark';
import type { ChainStep } from '@/lib/answer/chain';
import { dayOf } from '@/lib/eni/moment';
import { figuresOf } from '@/lib/usage/figures';
import type { StepFace } from './chain-row';
import type { NAMED_BY, StepWords } from './use-step-words';

const mono = (text: string) => <span className="truncate font-mono text-mono">{text}</span>;

/** Facts with commas between, as many as there are. */
function joined(parts: readonly (ReactNode | null)[]): ReactNode {
  return parts
    .filter((part) => part !== null)
    .map((part, at, all) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: facts of one row stand where they stand
      <span key={at} className="inline-flex max-w-full items-center">
        {part}
        {at < all.length - 1 && <span className="text-ink-3">,</span>}
      </span>
    ));
}

/** A resource with a name beside its id; if the name could not be read, what was missing for it. */
function named(
  id: string,
  kind: keyof typeof NAMED_BY,
  words: StepWords,
  facts: readonly (ReactNode | null)[],
) {
  const name = words.nameOf(id);
  const action = name === null ? words.missing(kind) : null;
  return {
    name: name === null ? <span className="text-ink-3">–</span> : <CloudText text={name} />,
    id,
    copies: id,
    facts: joined([...facts, action && words.t('nameNeeds', { action })]),
  };
}

function vSwitchFacts(id: string, { t, facts, whyUnread }: StepWords): (ReactNode | null)[] {
  const vSwitch = facts.vSwitchOf(id);
  if (vSwitch === null)
    return [facts.isReading ? t('reading') : whyUnread && t('notRead', { why: whyUnread })];
  const { free, usable } = figuresOf(vSwitch);
  return [
    vSwitch.cidrBlock && mono(vSwitch.cidrBlock),
    free !== null && usable !== null ? t('free', { free, usable }) : null,
    vSwitch.zoneId,
  ];
}

type Faces = { [S in ChainStep['step']]: (step: ChainStep & { step: S }, words: StepWords) => StepFace };

const SERVICES: Readonly<Record<string, 'nat' | 'slb' | 'instance' | 'eni'>> = {
  Nat: 'nat',
  SlbInstance: 'slb',
  EcsInstance: 'instance',
  NetworkInterface: 'eni',
};

/** How each step is shown; the pod has a row of its own. */
const FACES: Omit<Faces, 'pod'> = {
  eip: ({ ip, allocationId, on }, { t }) => ({
    name: mono(ip),
    id: allocationId,
    copies: allocationId ?? ip,
    facts: t(`eipOn.${on}`),
  }),
  service: ({ id, type, address }, { t }) => ({
    name: type === null ? t('service.unknown') : t(`service.${SERVICES[type] ?? 'other'}`, { type }),
    id,
    copies: id,
    facts: joined([address && mono(address)]),
  }),
  address: ({ address, as, prefix, count }, { t }) => ({
    name: mono(address),
    id: null,
    copies: address,
    facts: prefix === null ? t('addressOf', { as: t(`as.${as}`), count }) : t('inPrefix', { prefix }),
  }),
  mac: ({ mac }) => ({ name: mono(mac), id: null, copies: mac, facts: null }),
  eni: ({ eni }, { t }) => ({
    name: eni.name === null ? <span className="text-ink-3">–</span> : <CloudText text={eni.name} />,
    id: eni.id,
    copies: eni.id,
    facts: joined([
      eni.status && <StatusMark status={eni.status} />,
      eni.type,
      eni.creationTime && t('created', { date: dayOf(eni.creationTime) }),
    ]),
  }),
  instance: ({ id, deviceIndex: index, networkCardIndex: card }, words) =>
    named(id, 'instance', words, [
      index === null ? null : words.t('device', { index, card: card ?? 'none' }),
    ]),
  cluster: ({ id, tag }, { t }) => ({
    name: mono(id),
    id: null,
    copies: id,
    facts: t('byTag', { tag }),
  }),
  vswitch: ({ id }, words) => named(id, 'vswitch', words, vSwitchFacts(id, words)),
  vpc: ({ id }, words) => {
    const cidr = words.facts.vpcOf(id)?.cidrBlock;
    return named(id, 'vpc', words, [cidr ? mono(cidr) : null]);
  },
  groups: ({ ids }, words) => {
    const [first = ''] = ids;
    const names = ids.flatMap((id) => words.nameOf(id) ?? []);
    const face = named(first, 'groups', words, [words.t('groups', { count: ids.length })]);
    return {
      ...face,
      name: names.length === 0 ? face.name : <CloudText text={names.join(', ')} />,
      moreIds: ids.length - 1,
      copies: ids.join('\n'),
    };
  },
};

/** The name, the id and the facts of a step. */
export function stepFace(step: Exclude<ChainStep, { step: 'pod' }>, words: StepWords): StepFace {
  const face = FACES[step.step] as (step: ChainStep, words: StepWords) => StepFace;
  return face(step, words);
}
