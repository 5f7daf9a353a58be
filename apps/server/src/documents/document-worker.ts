import { parentPort } from 'node:worker_threads';
import { answerJobs } from '../platform/worker-jobs.js';
import { writeDocx } from './docx-writer.js';

answerJobs(parentPort!, writeDocx);
