/** Hands a text to the browser's downloads. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The download has its own hold of the data by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
