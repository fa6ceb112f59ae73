import type { AbstractIntlMessages } from 'next-intl';

/** The namespaces that only some views have words of: such a view adds them, as words are a third of a page's weight. */
const OF_VIEWS: readonly string[] = [
  'answer',
  'audit',
  'cleanup',
  'compare',
  'findings',
  'overview',
  'pods',
  'signIn',
  'usage',
];

/** The words that every page is sent. */
export function sharedMessages(messages: AbstractIntlMessages): AbstractIntlMessages {
  return Object.fromEntries(Object.entries(messages).filter(([namespace]) => !OF_VIEWS.includes(namespace)));
}
