import type { EnisPage } from '@/lib/eni/page';
import type { Problem } from '@/lib/eni/problem';
import type { PageParam } from '@/lib/queries/enis';

/** What the server read while it sent the page: the first rows, or why there are none. Never rejects. */
export type FirstPage = { page: EnisPage; param: PageParam } | { problem: Problem };
