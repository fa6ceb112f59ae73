import { formatAddress, formatBlock, parseAddress, parseCidr } from '@/lib/eni/ip';
import { type Mixed, readMixed } from '../mixed';
import { maskLength, readRange } from './address-range';
import { stripEnds } from './strip-ends';

/** One thing that was read. `block` is what an address was written with: the wider way to read it. */
export type Item = Mixed & { block?: string };

/** The first character of an address or an id in prose and logs. */
const INNER = /[\p{L}\p{N}\p{Cs}:]/u;
/** A star stands last in a pattern, which is not read. */
const LAST = /\*/;

const withoutMarks = (text: string) => stripEnds(text, INNER, LAST);
const STARRED = /^\*+(.+?)\*+$/u;
const URL = /^[a-z][a-z0-9+.-]*:\/\//i;
const INTERFACE = /([0-9a-f:.])%[a-z][\w.-]*/gi;
/** `src=10.0.0.7`, `IP:10.0.0.7`: but `web-1:10.0.0.7` names a machine. */
const LABEL = /^(?![^\p{N}]*-.*\p{N})[\p{L}_][\p{L}\p{N}_.\-:]*$/u;
/** Words for addresses that no host has: the last address of a network, or its mask. */
const OF_NETWORK = /^(?:brd|b(?:road)?cast|(?:net|gen|subnet)?mask|广播|广播地址|掩码|子网掩码)$/iu;
/** Two MACs and the type of what follows, as the Linux firewall logs a frame. */
const FRAME = /^((?:[0-9a-f]{2}:){5}[0-9a-f]{2}):((?:[0-9a-f]{2}:){5}[0-9a-f]{2}):[0-9a-f]{2}:[0-9a-f]{2}$/i;

/** Names that hold what they are of: `i-bp1x.cn-hangzhou.ecs.internal`, `cn-hangzhou.10.0.0.5` (a node of ACK). */
const INTERNAL = /^([^.]+)(?:\.[a-z0-9-]+)?\.ecs\.internal$/i;
const OF_REGION = /^[a-z]{2}-[a-z]+(?:-[a-z0-9]+)*\.(.+)$/i;
const DASHED = /^ip-(\d+)-(\d+)-(\d+)-(\d+)$/i;

/**
 * The parts of a piece that can be things: sequences of hex and colons are one, as no part of an IPv6 address or a MAC
 * is another; any other ends where no id, name or address goes on.
 */
const UNIT =
  /(?:(?:[0-9a-f]{1,4})?:){2,40}(?:\d+(?:\.\d+){3}|[0-9a-f]{1,4})?(?![\p{L}\p{N}_.*:])(?:\/\d+)?|[\p{L}\p{N}._*%-]+(?:\/\d+(?:\.\d+){3}|\/\d+(?![\p{L}\p{N}.]))?/giuy;

/** Whether a word says that what follows is of a network, and of no host. */
export function isOfNetwork(word: string): boolean {
  return OF_NETWORK.test(withoutMarks(word));
}

const MOST_LENGTH = 128;
/** More than any word for a mask. */
const LONGEST_WORD = 24;

/** An address with a length: a block only where it was written as one, as host bits mean an address. */
function readWithLength(text: string): Item[] | null {
  const [head = '', tail = '', ...more] = text.split('/');
  const address = parseAddress(head);
  if (address === null || more.length > 0 || maskLength(head) !== null) return null;
  const length = maskLength(tail);
  const cidr = parseCidr(`${head}/${length ?? tail}`);
  const form = address.family === 4 ? 'ipv4' : 'ipv6';
  const item: Item = { form, value: formatAddress(address) };
  if (cidr) {
    const block = formatBlock(cidr);
    if (!block.includes('/')) return [item];
    return [cidr.first === address.value ? { form: 'cidr', value: block } : { ...item, block }];
  }
  // `10.0.0.7/443` of a firewall's log; `10.0.0.0/33` is a mistake.
  const isPort = /^\d{1,5}$/.test(tail) && (Number(tail) > MOST_LENGTH || address.value % 256n !== 0n);
  return isPort ? [item] : null;
}

/** One address, block, MAC or id of a known form. */
function readOne(text: string): Item[] | null {
  const mixed = readMixed(text);
  if (mixed === null || mixed.form === 'id') return null;
  // `i-think` is no instance, and a masked MAC identifies no ENI.
  const isWord = mixed.form === 'instance' && !/\d/.test(mixed.value);
  return isWord || (mixed.form === 'mac' && /[*x]/.test(mixed.value)) ? null : [mixed];
}

