import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import en from '@/lib/i18n/en.json';

const client = new QueryClient();

/** The first markup of a component, as a browser in UTC gets it. */
export function markupOf(node: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <QueryClientProvider client={client}>{node}</QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&amp;': '&',
};

const decoded = (text: string) =>
  text.replace(/&(?:lt|gt|quot|#x27|amp);/g, (each) => ENTITIES[each] ?? each);

/** The text of markup for a reader; the dash of an absent value does not count. */
export function textOf(markup: string): string {
  const seen = markup.replace(/<svg.*?<\/svg>|<span aria-hidden="true"[^>]*>.*?<\/span>/gs, '');
  const text = decoded(seen.replace(/<[^>]*>/g, ''));
  return text === '–' ? '' : text;
}

/** The values of an attribute in markup, in their order. */
export function attributesOf(markup: string, name: string): string[] {
  return [...markup.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) => decoded(value));
}

/** Labels and values of lists of facts in markup, each value as its markup. */
export function definitionsOf(markup: string): ReadonlyMap<string, string> {
  const found = markup.matchAll(/<dt[^>]*>(.*?)<\/dt>\s*<dd[^>]*>(.*?)<\/dd>/gs);
  return new Map([...found].map(([, label = '', value = '']) => [textOf(label), value]));
}

/** The parts of markup in elements of a kind that contain no other of that kind. */
export function partsOf(markup: string, tag: string): string[] {
  return [...markup.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gs'))].map(
    ([, text = '']) => text,
  );
}
