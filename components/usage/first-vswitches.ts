import type { Problem } from '@/lib/eni/problem';
import type { VSwitches } from '@/lib/eni/vswitch';

/** What the server read while it sent the page: the vSwitches, or why there are none. Never rejects. */
export type FirstVSwitches = { vSwitches: VSwitches } | { problem: Problem };
