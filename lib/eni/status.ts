/** The statuses that the API documents. The set is open: show any other word as it came. */
export const ENI_STATUSES = ['Available', 'Attaching', 'InUse', 'Detaching', 'Deleting'] as const;

/** Types that the API documents and can filter by. */
export const SENDABLE_TYPES = ['Primary', 'Secondary'] as const;

/** Types known from clients of the API beside the documented ones. The set is open. */
export const ENI_TYPES = [...SENDABLE_TYPES, 'Trunk', 'Member'] as const;

export const TRAFFIC_MODES = ['Standard', 'HighPerformance'] as const;
