import { CopyButton } from '@/components/ui/copy-button';

/** Copies the value before it; visible when its line is hovered or it has the focus, always on touch screens. */
export function LineCopy({ text }: { text: string }) {
  return (
    <CopyButton
      text={text}
      what={text}
      className="-my-1 opacity-0 focus-visible:opacity-100 group-hover/line:opacity-100 [@media(hover:none)]:opacity-100"
    />
  );
}
