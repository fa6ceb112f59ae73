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

/** They stay as they are until the reader wants them anew; what is refused is asked for again only then. */
const ASKED_ONCE = { staleTime: Number.POSITIVE_INFINITY, retry: false } as const;

const keyOf = (what: string, { account, region, id }: Thing) => ['told', what, account, region, id] as const;

/** What the list of ENIs does not give of one. */
export const attributeQuery = (eni: Thing) =>
  queryOptions({
    queryKey: keyOf('attribute', eni),
    queryFn: ({ signal }) =>
      fetchJson(eniAttributeSchema, routes.api.eniTold(eni, eni.id, 'attribute'), { signal }),
    ...ASKED_ONCE,
  });

/** Who says that an ENI is theirs. */
export const holdersQuery = (eni: Thing) =>
  queryOptions({
    queryKey: keyOf('holders', eni),
    queryFn: ({ signal }) =>
      fetchJson(eniHoldersSchema, routes.api.eniTold(eni, eni.id, 'holders'), { signal }),
    ...ASKED_ONCE,
  });

/** What VPC IPAM says has the addresses of a vSwitch. */
export const discoveredQuery = (vSwitch: Thing) =>
  queryOptions({
    queryKey: keyOf('addresses', vSwitch),
    queryFn: ({ signal }) =>
      fetchJson(discoveredAddressesSchema, routes.api.vSwitchTold(vSwitch, vSwitch.id, 'addresses'), {
        signal,
      }),
    ...ASKED_ONCE,
  });

/** Who has the prefixes of the CIDR reservations of a vSwitch. */
export const prefixHoldersQuery = (vSwitch: Thing) =>
  queryOptions({
    queryKey: keyOf('prefixes', vSwitch),
    queryFn: ({ signal }) =>
      fetchJson(prefixHoldersSchema, routes.api.vSwitchTold(vSwitch, vSwitch.id, 'prefixes'), { signal }),
    ...ASKED_ONCE,
  });
