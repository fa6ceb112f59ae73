/**
 * MACs and parts of them, in every way in which tools write them. A whole MAC and a part have the same canonical
 * spelling, pairs with colons: `00:16:3e:0a:1b:2c`, `00:16:3e:0a`. So a part is found by its text alone.
 */

const WHOLE_DIGITS = 12;
/** The length of a whole MAC in its canonical spelling. */
const WHOLE_LENGTH = 17;
/** Linux, Windows; `*` and `x` are digits that the API masks. BSD leaves out the noughts in front; where only the last pair is short it is cut off. */
const PAIRS = /^[0-9a-f*x]{2}([:-][0-9a-f*x]{2}){5}$/i;
const SHORT_PAIRS = /^(?!(?:[0-9a-f]{2}:){5})[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}$/i;

/** Ways to write digits, whose last group may be cut short. */
const GROUPED = [
  // No separators.
  /^[0-9a-f]{2,12}$/i,
  // Linux, Windows, Juniper: 00:16:3e, 00-16-3e.
  /^[0-9a-f]{2}(?:(?::[0-9a-f]{2})*:[0-9a-f]{1,2}|(?:-[0-9a-f]{2})*-[0-9a-f]{1,2})$/i,
  // Cisco, H3C and Huawei: 0016.3e0a, 0016-3e0a, 0016:3e0a.
  /^[0-9a-f]{4}(?:(?:\.[0-9a-f]{4})?\.[0-9a-f]{1,4}|(?:-[0-9a-f]{4})?-[0-9a-f]{1,4}|(?::[0-9a-f]{4})?:[0-9a-f]{1,4})$/i,
  // ProCurve: 00163e-0a1b2c.
  /^[0-9a-f]{6}-[0-9a-f]{1,6}$/i,
];

/** The maker's number of every ENI. */
const MAKER = '00163e';

const spelled = (digits: string) => digits.match(/..?/g)?.join(':') ?? '';

/** The hex digits of a MAC or of a part of one; null for any other text. A separator may stand last, as while typing. */
function digitsOf(text: string): string | null {
  const cut = text.replace(/[:.-]$/, '');
  if (!GROUPED.some((way) => way.test(cut))) return null;
  const digits = cut.toLowerCase().replace(/[^0-9a-f]/g, '');
  return digits.length > WHOLE_DIGITS ? null : digits;
}

/** The canonical spelling of a whole MAC; null when it is none. */
export function canonicalMac(text: string): string | null {
  if (PAIRS.test(text)) return text.toLowerCase().replaceAll('-', ':');
  if (SHORT_PAIRS.test(text))
    return text
      .toLowerCase()
      .split(':')
      .map((pair) => pair.padStart(2, '0'))
      .join(':');
  const digits = /[:.-]$/.test(text) ? null : digitsOf(text);
  return digits?.length === WHOLE_DIGITS ? spelled(digits) : null;
}

/**
 * The canonical spelling of a MAC or of consecutive digits of one, from a boundary of its pairs on.
 * @param least how many digits there have to be, so that what is meant as something else is not taken for one
 */
export function macPart(text: string, least: number): string | null {
  const whole = canonicalMac(text);
  if (whole !== null) return whole;
  const digits = digitsOf(text);
  return digits !== null && digits.length >= least ? spelled(digits) : null;
}

/** Whether a text that may be anything is certain to be meant as a MAC, whole or in part: without the maker's number a hash looks like one. */
export function isCertainMac(text: string): boolean {
  const digits = digitsOf(text);
  const isBare = /^[0-9a-f]*$/i.test(text);
  if (canonicalMac(text) !== null) return !isBare || digits?.startsWith(MAKER) === true;
  return digits?.startsWith(MAKER) === true && digits.length > MAKER.length;
}

/** Whether a canonical spelling is that of a part. */
export function isMacPart(canonical: string): boolean {
  return canonical.length < WHOLE_LENGTH;
}

/** The MACs and parts in a list that an ENI's MAC matches; `visit` gets their places and returns true to stop. */
export function macIndex(
  canonical: readonly (readonly [mac: string, at: number])[],
): (mac: string, visit: (at: number) => boolean) => boolean {
  const wholes = new Map<string, number[]>();
  const parts = canonical.filter(([mac]) => isMacPart(mac));
  for (const [mac, at] of canonical) if (!isMacPart(mac)) wholes.set(mac, [...(wholes.get(mac) ?? []), at]);
  return (text, visit) => {
    if (canonical.length === 0) return false;
    const mac = text.toLowerCase();
    return (
      wholes.get(mac)?.some(visit) === true || parts.some(([part, at]) => mac.includes(part) && visit(at))
    );
  };
}
