import { CopyButton } from '@/components/ui/copy-button';

/** Copies the value before it; seen when its line is pointed at or it has the focus, always on touch. */
export function LineCopy({ text }: { text: string }) {
  return (
    <CopyButton
      text={text}
      what={text}
      className="-my-1 opacity-0 focus-visible:opacity-100 group-hover/line:opacity-100 [@media(hover:none)]:opacity-100"
    />
  );
}