/** An id or an address within a name that the cloud derives from it. */
function readInName(text: string): Item[] | null {
  const host = INTERNAL.exec(text)?.[1];
  const dashed = DASHED.exec(host ?? '');
  const inner = dashed ? dashed.slice(1).join('.') : (host ?? OF_REGION.exec(text)?.[1]);
  return inner === undefined ? null : readOne(inner);
}

/** Reads a text whose form is certain. Any word could be an id of an unknown form, so none is taken for one. */
export function readCertain(text: string): Item[] | null {
  if (maskLength(text) !== null) return null;
  const range = readRange(text);
  if (range) return range.flatMap((value) => readMixed(value) ?? []);
  if (text.includes('/')) return readWithLength(text);
  return readOne(text) ?? readInName(text);
}

/** The contents of a text between marks that may also separate things; null if nothing in it is certain. */
function readApart(text: string, mark: RegExp): (Item | string)[] | null {
  const parts = text.split(mark).filter(Boolean);
  const read = parts.map((part) => readCertain(part));
  if (parts.length < 2 || read.every((items) => items === null)) return null;
  return parts.flatMap((part, at): (Item | string)[] => read[at] ?? [part]);
}

function readUnit(text: string, before: string): (Item | string)[] | null {
  const certain = readCertain(text) ?? readCertain(text.replace(/:$/, ''));
  if (certain) return certain;
  const [, to, from] = FRAME.exec(text) ?? [];
  if (to && from) return [to, from].flatMap((mac) => readMixed(mac) ?? []);
  // A line break that was escaped is a letter in front.
  if (before === '\\' && /^[nrt]/.test(text)) return readCertain(text.slice(1));
  const [, label = '', address = ''] = /^(.*):(\d+(?:\.\d+){3})$/.exec(text) ?? [];
  const tail = readCertain(address);
  if (tail) return [label, ...tail];
  const isAddress = parseAddress(text.split('/')[0] ?? '') !== null;
  if (text.includes('/') && !(isAddress && /\/\d+$/.test(text))) return readApart(text, /\//);
  return readApart(text, /_/) ?? (text.split('-').every(parseAddress) ? readApart(text, /-/) : null);
}

/** A run of what was not read, as it is listed; null for a label or a port of what was. */
function listed(run: string, before: string, after: string): string | null {
  const text = withoutMarks(before === ':' ? run.replace(/^\d{1,5}(?![\p{L}\p{N}.])/u, '') : run);
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  return /[:=@]/.test(after) && LABEL.test(text) ? null : text;
}

/**
 * Splits a piece without blanks into what was read and, in its order, what was not. Text before `:`, `=` or `@` that
 * cannot itself be read is a label of what follows, and a number after `:` is its port; both are left out, as is the
 * rest of a URL.
 */
export function readPiece(piece: string): (Item | string)[] {
  const trimmed = withoutMarks(piece.replace(STARRED, '$1'));
  const certain = readCertain(piece) ?? readCertain(trimmed);
  if (certain) return certain;
  const isUrl = URL.test(trimmed);
  const text = isUrl ? trimmed : trimmed.replace(INTERFACE, '$1');
  const held: (Item | string)[] = [];
  const run = { from: 0, to: 0 };
  const close = () => {
    const name = listed(text.slice(run.from, run.to), text.charAt(run.from - 1), text.charAt(run.to));
    if (name !== null && !isUrl) held.push(name);
  };
  for (let at = 0; at < text.length; ) {
    UNIT.lastIndex = at;
    const unit = UNIT.exec(text)?.[0];
    if (unit === undefined) {
      at++;
      continue;
    }
    const end = at + unit.length;
    const isMeant = !isOfNetwork(text.slice(Math.max(run.from, run.to - LONGEST_WORD), run.to));
    const read = isMeant ? readUnit(unit, text.charAt(at - 1)) : null;
    if (read) {
      close();
      held.push(...read);
      run.from = end + 1;
    }
    run.to = end;
    // One mark parts two things; of a second one `::1` may begin.
    at = end + 1;
  }
  if (!held.some((each) => typeof each !== 'string')) return [piece];
  close();
  return held;
}
