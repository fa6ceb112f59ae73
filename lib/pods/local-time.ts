/** A moment as a field of local date and time has it, in whole minutes. */
export function toLocalTime(moment: Date): string {
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** The moment of such a field; now where it holds none. */
export function fromLocalTime(text: string): Date {
  const moment = new Date(text);
  return Number.isNaN(moment.valueOf()) ? new Date() : moment;
}
