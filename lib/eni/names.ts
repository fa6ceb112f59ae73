import * as z from 'zod/mini';
import type { Eni } from './eni';
import { problemCodeSchema } from './problem';
import { timeSchema } from './scalars';

/** The things that have a name beside the id that an ENI carries; the words of the filters of the same ids. */
export const NAME_KINDS = ['vpc', 'vswitch', 'instance', 'sg'] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** How an id is called, null where that is not known. */
export type NameOf = (id: string) => string | null;

export const NO_NAMES: NameOf = () => null;

/** Ids to name, of one account and region. */
export type NameIds = Partial<Record<NameKind, readonly string[]>>;

/** The most ids of a kind that one request of `/api/names` takes. */
export const MOST_NAME_IDS = 100;

/** The most characters of an id; the API takes no longer one in a filter. */
const MOST_CHARACTERS = 64;

/** Ids as the API makes them. One that a sample has masked with stars would make the API refuse the whole list. */
const SHAPES: Record<NameKind, RegExp> = {
  vpc: /^vpc-[A-Za-z0-9_-]+$/,
  vswitch: /^vsw-[A-Za-z0-9_-]+$/,
  instance: /^i-[A-Za-z0-9_-]+$/,
  sg: /^sg-[A-Za-z0-9_-]+$/,
};

export function isNameKind(word: string): word is NameKind {
  return Object.hasOwn(SHAPES, word);
}

/**
 * The kind of thing that an id names; null for an id of a thing without a name here, and for text that is no whole id.
 */
export function nameKindOf(id: string): NameKind | null {
  if (id.length > MOST_CHARACTERS) return null;
  return NAME_KINDS.find((kind) => SHAPES[kind].test(id)) ?? null;
}

/** The ids of an ENI, by what may name them. */
export function nameIdsOf(eni: Eni): Record<NameKind, readonly string[]> {
  const { vpcId, vSwitchId, instanceId, attachment, securityGroupIds } = eni;
  const one = (id: string | null | undefined) => (id ? [id] : []);
  return {
    vpc: one(vpcId),
    vswitch: one(vSwitchId),
    instance: one(instanceId ?? attachment?.instanceId),
    sg: securityGroupIds,
  };
}

export const nameKindSchema = z.enum(NAME_KINDS);

/**
 * `GET /api/names`: the names of the ids asked for. `name` is null for a thing without a name; an id that does not
 * exist is absent. Values that cannot be ids are in `refused`, and the others are answered. A kind that could not be
 * read, in whole or in part, is in `unavailable` with the RAM action that it takes.
 */
export const namesSchema = z.object({
  items: z.array(z.object({ kind: nameKindSchema, id: z.string(), name: z.nullable(z.string()) })),
  refused: z.array(z.object({ kind: nameKindSchema, id: z.string() })),
  unavailable: z.array(z.object({ kind: nameKindSchema, action: z.string(), code: problemCodeSchema })),
  asOf: timeSchema,
});

export type Names = z.infer<typeof namesSchema>;
