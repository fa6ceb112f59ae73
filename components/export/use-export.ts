import { useEffect, useRef, useState } from 'react';
import { saveBlob } from '@/components/ui/save-file';
import type { Problem } from '@/lib/eni/problem';
import { problemOf } from '@/lib/queries/problem-of';
import type { Arrival, Progress } from './download';

/** Where an export is: being chosen, under way, saved, cut off on its way, or refused. */
export type ExportState =
  | { phase: 'choosing' }
  | { phase: 'running'; progress: Progress }
  | { phase: 'saved'; arrival: Arrival & { isWhole: true } }
  | { phase: 'cut'; arrival: Arrival & { isWhole: false }; isKept: boolean }
  | { phase: 'failed'; problem: Problem };

export type Work = (reporting: {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}) => Promise<Arrival>;

/** How often progress is shown, in ms. */
const PACE = 100;

/** Runs one export at a time, and saves each file that arrived whole. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ phase: 'choosing' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (work: Work) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setState({ phase: 'running', progress: { rows: null, bytes: 0 } });
    let shownAt = 0;
    const onProgress = (progress: Progress) => {
      const now = performance.now();
      if (now - shownAt < PACE || controller.signal.aborted) return;
      shownAt = now;
      setState({ phase: 'running', progress });
    };
    try {
      const arrival = await work({ signal: controller.signal, onProgress });
      if (controller.signal.aborted) return;
      if (arrival.isWhole) {
        saveBlob(arrival.name, arrival.file);
        if (arrival.beside) saveBlob(arrival.beside.name, arrival.beside.file);
        setState({ phase: 'saved', arrival });
      } else setState({ phase: 'cut', arrival, isKept: false });
    } catch (error) {
      const problem = problemOf(error);
      if (!controller.signal.aborted && problem) setState({ phase: 'failed', problem });
    }
  };

  return {
    state,
    run: (work: Work) => void run(work),
    /** Returns to the choice and cancels an export under way. */
    reset: () => {
      running.current?.abort();
      setState({ phase: 'choosing' });
    },
    /** Saves what arrived before the cut. */
    keep: () => {
      if (state.phase !== 'cut' || state.arrival.file === null) return;
      saveBlob(state.arrival.name, state.arrival.file);
      setState({ ...state, isKept: true });
    },
  };
}
