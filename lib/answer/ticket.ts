import type { EniAddress } from '@/lib/eni/eni-address';
import type { NameOf } from '@/lib/eni/names';
import { type Owner, ownerOf } from '@/lib/eni/owner';
import { visibleText } from '@/lib/eni/visible-text';
import { markdownText } from '@/lib/export/markdown';
import { podName } from '@/lib/pods/pod';
import type { AnswerItem, Hit } from './answer';
import { type ChainStep, teamTagOf } from './chain';

export const TICKET_FORMATS = ['text', 'markdown'] as const;
export type TicketFormat = (typeof TICKET_FORMATS)[number];

/** The words of a ticket, in the language that was chosen for it; the catalogue's `answer.ticket`. */
export type TicketWords = (
  key:
    | `key.${'account' | 'eip' | 'address' | 'mac' | 'eni' | 'instance' | 'cluster' | 'pod' | 'vswitch' | 'vpc' | 'groups' | 'owner' | 'team' | 'on'}`
    | `as.${EniAddress['kind']}`
    | `owner.${Owner['kind']}`
    | 'colon'
    | 'comma'
    | 'isOn'
    | 'isOnNothing'
    | 'isOf'
    | 'notFound'
    | 'inPrefix'
    | 'zone'
    | 'podAsOf'
    | 'byNothing'
    | 'asOf'
    | 'places',
  values?: Record<string, string | number>,
) => string;

/** The facts that a ticket states, beside its wording. */
export type TicketFacts = {
  item: Pick<AnswerItem, 'text' | 'asked' | 'notAsked' | 'pending'>;
  /** Null where it has no holder. */
  holder: { hit: Hit; chain: readonly ChainStep[] } | null;
  nameOf: NameOf;
  /** When it was asked, ISO 8601. */
  asOf: string;
  /** IANA name. */
  timeZone: string;
};

/** A moment with its zone, as no reader of a ticket knows where it was written. */
export function zonedTime(moment: string, timeZone: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.valueOf())) return moment;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(date);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const offset = of('timeZoneName').replace('GMT', '') || '+00:00';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}:${of('second')} ${offset}`;
}

/** A part of a line: text of the cloud or of a person, which is escaped, or the ticket's own words, which are not. */
type Part = string | { says: string };

type Line = { key: Parameters<TicketWords>[0]; parts: readonly Part[] };

const present = (parts: readonly (Part | null | undefined)[]) =>
  parts.filter((part): part is Part => part !== null && part !== undefined && part !== '');

function lineOf(step: ChainStep, nameOf: NameOf, say: TicketWords, timeZone: string): Line {
  const line = (key: Line['key'], ...parts: (Part | null | undefined)[]): Line => ({
    key,
    parts: present(parts),
  });
  switch (step.step) {
    case 'eip':
      return line('key.eip', step.ip, step.allocationId);
    case 'service':
      return line('key.on', step.id, step.type, step.address);
    case 'address':
      return line('key.address', step.address, {
        says: step.prefix === null ? say(`as.${step.as}`) : say('inPrefix', { prefix: step.prefix }),
      });
    case 'mac':
      return line('key.mac', step.mac);
    case 'eni':
      return line('key.eni', step.eni.id, step.eni.name, step.eni.status);
    case 'instance':
      return line('key.instance', step.id, nameOf(step.id));
    case 'cluster':
      return line('key.cluster', step.id);
    case 'pod':
      return line(
        'key.pod',
        ...step.there.slice(0, 3).map(({ pod }) => podName(pod)),
        step.there[0] && { says: say('podAsOf', { time: zonedTime(step.there[0].takenAt, timeZone) }) },
      );
    case 'vswitch':
      return line('key.vswitch', step.id, nameOf(step.id));
    case 'vpc':
      return line('key.vpc', step.id, nameOf(step.id));
    case 'groups':
      return line('key.groups', ...step.ids.flatMap((id) => present([id, nameOf(id)])));
  }
}

/** Ways in which a holder is more than an address of an instance: then the instance is what people know it by. */
function headline(facts: TicketFacts, say: TicketWords, mark: (text: string) => string): string {
  const { item, holder, nameOf } = facts;
  const value = mark(visibleText(item.text));
  if (holder === null) return say('notFound', { value });
  const { eni, eip } = holder.hit;
  if (eni === null)
    return eip?.instanceId
      ? say('isOf', { value, holder: mark(eip.instanceId) })
      : say('isOnNothing', { value });
  const instance = eni.instanceId ?? eni.attachment?.instanceId ?? null;
  const name = instance === null ? (eni.name ?? eni.id) : (nameOf(instance) ?? instance);
  return say('isOn', {
    value,
    holder: mark(visibleText(name)),
    owner: say(`owner.${ownerOf(eni).kind}`),
  });
}

function factLines({ holder, nameOf, timeZone }: TicketFacts, say: TicketWords): Line[] {
  if (holder === null) return [];
  const { hit, chain } = holder;
  const zone = hit.eni?.zoneId;
  const evidence = hit.eni ? ownerOf(hit.eni).evidence : [];
  const team = hit.eni ? teamTagOf(hit.eni) : null;
  return [
    {
      key: 'key.account',
      parts: present([hit.account, hit.region, zone && { says: say('zone', { zone }) }]),
    },
    ...chain
      .filter((step) => step.step !== 'pod' || step.there.length > 0)
      .map((step) => lineOf(step, nameOf, say, timeZone)),
    ...(hit.eni
      ? [
          {
            key: 'key.owner' as const,
            parts: evidence.length === 0 ? [{ says: say('byNothing') }] : evidence.map(({ text }) => text),
          },
        ]
      : []),
    ...(team ? [{ key: 'key.team' as const, parts: [`${team.key}=${team.value}`] }] : []),
  ];
}

/**
 * The text to paste into a ticket: key, colon and value, one to a line and without columns, as tickets are shown in
 * proportional type. Ids are whole, the time has its zone, and the text names the places asked and not asked.
 */
export function ticketOf(facts: TicketFacts, format: TicketFormat, say: TicketWords): string {
  const isMarkdown = format === 'markdown';
  const text = (part: Part) =>
    typeof part === 'object' ? part.says : isMarkdown ? markdownText(part) : visibleText(part);
  const mark = (part: string) => (isMarkdown ? `**${markdownText(part)}**` : part);
  const end = [
    say('asOf', { time: zonedTime(facts.asOf, facts.timeZone) }),
    say('places', {
      asked: facts.item.asked,
      notAsked: facts.item.notAsked,
      pending: facts.item.pending,
    }),
  ];
  const lines = factLines(facts, say).map(
    ({ key, parts }) =>
      `${isMarkdown ? '- ' : ''}${say(key)}${say('colon')}${parts.map(text).join(say('comma'))}`,
  );
  const head = headline(facts, say, mark);
  if (!isMarkdown) return [head, ...lines, ...end].join('\n');
  return `${head}\n\n${lines.length > 0 ? `${lines.join('\n')}\n\n` : ''}${end.join('\n')}`;
}
