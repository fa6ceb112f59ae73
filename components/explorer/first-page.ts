import type { EnisPage } from '@/lib/eni/page';
import type { Problem } from '@/lib/eni/problem';

/** What the server read while it sent the page: the first rows, or why there are none. Never rejects. */
export type FirstPage = { page: EnisPage } | { problem: Problem };
