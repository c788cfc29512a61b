import { EngineFailure, EngineStopped } from '../engine/client';
import { t } from '../words/words.svelte';

/** What a person reads where the engine did not answer; `isHere` says whether it had arrived. */
export function problemOf(error: unknown, isHere: boolean): string {
  if (error instanceof EngineStopped) return t('page-stopped');
  return (error instanceof EngineFailure && error.message) || t(isHere ? 'page-engine-ended' : 'page-engine-failed');
}

/** Something that is asked of the engine in passing: what goes wrong is said, and nothing is lost. */
export class Attempt {
  /** Empty where all went well. */
  problem = $state('');

  async run(work: () => Promise<void>): Promise<void> {
    this.problem = '';
    try {
      await work();
    } catch (error) {
      this.problem = problemOf(error, true);
    }
  }
}
