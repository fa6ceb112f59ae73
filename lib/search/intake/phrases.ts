import type { FilterKey } from '../filters';
import { parseValue } from '../kinds';
import type { FilterTerm } from '../search';

/** Words that people use in place of a filter; the first group of a pattern is a number, the second its unit. */
type Phrase = {
  key: FilterKey;
  says: RegExp;
  value: string | ((count: number, unit: string) => string | null);
};

const NUMBER = String.raw`(\d{1,4}|an?|one|[一二两三四五六七八九十半]{1,3})`;
const UNIT = `(hours?|hrs?|h|days?|d|weeks?|w|months?|years?|个?小时|天|日|周|个?星期|个?月|年)`;

/** How many hours or days a unit is; months and years are as many days as people mean by them. */
const UNITS: readonly [RegExp, number, 'h' | 'd' | 'w'][] = [
  [/^h|小时/, 1, 'h'],
  [/^d|天|日/, 1, 'd'],
  [/^w|周|星期/, 1, 'w'],
  [/^m|月/, 30, 'd'],
  [/^y|年/, 365, 'd'],
];

function age(sign: '<' | '>') {
  return (count: number, unit: string): string | null => {
    const [, times, letter] = UNITS.find(([says]) => says.test(unit)) ?? [];
    const days = times === undefined ? 0 : Math.round(count * times);
    return days > 0 && letter ? `${sign}${days}${letter}` : null;
  };
}

const of = (text: string) => new RegExp(`^(?:${text})`, 'iu');
const aged = (...forms: string[]) => of(forms.join('|').replaceAll('N', NUMBER).replaceAll('U', UNIT));

/** The phrases, in both languages. If one begins with another, the longer one comes first. */
const PHRASES: readonly Phrase[] = [
  {
    key: 'status',
    value: 'InUse',
    says: of('(?:currently )?in use\\b|in-use\\b|使用中|正在使用|在用|已挂载|已绑定实例'),
  },
  {
    key: 'status',
    value: 'Available',
    says: of(
      'available\\b|idle\\b|unused\\b|unattached\\b|not attached\\b|not in use\\b|闲置|空闲|可用|未使用|没有?使用|未挂载',
    ),
  },
  {
    key: 'created',
    value: age('>'),
    says: aged('(?:created )?(?:for )?(?:older than|more than|over|longer than) N ?U(?: old| ago)?\\b'),
  },
  {
    key: 'created',
    value: age('>'),
    says: aged('(?:创建(?:时间)?)?(?:已经?)?(?:超过|大于|早于|多于) ?N ?U(?:以?前)?'),
  },
  { key: 'created', value: age('>'), says: aged('N ?U(?:以上|以前创建|前创建)') },
  {
    key: 'created',
    value: age('<'),
    says: aged(
      '(?:created )?(?:newer than|younger than|less than|within|in the (?:last|past)|(?:within )?the last) N ?U(?: old| ago)?\\b',
    ),
  },
  {
    key: 'created',
    value: age('<'),
    says: aged('(?:创建(?:时间)?)?(?:最近|近|不到|小于|少于) ?N ?U(?:内|以内|之内)?(?:创建)?'),
  },
  { key: 'created', value: age('<'), says: aged('N ?U(?:内|以内|之内)(?:创建)?') },
  {
    key: 'eip',
    value: 'false',
    says: of(
      '(?:with no|without(?: an?)?|has no|have no|no) (?:eips?|public ips?)\\b|(?:没有|无|未绑定?) ?(?:EIP|公网 ?IP|弹性公网 ?IP)',
    ),
  },
  {
    key: 'eip',
    value: 'true',
    says: of(
      '(?:with|has|have|having)(?: an?)? (?:eips?|public ips?)\\b|(?:有|带|绑定了?|已绑定) ?(?:EIP|公网 ?IP|弹性公网 ?IP)',
    ),
  },
  {
    key: 'ipv6',
    value: 'false',
    says: of('(?:with no|without|has no|have no|no) ipv6\\b|(?:没有|无) ?IPv6'),
  },
  { key: 'ipv6', value: 'true', says: of('(?:with|has|have) (?:an )?ipv6\\b|(?:有|带) ?IPv6') },
  {
    key: 'prefix',
    value: 'false',
    says: of(
      '(?:with no|without(?: a)?|has no|have no|no) (?:delegated )?prefix(?:es)?\\b|(?:没有|无) ?前缀',
    ),
  },
  {
    key: 'prefix',
    value: 'true',
    says: of('(?:with|has|have)(?: a)? (?:delegated )?prefix(?:es)?\\b|(?:有|带) ?前缀'),
  },
  {
    key: 'managed',
    value: 'false',
    says: of('not (?:service-)?managed\\b|unmanaged\\b|非(?:云服务)?托管|未托管'),
  },
  {
    key: 'managed',
    value: 'true',
    says: of('(?:service-)?managed(?: by a (?:cloud )?service)?\\b|云服务托管|托管'),
  },
  {
    key: 'deleteOnRelease',
    value: 'false',
    says: of('kept (?:on release|when the instance is released)\\b|不随实例释放|实例释放后保留'),
  },
  {
    key: 'deleteOnRelease',
    value: 'true',
    says: of('(?:deleted|released) with (?:the|its) instance\\b|随实例(?:释放|删除)'),
  },
];

/** Words that join phrases and mean nothing by themselves. */
const JOINTS = of(
  '[\\s,，、。;；]+|(?:all|show(?: me)?|find|the|enis?|interfaces?|network interfaces?|that|which|are|is|and|but|for|created)\\b|所有|全部|查找|弹性网卡|网卡|并且|而且|且|并|但|已经?|的',
);

const NUMERALS = '〇一二三四五六七八九';

function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  if (text === '半') return 0.5;
  if (/^(?:an?|one)$/i.test(text)) return 1;
  const [tens = '', ones = ''] = text.replace('两', '二').includes('十') ? text.split('十') : ['〇', text];
  const digit = (letter: string, none: number) =>
    letter === '' ? none : NUMERALS.indexOf(letter.replace('两', '二'));
  return 10 * digit(tens, 1) + digit(ones, 0);
}

function termSaid({ key, value }: Phrase, groups: (string | undefined)[]): FilterTerm | null {
  const [count, unit] = groups.filter((group) => group !== undefined);
  const text = typeof value === 'string' ? value : value(numberOf(count ?? ''), (unit ?? '').toLowerCase());
  const isAge = typeof value !== 'string';
  if (text === null || (isAge && !parseValue('age', text).ok)) return null;
  return { key, negated: false, values: [text] };
}

/**
 * The filters that a text says in plain words, English or Chinese, such as `idle older than 30 days` or `闲置超过30天`;
 * null unless every word of it is understood and each filter is said once.
 */
export function readPhrase(text: string): FilterTerm[] | null {
  const terms: FilterTerm[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const here = rest;
    const phrase = PHRASES.find(({ says }) => says.test(here));
    const match = (phrase?.says ?? JOINTS).exec(here);
    if (!match) return null;
    if (phrase) {
      const term = termSaid(phrase, match.slice(1));
      if (term === null || terms.some(({ key }) => key === term.key)) return null;
      terms.push(term);
    }
    rest = here.slice(match[0].length);
  }
  return terms.length > 0 ? terms : null;
}
