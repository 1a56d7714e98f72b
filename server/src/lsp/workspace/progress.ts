/** Shows that something takes long, where it does and the client can show it. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Progress } from './scan.ts';

/** What is over sooner is not shown. */
const SHOWN_AFTER_MS = 1000;

/** Between two reports. */
const REPORT_EVERY_MS = 200;

export interface ProgressReporter {
  readonly report: (progress: Progress) => void;
  readonly end: () => void;
}

/** @param cancel called when the person no longer wants it */
export const startProgress = (
  connection: Connection,
  title: string,
  cancel: () => void,
): ProgressReporter => {
  let newest: Progress = { done: 0, total: 0 };
  let reporter: WorkDoneProgressServerReporter | undefined;
  let reported = 0;
  let ended = false;

  const inWords = ({ done, total }: Progress): string => `${done} of ${total} files`;
  const percentage = ({ done, total }: Progress): number => (total === 0 ? 0 : (done / total) * 100);

  const begin = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    if (ended) return;
    reporter = created;
    created.begin(title, percentage(newest), inWords(newest), true);
    created.token.onCancellationRequested(cancel);
  };

  const timer = setTimeout(() => {
    begin().catch((error: unknown) => connection.console.warn(`Progress is not shown: ${error}`));
  }, SHOWN_AFTER_MS);

  return {
    report: (progress) => {
      newest = progress;
      if (reporter === undefined || Date.now() - reported < REPORT_EVERY_MS) return;
      reported = Date.now();
      reporter.report(percentage(progress), inWords(progress));
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
      reporter?.done();
    },
  };
};
