import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { repository } from '../../infra/local/folders';

const FOLDER = path.join(repository, 'tests/replay/histories');

/** A recorded history and the release that it was recorded by. */
export interface RecordedHistory {
  release: string;
  name: string;
  history: ReturnType<typeof historyFromJSON>;
}

/** What is recorded after a release stands here until the next one has its number. */
export const NEXT = 'next';

/** Where the histories of a release stand. */
export function folderOf(release: string): string {
  return path.join(FOLDER, release);
}

/** The histories of every release. */
export function readHistories(): RecordedHistory[] {
  return readdirSync(FOLDER).flatMap((release) =>
    readdirSync(folderOf(release)).map((file) => ({
      release,
      name: path.basename(file, '.json'),
      history: historyFromJSON(JSON.parse(readFileSync(path.join(folderOf(release), file), 'utf8'))),
    })),
  );
}
