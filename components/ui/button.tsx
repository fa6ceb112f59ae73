import type { ComponentProps } from 'react';

const LOOKS = {
  plain: 'border-line-strong bg-surface text-ink hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink',
  main: 'border-accent bg-accent text-accent-ink hover:bg-accent-hover',
} as const;

const SIZES = {
  normal: 'h-7 px-2.5',
  small: 'h-6 px-2 text-xs',
  icon: 'h-7 w-7 justify-center',
  'small-icon': 'h-6 w-6 justify-center',
} as const;

export type ButtonLook = { look?: keyof typeof LOOKS; size?: keyof typeof SIZES };

/** The classes of a button, for other elements that look like one. */
export function buttonClass({ look = 'plain', size = 'normal' }: ButtonLook): string {
  return `inline-flex shrink-0 cursor-pointer items-center gap-1.5 whitespace-nowrap rounded-sm border print:hidden disabled:cursor-default disabled:opacity-50 ${LOOKS[look]} ${SIZES[size]}`;
}

export function Button({ look, size, className = '', ...props }: ComponentProps<'button'> & ButtonLook) {
  const classes = buttonClass({ ...(look && { look }), ...(size && { size }) });
  return <button type="button" {...props} className={`${classes} ${className}`} />;
}
