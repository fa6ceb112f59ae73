import { type JSX, memo } from 'react';

type Look = { className: string; shape: JSX.Element };

const RIM = { cx: 5, cy: 5, fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const;

const LOOKS: Record<string, Look> = {
  InUse: { className: 'text-status-inuse', shape: <circle cx={5} cy={5} r={3.6} fill="currentColor" /> },
  Available: { className: 'text-status-available', shape: <circle {...RIM} r={3.2} /> },
  Attaching: {
    className: 'text-status-moving',
    shape: (
      <>
        <circle {...RIM} r={3.4} />
        <path fill="currentColor" d="M5 1.6a3.4 3.4 0 0 1 0 6.8z" />
      </>
    ),
  },
  Detaching: {
    className: 'text-status-moving',
    shape: (
      <>
        <circle {...RIM} r={3.4} />
        <path fill="currentColor" d="M5 1.6a3.4 3.4 0 0 0 0 6.8z" />
      </>
    ),
  },
};

const OTHER: Look = {
  className: 'text-status-unknown',
  shape: <circle {...RIM} r={3.4} strokeDasharray="2 1.6" />,
};

/** A status: its shape first, its hue second, and the API's word unchanged. */
function Mark({ status }: { status: string }) {
  const { className, shape } = (Object.hasOwn(LOOKS, status) ? LOOKS[status] : undefined) ?? OTHER;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-ink">
      <svg viewBox="0 0 10 10" width={10} height={10} aria-hidden="true" className={`shrink-0 ${className}`}>
        {shape}
      </svg>
      <span className="truncate">{status}</span>
    </span>
  );
}

export const StatusMark = memo(Mark);
