import 'server-only';
import external from '@alicloud/credentials/dist/src/providers/external.js';
import oauth from '@alicloud/credentials/dist/src/providers/oauth.js';

// The package exports no name for these two. Native ESM sees the module object, a bundler the class.
const classOf = <T>(exported: T): T => (exported as { default?: T }).default ?? exported;

export const ExternalProvider = classOf(external);
export const OAuthProvider = classOf(oauth);
