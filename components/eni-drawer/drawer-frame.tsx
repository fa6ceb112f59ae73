/** The frame of the drawer: a column beside the table, a page of its own on narrow screens. */
export const DRAWER =
  'flex min-h-0 w-[400px] shrink-0 flex-col border-line-strong border-l bg-surface outline-none max-[720px]:fixed max-[720px]:inset-0 max-[720px]:z-40 max-[720px]:w-full max-[720px]:border-l-0 print:static print:mt-4 print:block print:w-full print:border-l-0';

/** The room of the drawer while its code is fetched, so that the table takes its width once. */
export function DrawerFrame() {
  return <div className={DRAWER} />;
}
