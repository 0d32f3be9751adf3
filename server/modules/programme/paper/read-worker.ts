/** The thread in which a Word file or a long text is decoded and read. See read-paper.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerTo } from './answer.ts';

const { bytes, filename } = workerData as { bytes: Uint8Array; filename: string }; // reason: readPaper sends exactly this

parentPort?.postMessage(await answerTo(bytes, filename));
