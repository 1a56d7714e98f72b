/** Work-done progress in the client. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { ScanProgress } from './scan.ts';

/** Work that ends sooner shows no progress. */
const SHOW_AFTER_MS = 1000;

const REPORT_INTERVAL_MS = 200;

export interface ProgressReporter {
  readonly report: (progress: ScanProgress) => void;
  readonly end: () => void;
}

/** @param onCancel called when the user cancels the work */
export const startProgress = (
  connection: Connection,
  title: string,
  onCancel: () => void,
): ProgressReporter => {
  let latest: ScanProgress = { done: 0, total: 0, guests: 0 };
  let reporter: WorkDoneProgressServerReporter | undefined;
  let lastReport = 0;
  let ended = false;

  const message = ({ done, total, guests }: ScanProgress): string =>
    `${done} of ${total} files: ${guests} guests`;
  const percentage = ({ done, total }: ScanProgress): number => (total === 0 ? 0 : (done / total) * 100);

  const show = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    if (ended) return;
    reporter = created;
    created.begin(title, percentage(latest), message(latest), true);
    created.token.onCancellationRequested(onCancel);
  };

  const timer = setTimeout(() => {
    show().catch((error: unknown) => connection.console.warn(`Progress is not shown: ${error}`));
  }, SHOW_AFTER_MS);

  return {
    report: (progress) => {
      latest = progress;
      if (reporter === undefined || Date.now() - lastReport < REPORT_INTERVAL_MS) return;
      lastReport = Date.now();
      reporter.report(percentage(progress), message(progress));
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
      reporter?.done();
    },
  };
};
