'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { Segments } from '@/components/ui/segments';
import type { TicketFacts } from '@/lib/answer/ticket';
import type { Ticket } from './use-ticket';

type TicketPanelProps = { ticket: Ticket; holder: TicketFacts['holder'] };

/** What is copied for the ticket, as it is copied; its form and language are chosen here. */
export function TicketPanel({ ticket, holder }: TicketPanelProps) {
  const t = useTranslations('answer');
  const text = ticket.textFor(holder);
  return (
    <section
      aria-label={t('ticketTitle')}
      className="border-line-strong border-t px-4 pt-1 pb-4 max-[720px]:px-3"
    >
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">{t('ticketTitle')}</h3>
        <span className="flex items-center gap-2">
          <Segments
            label={t('ticketFormat')}
            value={ticket.format}
            options={[
              { value: 'text', label: t('text') },
              { value: 'markdown', label: 'Markdown' },
            ]}
            onChange={ticket.setFormat}
          />
          <Segments
            label={t('ticketLanguage')}
            value={ticket.language}
            options={[
              { value: 'en', label: 'EN', lang: 'en' },
              { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
            ]}
            onChange={ticket.setLanguage}
          />
        </span>
      </div>
      <div className="relative">
        <pre
          lang={ticket.language}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard too
          tabIndex={0}
          className="overflow-auto whitespace-pre-wrap rounded-md border border-line bg-sunken py-2.5 pr-9 pl-2.5 font-mono text-ink text-xs leading-[18px] wrap-anywhere"
        >
          {ticket.isLoading ? t('loadingWords') : text}
        </pre>
        {!ticket.isLoading && (
          <CopyButton text={text} what={t('thisText')} className="absolute top-1.5 right-1.5" />
        )}
      </div>
    </section>
  );
}
