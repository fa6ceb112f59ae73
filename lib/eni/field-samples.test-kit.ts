import type { Eni } from './eni';
import { eniWith, privateIp } from './eni.test-kit';
import type { FieldKind } from './field-kinds';
import type { FieldName } from './fields';

type Sample = {
  /** What the field of the ENI holds. */
  value: unknown;
  /** The text that must be found wherever the field is shown in words; null where that is a word of the language. */
  shown: string | null;
};

const same = (text: string): Sample => ({ value: text, shown: text });
const listed = (text: string): Sample => ({ value: [text], shown: text });

/** A value of each kind that nothing else has. */
const SAMPLES: Record<FieldKind, Sample> = {
  text: same('quokka'),
  id: same('x-quokka'),
  bigId: same('4711471147114711'),
  whole: { value: 471, shown: '471' },
  time: { value: '2019-04-07T11:00:00Z', shown: '2019-04-07' },
  flag: { value: false, shown: null },
  eip: same('47.11.47.11'),
  attachment: {
    value: { instanceId: null, deviceIndex: 4, networkCardIndex: 7, trunkNetworkInterfaceId: 'eni-quokka' },
    shown: 'eni-quokka',
  },
  ips: { value: [privateIp('10.47.11.4')], shown: '10.47.11.4' },
  ipv6: { value: [{ ipv6Address: '2408:4711::5', primary: null }], shown: '2408:4711::5' },
  tags: { value: [{ key: 'quokka', value: '' }], shown: 'quokka' },
  ids: listed('x-quokka'),
  ipv4Prefixes: listed('10.47.11.0/28'),
  ipv6Prefixes: listed('2408:4711::/80'),
};

/** An ENI that has nothing but an id and one field, and what is to be seen of that. */
export function sampleOf(name: FieldName, kind: FieldKind): { eni: Eni; shown: string | null } {
  const { value, shown } = SAMPLES[kind];
  return { eni: eniWith({ [name]: value }), shown };
}
