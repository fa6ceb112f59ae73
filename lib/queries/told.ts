import { queryOptions } from '@tanstack/react-query';
import {
  discoveredAddressesSchema,
  eniAttributeSchema,
  eniHoldersSchema,
  prefixHoldersSchema,
} from '@/lib/eni/told';
import { fetchJson } from './fetch-json';
import { routes } from './routes';

type Thing = { account: string; region: string; id: string };

/** Answers stay until the reader refreshes them; a refused request is repeated only then. */
const ASKED_ONCE = { staleTime: Number.POSITIVE_INFINITY, retry: false } as const;

const keyOf = (what: string, { account, region, id }: Thing) => ['told', what, account, region, id] as const;

/** What the list of ENIs does not say about one. */
export const attributeQuery = (eni: Thing) =>
  queryOptions({
    queryKey: keyOf('attribute', eni),
    queryFn: ({ signal }) =>
      fetchJson(eniAttributeSchema, routes.api.eniTold(eni, eni.id, 'attribute'), { signal }),
    ...ASKED_ONCE,
  });

/** The services that claim an ENI. */
export const holdersQuery = (eni: Thing) =>
  queryOptions({
    queryKey: keyOf('holders', eni),
    queryFn: ({ signal }) =>
      fetchJson(eniHoldersSchema, routes.api.eniTold(eni, eni.id, 'holders'), { signal }),
    ...ASKED_ONCE,
  });

/** The holders that VPC IPAM names for the addresses of a vSwitch. */
export const discoveredQuery = (vSwitch: Thing) =>
  queryOptions({
    queryKey: keyOf('addresses', vSwitch),
    queryFn: ({ signal }) =>
      fetchJson(discoveredAddressesSchema, routes.api.vSwitchTold(vSwitch, vSwitch.id, 'addresses'), {
        signal,
      }),
    ...ASKED_ONCE,
  });

/** The holders of the prefixes of a vSwitch's CIDR reservations. */
export const prefixHoldersQuery = (vSwitch: Thing) =>
  queryOptions({
    queryKey: keyOf('prefixes', vSwitch),
    queryFn: ({ signal }) =>
      fetchJson(prefixHoldersSchema, routes.api.vSwitchTold(vSwitch, vSwitch.id, 'prefixes'), { signal }),
    ...ASKED_ONCE,
  });
