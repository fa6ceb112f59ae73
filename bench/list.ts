import { addressMap } from './address-map';
import type { Benchmark } from './benchmark';
import { firstRow } from './first-row';
import { fresh } from './fresh';
import { loadCached } from './load-cached';
import { loadUncached } from './load-uncached';
import { memory } from './memory';
import { page } from './page';
import { region } from './region';
import { regionAtRate } from './region-at-rate';
import { replicas } from './replicas';
import { scroll } from './scroll';
import { signIn } from './sign-in';
import { slowClients } from './slow-clients';
import { soak } from './soak';
import { sortFilter } from './sort-filter';
import { throttle } from './throttle';
import { weight } from './weight';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [
  page,
  firstRow,
  weight,
  region,
  regionAtRate,
  throttle,
  memory,
  scroll,
  sortFilter,
  addressMap,
  loadCached,
  loadUncached,
  signIn,
  slowClients,
  soak,
  replicas,
  fresh,
];
