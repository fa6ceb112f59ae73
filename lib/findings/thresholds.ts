import * as z from 'zod/mini';

type Threshold = { usual: number; least: number; most: number };

/** The numbers that rules compare with, each with its usual value and the range that a policy may choose from. */
export const THRESHOLDS = {
  /** Days since creation from which an Available ENI is called idle. */
  idleAfterDays: { usual: 7, least: 0, most: 3650 },
  /** Hours in which a new ENI is left alone, whatever the other settings: controllers create before they attach. */
  graceHours: { usual: 1, least: 1, most: 720 },
  /** IPv4 addresses, prefixes as 16 each, from which an idle ENI is said to hoard. */
  hoardAddresses: { usual: 5, least: 1, most: 1000 },
  /** Minutes in one transition from which it is called stuck. */
  stuckAfterMinutes: { usual: 15, least: 1, most: 1440 },
  /** Security groups on one ENI. */
  manySecurityGroups: { usual: 5, least: 2, most: 64 },
  /** Private addresses that a basic security group takes. */
  securityGroupAddresses: { usual: 6000, least: 1, most: 1_000_000 },
  /** ENIs that an advanced security group takes. */
  securityGroupEnis: { usual: 65_536, least: 1, most: 1_000_000 },
  /** Private addresses that a VPC takes. */
  vpcAddresses: { usual: 60_000, least: 1, most: 10_000_000 },
  /** Percent of one of these three limits. */
  nearLimitPercent: { usual: 80, least: 1, most: 100 },
  /** Percent of the addresses of touched /28 blocks; fewer in use is called fragmented. */
  touchedBlockPercent: { usual: 50, least: 1, most: 100 },
  /** Touched /28 blocks from which that percentage says anything. */
  touchedBlocks: { usual: 4, least: 1, most: 4096 },
  /** Percent taken of a vSwitch: low severity. */
  vSwitchLowPercent: { usual: 75, least: 1, most: 100 },
  /** Percent taken of a vSwitch: high severity. */
  vSwitchHighPercent: { usual: 90, least: 1, most: 100 },
  /** Fewer free addresses than this in a vSwitch, where that is less than half of it. */
  vSwitchFreeAddresses: { usual: 16, least: 1, most: 65_532 },
  /** Addresses taken by something other than an ENI in view. */
  darkAddresses: { usual: 16, least: 1, most: 65_532 },
  /** Percent of the addresses taken in a VPC that lie in one zone. */
  zonePercent: { usual: 80, least: 51, most: 100 },
  /** Addresses taken in a VPC from which that percentage says anything. */
  zoneAddresses: { usual: 64, least: 1, most: 1_000_000 },
} as const satisfies Record<string, Threshold>;

export type ThresholdName = keyof typeof THRESHOLDS;

export type Thresholds = Record<ThresholdName, number>;

export const THRESHOLD_NAMES = Object.keys(THRESHOLDS) as ThresholdName[];

function thresholdSchema({ usual, least, most }: Threshold) {
  return z._default(z.int().check(z.gte(least), z.lte(most)), usual);
}

/** All thresholds; one that is absent has its usual value. */
export const thresholdsSchema = z.strictObject(
  Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, thresholdSchema(THRESHOLDS[name])])) as Record<
    ThresholdName,
    ReturnType<typeof thresholdSchema>
  >,
);
